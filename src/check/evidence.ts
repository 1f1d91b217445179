/** What a complete search leaves behind for whoever doubts its verdicts; computed from the graph, trusted by nobody. */
import type { Claim, ClaimEvidence, Evidence, Order, StateSet } from '../model/index.ts';
import { contentsText, localText } from '../model/index.ts';
import type { Composition, StateStore } from '../compose/index.ts';
import { componentOrder } from './component-order.ts';
import type { Graph } from './graph.ts';
import { watch } from './liveness-search.ts';
import type { Predicates } from './predicates.ts';
import type { Rests } from './rests.ts';
import { StateReader } from './state-reader.ts';

/** What the evidence is made of. */
export type Explored = {
  readonly composition: Composition;
  readonly store: StateStore;
  readonly graph: Graph;
  readonly predicates: Predicates;
  readonly rests: Rests;
};

/** The evidence for the verdicts on some claims, and for the errors that every system is checked for. */
export function evidenceOf(claims: readonly Claim[], explored: Explored): Evidence {
  const found = claims.flatMap((claim): [string, ClaimEvidence][] => {
    const evidence = ofClaim(claim, explored);
    return evidence ? [[claim.name, evidence]] : [];
  });
  return { states: stateSet(explored), claims: new Map(found), ends: endOrder(explored) };
}

function stateSet({ composition, store }: Explored): StateSet {
  const { parties, queues } = composition;
  const reader = new StateReader(composition, store);
  const names = [...parties.list, ...queues].map(({ name }) => name);
  const columns = names.map(() => new Uint32Array(store.count));
  const places = names.map(() => new Map<number, number>());
  for (let state = 0; state < store.count; state++) {
    reader.load(state);
    for (const [variable, known] of places.entries()) {
      const value = reader.get(variable);
      const place = known.get(value) ?? known.size;
      known.set(value, place);
      columns[variable]![state] = place;
    }
  }
  const numbers = places.map((known) => [...known.keys()]);
  const locals = parties.list.map(({ name, table }, party) => [
    name,
    numbers[party]!.map((local) => localText(table.locals.snapshots[local]!)),
  ]);
  const contents = queues.map((queue, index) => [
    queue.name,
    numbers[parties.list.length + index]!.map((number) => {
      const { messages, ...rest } = queue.contents[number]!;
      return contentsText({ ...rest, messages: messages.map((message) => parties.messages.at(message)) });
    }),
  ]);
  return {
    count: store.count,
    parties: Object.fromEntries(locals),
    channels: Object.fromEntries(contents),
    columns,
    parents: Uint32Array.from({ length: store.count }, (_, state) => store.parent(state) ?? 0),
  };
}

function ofClaim(claim: Claim, { composition, graph, predicates }: Explored): ClaimEvidence | undefined {
  const { name } = claim;
  switch (claim.kind) {
    case 'neverAfter':
      return { marks: watch(graph, { arms: predicates.flags(name, claim.after) }).states };
    case 'leadsTo': {
      const [arms, ends] = [predicates.flags(name, claim.from), predicates.flags(name, claim.to)];
      const { states: marks, order } = watch(graph, { arms, ends });
      const fairness = composition.fairnessWith(claim.fairness ?? {});
      return { marks, order: componentOrder(graph, order.toSorted(), { fairness }) };
    }
    case 'alwaysPossible': {
      const distances = distancesTo(graph, predicates.flags(name, claim.to));
      return { distances, marks: Uint8Array.from(distances, (distance) => (distance === 0 ? 1 : 0)) };
    }
    default:
      return undefined;
  }
}

/** Of each state: 1 more than the fewest steps to one of the goals, 0 where none can be reached. */
function distancesTo({ states, offsets, targets }: Graph, goals: Uint8Array): Uint32Array {
  const starts = new Uint32Array(states + 1);
  for (const target of targets) starts[target + 1]!++;
  for (let state = 0; state < states; state++) starts[state + 1]! += starts[state]!;
  const next = starts.slice();
  const sources = new Uint32Array(targets.length);
  for (let state = 0; state < states; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) sources[next[targets[edge]!]!++] = state;
  }
  const distances = Uint32Array.from(goals);
  const queue = [...goals.keys()].filter((state) => goals[state] === 1);
  for (const state of queue) {
    for (const source of sources.subarray(starts[state], starts[state + 1])) {
      if (distances[source] !== 0) continue;
      distances[source] = distances[state]! + 1;
      queue.push(source);
    }
  }
  return distances;
}

/** All states by the steps that make no progress; fair components of several names also by the steps within a name. */
function endOrder({ composition, graph, rests }: Explored): Order {
  const progress = composition.description.progress ?? [];
  const without = Uint8Array.from(graph.classNames, (name) => (progress.includes(name) ? 1 : 0));
  const bounds = { fairness: graph.classFairness, without };
  const named = (component: Uint32Array): Order | undefined => {
    const numbers = new Map<string | undefined, number>();
    const names = component.map((state) => {
      const name = rests.ending(state)?.name;
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    if (numbers.size < 2) return undefined;
    const kinds = new Int32Array(graph.states);
    component.forEach((state, place) => (kinds[state] = names[place]!));
    return componentOrder(graph, component, { ...bounds, kinds });
  };
  return componentOrder(
    graph,
    Uint32Array.from({ length: graph.states }, (_, state) => state),
    { ...bounds, named },
  );
}
