import { type Composition, type TakenStep, type Unspecified, overflowOf } from '../compose/index.ts';
import type { Path, ProtocolError } from '../model/index.ts';
import { componentsOf } from './components.ts';
import type { Paths } from './paths.ts';
import { tellState } from './tell-state.ts';
import type { Findings } from './verdicts.ts';

/** A protocol error that occurs: a shortest way to it, and what broke. */
export type Occurrence = { readonly error: ProtocolError; readonly path: Path; readonly detail: string };

/** How many kinds of unspecified reception are told beside the first. */
const TOLD = 3;

/** What every system is checked for without a claim, as far as one state or step shows it. */
export function protocolErrors(findings: Findings): Occurrence[] {
  const found = [deadlock(findings), unspecifiedReception(findings), boundHit(findings)];
  return found.filter((occurrence) => occurrence !== undefined);
}

function deadlock({ composition, store, rests, paths }: Findings): Occurrence | undefined {
  const { deadlock: first } = rests;
  if (first === undefined) return undefined;
  const { path, state } = paths.to(
    paths.equallyFar(first, (other) => paths.isRest(other) && rests.ending(other) === undefined),
  );
  return {
    error: 'deadlock',
    path,
    detail: `nothing must happen any more, and no ending is declared for: ${tellState(composition, store, state)}`,
  };
}

/** The best shortest path to a step of which `wanted` is true, as it is of some step of this state. */
function pathThrough(paths: Paths, state: number, wanted: (taken: TakenStep, state: number) => boolean): Path {
  const such = (other: number): TakenStep[] => paths.stepsOf(other).filter((taken) => wanted(taken, other));
  const states = paths.equallyFar(state, (other) => such(other).length > 0);
  return paths.through(new Map(states.map((other) => [other, such(other)])));
}

function unspecifiedReception({ composition, searched, paths }: Findings): Occurrence | undefined {
  const [first] = searched.unspecified;
  if (first === undefined) return undefined;
  const same = (found: Unspecified): boolean => found.party === first.party && found.message === first.message;
  const path =
    first.state === -1 ? { steps: [] } : pathThrough(paths, first.state, ({ unspecified }) => unspecified.some(same));
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

function boundHit({ composition, store, searched, paths }: Findings): Occurrence | undefined {
  const { full } = searched;
  if (full === undefined) return undefined;
  const overflow = (taken: TakenStep, state: number): string | undefined =>
    taken.after === undefined ? overflowOf(composition, componentsOf(store, state), taken) : undefined;
  const first = paths.stepsOf(full.state).find(({ slot, move }) => slot === full.slot && move === full.move)!;
  const channel = overflow(first, full.state);
  const path = pathThrough(paths, full.state, (taken, state) => overflow(taken, state) === channel);
  const queue = composition.queues.find(({ name }) => name === channel);
  return { error: 'bound hit', path, detail: `channel "${channel}" is full: it holds ${queue?.fifo.capacity}` };
}
