import { type Composition, type StateStore, type Unspecified, overflowOf } from '../compose/index.ts';
import type { Path, ProtocolError } from '../model/index.ts';
import { componentsOf, pathThrough, stepsTo } from './paths.ts';
import type { Rests } from './rests.ts';
import type { Searched } from './search.ts';
import { tellState } from './tell-state.ts';

/** A protocol error that occurs: a shortest way to it, and what broke. */
export type Occurrence = { readonly error: ProtocolError; readonly path: Path; readonly detail: string };

/** How many kinds of unspecified reception are told beside the first. */
const TOLD = 3;

/** What every system is checked for without a claim, as far as one state or step shows it. */
export function protocolErrors(
  composition: Composition,
  store: StateStore,
  searched: Searched,
  rests: Rests,
): Occurrence[] {
  const found = [
    deadlock(composition, store, rests),
    unspecifiedReception(composition, store, searched),
    boundHit(composition, store, searched),
  ];
  return found.filter((occurrence) => occurrence !== undefined);
}

function deadlock(composition: Composition, store: StateStore, { deadlock: state }: Rests): Occurrence | undefined {
  if (state === undefined) return undefined;
  return {
    error: 'deadlock',
    path: { steps: stepsTo(composition, store, state) },
    detail: `nothing must happen any more, and no ending is declared for: ${tellState(composition, store, state)}`,
  };
}

function unspecifiedReception(composition: Composition, store: StateStore, searched: Searched): Occurrence | undefined {
  const [first] = searched.unspecified;
  if (first === undefined) return undefined;
  const same = (found: Unspecified): boolean => found.party === first.party && found.message === first.message;
  const path =
    first.state === -1
      ? { steps: [] }
      : pathThrough(composition, store, first.state, ({ unspecified }) => unspecified.some(same));
  const kinds = [...new Set(searched.unspecified.map((found) => tellReception(composition, found)))];
  const others = kinds.slice(1, 1 + TOLD).map((kind) => `; ${kind}`);
  const rest = kinds.length > 1 + TOLD ? `; and ${kinds.length - 1 - TOLD} more` : '';
  return {
    error: 'unspecified reception',
    path,
    detail: `no transition is written for ${kinds[0]}${others.join('')}${rest}`,
  };
}

function tellReception({ parties }: Composition, { party, message, local }: Unspecified): string {
  const { name, table } = parties.list[party]!;
  return `${JSON.stringify(parties.messages.at(message))} at "${name}" in ${JSON.stringify(table.view(local).value)}`;
}

function boundHit(composition: Composition, store: StateStore, { full }: Searched): Occurrence | undefined {
  if (full === undefined) return undefined;
  let channel: string | undefined;
  const path = pathThrough(composition, store, full.state, (taken) => {
    if (taken.slot !== full.slot || taken.move !== full.move) return false;
    channel = overflowOf(composition, componentsOf(store, full.state), taken);
    return true;
  });
  const queue = composition.queues.find(({ name }) => name === channel);
  return { error: 'bound hit', path, detail: `channel "${channel}" is full: it holds ${queue?.fifo.capacity}` };
}
