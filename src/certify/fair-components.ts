import { type Fairness, LEFT_OUT, type Order, type Reason } from '../model/index.ts';
import { refuse } from './refusal.ts';
import type { Edge, Scan } from './scan.ts';

/** The steps among which a fair run is looked for, and what obliges it. */
export type Course = {
  readonly scan: Scan;
  readonly fairness: (name: string) => Fairness;
  /** Whether a run may take a step of a state. */
  readonly may: (edge: Edge, source: number) => boolean;
};

/** States round which a fair run can go for ever, and the order by names that was given with them. */
export type FairComponent = { readonly states: readonly number[]; readonly named: Order | undefined };

/** A component while it is judged. */
type Component = { readonly course: Course; readonly states: readonly number[]; readonly inside: readonly Inner[] };
type Strong = Extract<Reason, { kind: 'strong' }>;
type Inner = Edge & { readonly source: number };

/**
 * Checks an order of components, edge by edge, against the steps of the naive engine.
 *
 * States that were not looked at count as having no steps: of a sample, only what it shows is checked.
 *
 * @param region ascending numbers of states.
 * @returns the components that are said to be fair, and are: the largest sets round which a fair run can go for ever.
 * @throws Refusal naming the state where the order does not hold.
 */
export function fairComponents(course: Course, region: readonly number[], order: Order | undefined): FairComponent[] {
  if (!order) return refuse('there is no order of components');
  if (order.ranks.length !== region.length) refuse('the order of components is not of as many states as it should be');
  const rankOf = new Map(region.map((state, place) => [state, order.ranks[place]!]));
  const components = new Map<number, { states: number[]; inside: Inner[] }>();
  for (const [source, rank] of rankOf) {
    const component = components.get(rank) ?? { states: [], inside: [] };
    components.set(rank, component);
    component.states.push(source);
    for (const edge of course.scan.edges[source] ?? []) {
      const target = rankOf.get(edge.target);
      if (target === undefined || !course.may(edge, source)) continue;
      if (target > rank)
        refuse(`state ${source}: its step to state ${edge.target} leads up in the order of components`);
      if (target === rank) component.inside.push({ ...edge, source });
    }
  }
  for (const rank of order.reasons.keys()) {
    if (!components.has(rank)) refuse(`a reason is given for the component ${rank}, which is not there`);
  }
  return [...components].flatMap(([rank, component]) => judged({ course, ...component }, order, rank));
}

function judged(component: Component, order: Order, rank: number): FairComponent[] {
  const { course, states, inside } = component;
  const reason = order.reasons.get(rank);
  switch (reason?.kind) {
    case undefined:
      if (inside.length > 0) refuse(`state ${inside[0]!.source} may be on a loop, and no reason is given against it`);
      return [];
    case 'weak':
      starves(component, reason.class);
      return [];
    case 'strong':
      return fairComponents(course, ...leftOver(component, reason));
    case 'fair':
      if (course.scan.looked.length === course.scan.states) isFair(component);
      return [{ states, named: reason.named }];
  }
}

const possible = ({ scan }: Course, state: number, name: string): boolean =>
  scan.edges[state]!.some(({ step }) => step.class === name);

const takes = ({ inside }: Component, name: string): boolean => inside.some(({ step }) => step.class === name);

/** @throws Refusal unless a class that must be taken is possible in each state, and taken by no step inside. */
function starves(component: Component, name: string): void {
  const { course, states } = component;
  if (course.fairness(name) === 'none') refuse(`steps of the class "${name}" need not be taken`);
  if (takes(component, name)) refuse(`state ${states[0]}: its component takes a step of the class "${name}"`);
  const free = states.find((state) => course.scan.edges[state] && !possible(course, state, name));
  if (free !== undefined) refuse(`state ${free}: no step of the class "${name}" is possible`);
}

/**
 * The states that a fair run may stay in, and their order.
 *
 * @throws Refusal unless the classes are strongly fair and never taken inside, and one is possible in each other state.
 */
function leftOver(component: Component, { classes, rest }: Strong): readonly [states: number[], order: Order] {
  const { course, states } = component;
  for (const name of classes) {
    if (course.fairness(name) !== 'strong') refuse(`steps of the class "${name}" are not under strong fairness`);
    if (takes(component, name)) refuse(`state ${states[0]}: its component takes a step of the class "${name}"`);
  }
  if (rest.ranks.length !== states.length) refuse('the order of components is not of as many states as it should be');
  const stays = (place: number): boolean => rest.ranks[place] !== LEFT_OUT;
  for (const [place, state] of states.entries()) {
    if (stays(place) || !course.scan.edges[state] || classes.some((name) => possible(course, state, name))) continue;
    refuse(`state ${state}: no step of the classes ${classes.join(', ')} is possible`);
  }
  const ranks = rest.ranks.filter((_, place) => stays(place));
  return [states.filter((_, place) => stays(place)), { ranks, reasons: rest.reasons }];
}

/** @throws Refusal unless a component is strongly connected and takes whatever obliges it. */
function isFair(component: Component): void {
  const { course, states, inside } = component;
  const first = states[0]!;
  if (inside.length === 0) refuse(`state ${first} is said to be on a fair loop, and is on none`);
  for (const [from, to] of [
    ['source', 'target'],
    ['target', 'source'],
  ] as const) {
    const reached = reach(inside, first, from, to);
    const apart = states.find((state) => !reached.has(state));
    if (apart !== undefined) refuse(`states ${first} and ${apart} are said to be on one loop, and are not`);
  }
  const times = new Map<string, number>();
  for (const state of states) {
    const names = new Set(course.scan.edges[state]!.map(({ step }) => step.class));
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  }
  for (const [name, count] of times) {
    const fairness = course.fairness(name);
    const owed = fairness === 'strong' || (fairness === 'weak' && count === states.length);
    if (owed && !takes(component, name)) refuse(`state ${first}: its loop is not fair: ${name} is never taken`);
  }
}

function reach(
  inside: readonly Inner[],
  first: number,
  from: 'source' | 'target',
  to: 'source' | 'target',
): Set<number> {
  const next = new Map<number, number[]>();
  for (const edge of inside) {
    const list = next.get(edge[from]) ?? [];
    next.set(edge[from], list);
    list.push(edge[to]);
  }
  const reached = new Set([first]);
  for (const state of reached) for (const other of next.get(state) ?? []) reached.add(other);
  return reached;
}
