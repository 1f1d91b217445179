/**
 * Why a transition of a chart is not taken, as far as one party's table shows.
 *
 * XState is asked what a guard says and which transitions stand before others; nothing is run.
 */
import { type AnyMachineSnapshot, type AnyStateNode, type AnyTransitionDefinition, and } from 'xstate';

import type { Message, Untaken } from '../model/index.ts';
import { entered } from './entered.ts';

/** An event that came to a local state: the snapshot, and the transitions that were taken. */
export type Came = {
  readonly snapshot: AnyMachineSnapshot;
  readonly event: Message;
  readonly fired: readonly AnyTransitionDefinition[];
};

/** What a table has met. */
export type Met = {
  /** Every transition of the chart, with its id. */
  readonly ids: ReadonlyMap<AnyTransitionDefinition, string>;
  readonly taken: ReadonlySet<AnyTransitionDefinition>;
  readonly stood: readonly AnyMachineSnapshot[];
  readonly came: readonly Came[];
};

/** What one party shows of a transition that it does not take: see `Untaken`. */
export type NotTaken = Omit<Untaken, 'own' | 'senders'>;

/** Everything that is known of the transitions that were not taken, by id. */
export function notTaken({ ids, taken, stood, came }: Met): Readonly<Record<string, NotTaken>> {
  const all = [...ids.keys()];
  const idOf = (transition: AnyTransitionDefinition): string => ids.get(transition)!;
  const ways = new Map<AnyStateNode, AnyTransitionDefinition[]>();
  for (const transition of all) {
    for (const node of entered(transition)) ways.set(node, [...(ways.get(node) ?? []), transition]);
  }
  const raised = new Set([...all.flatMap(raisedBy), ...came.flatMap(raisedIn)]);
  for (const { event } of came) raised.delete(event.type);
  const atRest = new Set(stood.flatMap(({ _nodes }) => _nodes));
  const known = (transition: AnyTransitionDefinition): NotTaken => {
    const { source, eventType } = transition;
    const into = ways.get(source) ?? [];
    const isRaised = raised.has(eventType) || eventType.startsWith('xstate.done.');
    const met = atRest.has(source) ? 'at rest' : into.some((way) => taken.has(way)) ? 'on the way' : 'never';
    const { before, ...outcome } = outcomeOf(transition, casesOf(transition, isRaised, stood, came), isRaised);
    return {
      state: source.id,
      met,
      ways: into.map(idOf),
      event: eventType,
      raised: isRaised,
      ...outcome,
      before: before.map(idOf),
    };
  };
  return Object.fromEntries(
    all.flatMap((transition) => (taken.has(transition) ? [] : [[idOf(transition), known(transition)]])),
  );
}

/** What came while the party was in the transition's state, and could have taken it. */
function casesOf(
  { source, eventType }: AnyTransitionDefinition,
  isRaised: boolean,
  stood: readonly AnyMachineSnapshot[],
  came: readonly Came[],
): readonly Came[] {
  const here = (snapshot: AnyMachineSnapshot): boolean => snapshot._nodes.includes(source);
  if (eventType === '') {
    return stood.filter(here).map((snapshot) => ({ snapshot, event: { type: '' }, fired: [] }));
  }
  return came.filter(
    ({ snapshot, event, fired }) =>
      here(snapshot) &&
      (isRaised ? fired.some((other) => other.eventType === eventType) : isMeant(eventType, event.type)),
  );
}

function outcomeOf(
  transition: AnyTransitionDefinition,
  cases: readonly Came[],
  isRaised: boolean,
): Pick<NotTaken, 'arrives' | 'asks' | 'trueOnce' | 'held'> & { readonly before: readonly AnyTransitionDefinition[] } {
  const { guard, source } = transition;
  const conjuncts = guard === undefined ? [] : conjunctsOf(guard as Guard, source);
  const trueOnce = new Set<string>();
  const before = new Set<AnyTransitionDefinition>();
  let held = false;
  for (const { snapshot, event, fired } of cases) {
    const first = fired.filter((other) => precedes(other, transition));
    for (const other of first) before.add(other);
    // What a raised event carries is not known here: its guard is judged by what was taken instead.
    const truths = isRaised ? [] : conjuncts.map((conjunct) => isTrue(conjunct.guard, snapshot, event));
    truths.forEach((truth, place) => truth && trueOnce.add(conjuncts[place]!.text));
    if (isRaised ? first.length > 0 : truths.every(Boolean)) held = true;
  }
  return {
    arrives: cases.length > 0,
    asks: conjuncts.map(({ text }) => text),
    trueOnce: [...trueOnce],
    held,
    before: [...before],
  };
}

