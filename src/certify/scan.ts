import type { Fairness, Step, System, View } from '../model/index.ts';
import type { Charts } from './chart-answers.ts';
import type { KnownStates } from './known-states.ts';
import { type Global, initialState, stepsOf, type StepError } from './naive-steps.ts';
import { viewOf } from './naive-view.ts';
import { refuse } from './refusal.ts';

export type Edge = { readonly target: number; readonly step: Step };

/** What the naive engine found of the states that were looked at, and of their successors. */
export type Scan = {
  readonly states: number;
  /** The states that were looked at, by ascending number. */
  readonly looked: readonly number[];
  /** By number: the steps of a state that was looked at. */
  readonly edges: readonly (readonly Edge[])[];
  /** By number: each state that was looked at or that one of these leads to. */
  readonly views: readonly View[];
  /** Of each class of steps. */
  readonly fairness: Readonly<Record<string, Fairness>>;
  /** What went wrong, in the first snapshots (state -1) or in a step of a state. */
  readonly errors: readonly (StepError & { readonly state: number })[];
};

type Draft = {
  states: number;
  looked: number[];
  edges: Edge[][];
  views: View[];
  fairness: Readonly<Record<string, Fairness>>;
  errors: (StepError & { state: number })[];
};

const begun = (system: System, states: number): Draft => ({
  states,
  looked: [],
  edges: new Array(states),
  views: new Array(states),
  fairness: Object.fromEntries(classes(system)),
  errors: [],
});

/** Every class of steps that a system can have, as it is described: a sample need not meet them all. */
const classes = ({ parties, channels }: System): (readonly [string, Fairness])[] => [
  ...Object.entries(parties).flatMap(([party, { own = [] }]) =>
    own.map(({ event, fairness, class: name }) => [name ?? `${party}.${event.type}`, fairness] as const),
  ),
  ...Object.entries(channels).flatMap(([name, channel]) =>
    channel.kind === 'fifo' ? [[`${name} delivers`, channel.fairness ?? 'weak'] as const] : [],
  ),
];

/** A state of the set as the naive engine made it. @throws Refusal when it does not begin with the initial state. */
function begin(system: System, known: KnownStates, charts: Charts, draft: Draft): Global {
  const { state, errors } = initialState(system, charts);
  draft.errors.push(...errors.map((error) => ({ ...error, state: -1 })));
  if (known.count === 0 || known.placesOf(state) !== known.placesAt(0)) refuse('state 0 is not the initial state');
  return state;
}

function look(draft: Draft, state: number, taken: ReturnType<typeof stepsOf>, enter: (next: Global) => number): void {
  const edges: Edge[] = [];
  for (const { step, next, errors } of taken) {
    for (const error of errors) draft.errors.push({ ...error, state });
    if (next) edges.push({ target: enter(next), step });
  }
  draft.looked.push(state);
  draft.edges[state] = edges;
}

const told = ({ party, message, kind }: Step): string => `${party} ${kind} ${message.type}`;

/**
 * Looks at every state: the set is closed under steps, and each state but the initial one is a successor of one with a
 * smaller number. So it is the set of the reachable states.
 *
 * @throws Refusal naming the state where the set is not closed, or that is not reached.
 */
export function scanAll(system: System, known: KnownStates, charts: Charts): Scan {
  const draft = begun(system, known.count);
  const globals: (Global | undefined)[] = new Array(known.count).fill(undefined);
  globals[0] = begin(system, known, charts, draft);
  known.number();
  for (let state = 0; state < known.count; state++) {
    const here = globals[state];
    if (!here) return refuse(`state ${state} is no successor of a state with a smaller number`);
    draft.views[state] = viewOf(here);
    const taken = stepsOf(system, here, charts);
    look(draft, state, taken, (next) => {
      const target = known.numberOf(known.placesOf(next));
      if (target === undefined) {
        const step = taken.find((one) => one.next === next)!.step;
        return refuse(`state ${state}: its step "${told(step)}" leads out of the state set`);
      }
      globals[target] ??= next;
      return target;
    });
  }
  for (let state = 1; state < known.count; state++) {
    const parent = known.parent(state);
    if (!draft.edges[parent]!.some(({ target }) => target === state))
      refuse(`state ${parent} does not lead to ${state}`);
  }
  return draft;
}

/** Which states of a large set are looked at: so many, chosen by chance from a seed. */
export type Sample = { readonly seed: number; readonly size: number };

/**
 * Looks at a sample: each state of it is reached along the parents that the set names, and its successors are in the set.
 *
 * @throws Refusal naming the state where that is not so.
 */
export function scanSample(system: System, known: KnownStates, charts: Charts, sample: Sample): Scan {
  const draft = begun(system, known.count);
  const globals = new Map([[0, begin(system, known, charts, draft)]]);
  const chosen = choose(known.count, sample);
  const successors = chosen.map((state) => {
    const taken = stepsOf(system, walk(system, known, charts, globals, state), charts);
    const places = taken.map(({ next }) => next && known.placesOf(next));
    return { state, taken, places };
  });
  known.number(new Set(successors.flatMap(({ places }) => places.filter((text) => text !== undefined))));
  for (const { state, taken } of successors) {
    draft.views[state] = viewOf(globals.get(state)!);
    look(draft, state, taken, (next) => {
      const target =
        known.numberOf(known.placesOf(next)) ?? refuse(`a step of state ${state} leads out of the state set`);
      draft.views[target] ??= viewOf(next);
      return target;
    });
  }
  return draft;
}

/** A state of the set, come to by steps of the naive engine. */
function walk(system: System, known: KnownStates, charts: Charts, globals: Map<number, Global>, state: number): Global {
  let here = globals.get(0)!;
  let before = 0;
  for (const number of known.wayTo(state)) {
    const places = known.placesAt(number);
    const next =
      globals.get(number) ??
      stepsOf(system, here, charts).find((taken) => taken.next && known.placesOf(taken.next) === places)?.next;
    here = next ?? refuse(`state ${number} is no successor of state ${before}`);
    globals.set(number, here);
    before = number;
  }
  return here;
}

/** Numbers below `count`, ascending: a sample of a given size, or all (mulberry32; T. Ettinger, 2017). */
function choose(count: number, { seed, size }: Sample): number[] {
  let a = seed >>> 0;
  const random = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, size)) chosen.add(Math.floor(random() * count));
  return [...chosen].sort((x, y) => x - y);
}

/** How many steps the states have, and how far the farthest is, when every state was looked at. */
export function extent({ edges }: Scan): { readonly steps: number; readonly depth: number } {
  const depths = new Int32Array(edges.length).fill(-1);
  depths[0] = 0;
  const queue = [0];
  for (const state of queue) {
    for (const { target } of edges[state]!) {
      if (depths[target] !== -1) continue;
      depths[target] = depths[state]! + 1;
      queue.push(target);
    }
  }
  return { steps: edges.reduce((sum, out) => sum + out.length, 0), depth: depths[queue.at(-1)!]! };
}