/** Whether a transition that was taken was tried before another one: in the same state, or in one further in. */
function precedes(taken: AnyTransitionDefinition, other: AnyTransitionDefinition): boolean {
  if (taken.eventType === '' && other.eventType !== '') return false;
  if (taken.source !== other.source) return isInside(taken.source, other.source);
  const siblings = [...taken.source.transitions.values(), taken.source.always ?? []].flat();
  return siblings.indexOf(taken) < siblings.indexOf(other);
}

function isInside(inner: AnyStateNode, outer: AnyStateNode): boolean {
  for (let node = inner.parent; node !== undefined; node = node.parent) if (node === outer) return true;
  return false;
}

/** Whether an event as written, `*` and `NAME.*` included, stands for a type. */
const isMeant = (written: string, type: string): boolean =>
  written === '*' || written === type || (written.endsWith('.*') && `${type}.`.startsWith(written.slice(0, -1)));

/** A guard as XState keeps it. */
type Guard =
  | string
  | {
      readonly type?: string;
      readonly name?: string;
      readonly check?: { readonly name: string };
      readonly guards?: readonly Guard[];
      readonly stateValue?: unknown;
    };

/** One of the guards that must all be true, and what to call it. */
type Conjunct = { readonly guard: Guard; readonly text: string };

/** A guard by its name; in place of `and`, those inside it, one by one. */
function conjunctsOf(guard: Guard, source: AnyStateNode, within = ''): readonly Conjunct[] {
  const kept = implemented(guard, source);
  if (typeof kept !== 'string' && kept.check?.name === 'checkAnd') {
    return (kept.guards ?? []).flatMap((each) => conjunctsOf(each, source, nameOf(guard) || within));
  }
  return [{ guard, text: textOf(guard) || (within === '' ? 'a guard without a name' : `the rest of ${within}`) }];
}

const nameOf = (guard: Guard): string => (typeof guard === 'string' ? guard : (guard.type ?? guard.name ?? ''));

const implemented = (guard: Guard, { machine }: AnyStateNode): Guard =>
  (machine.implementations.guards as Readonly<Record<string, Guard | undefined>>)[nameOf(guard)] ?? guard;

function textOf(guard: Guard): string {
  if (typeof guard === 'string') return guard;
  const inner = (guard.guards ?? []).map(textOf);
  switch (guard.check?.name) {
    case 'checkNot':
      return `not ${inner[0]!}`;
    case 'checkOr':
      return inner.join(' or ');
    case 'checkAnd':
      return inner.join(' and ');
    case 'checkStateIn':
      return `in ${typeof guard.stateValue === 'string' ? guard.stateValue : JSON.stringify(guard.stateValue)}`;
  }
  return nameOf(guard);
}

/** XState's own answer: `and` of one guard is that guard. */
function isTrue(guard: Guard, snapshot: AnyMachineSnapshot, event: Message): boolean {
  const probe = and([guard as never]) as unknown as {
    readonly check: (snapshot: AnyMachineSnapshot, scope: object, probe: unknown) => boolean;
  };
  return probe.check(snapshot, { context: snapshot.context as object, event }, probe);
}

/** The events other than its own that a step took transitions for: raised inside the chart, by code perhaps. */
const raisedIn = ({ event, fired }: Came): readonly string[] =>
  fired.flatMap(({ eventType }) => (eventType === '' || isMeant(eventType, event.type) ? [] : [eventType]));

/** The events that a transition, or the states that it enters, raise inside the chart. */
function raisedBy(transition: AnyTransitionDefinition): readonly string[] {
  const { machine } = transition.source;
  const nodes = [transition.source, ...entered(transition)];
  const actions: readonly unknown[] = [
    ...transition.actions,
    ...nodes.flatMap(({ entry, exit }) => [...entry, ...exit]),
  ];
  return actions.flatMap((action) => {
    const name = typeof action === 'string' ? action : ((action as { type?: string }).type ?? '');
    const kept = (machine.implementations.actions as Readonly<Record<string, unknown>>)[name] ?? action;
    const raise = kept as { readonly type?: string; readonly event?: { readonly type?: string } };
    return raise.type === 'xstate.raise' && raise.event?.type !== undefined ? [raise.event.type] : [];
  });
}
