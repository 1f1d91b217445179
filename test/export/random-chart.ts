/**
 * Charts of every shape, drawn by fast-check: nested and parallel states, history, ends, entry and exit actions, guards
 * joined by words, `always`, `onDone`, wildcards, events raised inside, transitions across any border.
 *
 * `always` and `onDone` lead to later siblings only, and only events from outside raise others, so that every step ends.
 */
import fc from 'fast-check';
import { and, type AnyStateMachine, not, or, raise, setup, stateIn } from 'xstate';

/** The guards of all charts: their values are the business of whoever runs them. */
export const guardNames = ['g0', 'g1', 'g2'] as const;
export type GuardName = (typeof guardNames)[number];
export type GuardValues = Readonly<Record<GuardName, boolean>>;
/** What a chart can be told; `d` is known to wildcards alone. */
export const eventTypes = ['a', 'b', 'b.c', 'd'] as const;

type Kind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
type Tree = { kind: Kind; deep: boolean; children: Tree[]; seed: number };
type Drawn = Tree & { path: string[]; siblings: Drawn[]; inner: Drawn[] };

const leaf: fc.Arbitrary<Tree> = fc.record({
  kind: fc.constantFrom<Kind>('atomic', 'atomic', 'atomic', 'atomic', 'final', 'history'),
  deep: fc.boolean(),
  children: fc.constant([]),
  seed: fc.nat(0x7fffffff),
});

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'charts' },
    leaf,
    fc.record({
      kind: fc.constantFrom<Kind>('compound', 'compound', 'parallel'),
      deep: fc.boolean(),
      children: fc.array(tie('tree'), { minLength: 2, maxLength: 4, depthIdentifier: 'charts' }),
      seed: fc.nat(0x7fffffff),
    }),
  ),
}));

const root = fc.record({
  kind: fc.constantFrom<Kind>('compound', 'compound', 'parallel'),
  deep: fc.boolean(),
  children: fc.array(tree, { minLength: 2, maxLength: 4 }),
  seed: fc.nat(0x7fffffff),
});

/** A chart, with a way to say what its guards answer. */
export type RandomChart = { readonly machine: AnyStateMachine; readonly answer: (values: GuardValues) => void };

export const randomChart: fc.Arbitrary<RandomChart> = root.map((drawn) => {
  let answers: GuardValues = { g0: false, g1: false, g2: false };
  const builder = setup({
    types: { events: {} as { type: string } },
    actions: Object.fromEntries(['x', 'y', 'z', 'in', 'out', 'go'].map((name) => [name, () => {}])),
    guards: Object.fromEntries(guardNames.map((name) => [name, () => answers[name]])),
  });
  const config = new Writer(placed(drawn, [], [])).config();
  const machine = builder.createMachine(config as never) as unknown as AnyStateMachine;
  // Functions are told as what they were made of.
  const told = (_key: string, value: unknown): unknown =>
    typeof value === 'function' ? { made: value.name, ...value } : value;
  const written = { [fc.toStringMethod]: () => JSON.stringify(machine.config, told) };
  return { machine, answer: (values) => void (answers = values), ...written };
});

/** Children that their parent cannot have are made plain: regions, and where a compound state starts. */
function placed(tree: Tree, path: string[], siblings: Drawn[]): Drawn {
  const node: Drawn = { ...tree, path, siblings, inner: [] };
  tree.children.forEach((child, index) => {
    const plain = (child.kind === 'final' || child.kind === 'history') && (tree.kind === 'parallel' || index === 0);
    node.inner.push(placed(plain ? { ...child, kind: 'atomic' } : child, [...path, `s${index}`], node.inner));
  });
  return node;
}

/** Writes a drawn tree as XState takes it; a small generator seeded by each state chooses its transitions. */
class Writer {
  readonly #root: Drawn;
  readonly #all: Drawn[];

  constructor(top: Drawn) {
    this.#root = top;
    const below = (node: Drawn): Drawn[] => [node, ...node.inner.flatMap(below)];
    this.#all = below(top);
  }

  config(): unknown {
    return { id: 'chart', ...this.#state(this.#root) };
  }

  #state(node: Drawn): Record<string, unknown> {
    const { kind, deep, inner, seed, path } = node;
    if (kind === 'history') return { type: 'history', history: deep ? 'deep' : 'shallow' };
    const choose = chooser(seed);
    const passage = {
      ...(choose(3) === 0 && { entry: [`in`] }),
      ...(choose(3) === 0 && { exit: [`out`] }),
    };
    if (kind === 'final') return { type: 'final', ...passage };
    const states = Object.fromEntries(inner.map((child) => [child.path.at(-1)!, this.#state(child)]));
    const later = node.siblings.slice(node.siblings.indexOf(node) + 1).filter((sibling) => sibling.kind !== 'history');
    const forward =
      later.length > 0 && path.length > 0 && !this.#isRegion(node) ? later[choose(later.length)] : undefined;
    const ends = inner.some((child) => child.kind === 'final') || kind === 'parallel';
    return {
      ...passage,
      ...(kind === 'parallel' && { type: 'parallel' }),
      ...(kind === 'compound' && { initial: inner[0]!.path.at(-1)! }),
      ...(inner.length > 0 && { states }),
      on: this.#on(node, choose),
      ...(forward && choose(4) === 0 && { always: { guard: 'g2', target: idOf(forward), actions: 'z' } }),
      ...(forward && ends && choose(2) === 0 && { onDone: { target: idOf(forward), actions: 'y' } }),
    };
  }

  #isRegion({ path }: Drawn): boolean {
    const parent = this.#all.find((node) => node.path.join() === path.slice(0, -1).join());
    return parent?.kind === 'parallel';
  }

  #on(node: Drawn, choose: (below: number) => number): Record<string, unknown> {
    const on: Record<string, unknown> = {};
    for (const event of ['a', 'b', 'b.c', '*', 'b.*', 'r']) {
      const often = event === '*' || event === 'b.*' ? 8 : 3;
      if (choose(often) > 0) continue;
      on[event] = Array.from({ length: 1 + choose(2) }, () => this.#transition(node, choose, event));
    }
    return on;
  }

  #transition(node: Drawn, choose: (below: number) => number, event: string): unknown {
    const target = this.#all[1 + choose(this.#all.length - 1)]!;
    const raises = (event === 'a' || event === 'b') && choose(4) === 0 ? [raise({ type: 'r' })] : [];
    return {
      // A wildcard takes also what ending raises: it goes nowhere, lest a step goes round.
      ...(choose(4) > 0 && event !== '*' && !remembers(target, node) && { target: idOf(target) }),
      ...(choose(3) === 0 && { reenter: true }),
      ...(choose(2) === 0 && { guard: this.#guard(choose) }),
      actions: [...(choose(2) === 0 ? ['x'] : []), ...raises, ...(choose(4) === 0 ? ['go'] : [])],
    };
  }

  #guard(choose: (below: number) => number): unknown {
    const one = guardNames[choose(3)]!;
    const other = guardNames[choose(3)]!;
    const place = this.#all[1 + choose(this.#all.length - 1)]!;
    const where = place.kind === 'history' ? one : stateIn(idOf(place));
    return [one, one, and([one, not(other)]), or([not(one), other]), where][choose(5)];
  }
}

/** Whether a history state may remember the very state that a transition to it comes from. */
const remembers = (target: Drawn, { path }: Drawn): boolean =>
  target.kind === 'history' && target.path.slice(0, -1).every((key, index) => path[index] === key);

const idOf = ({ path }: Drawn): string => `#${['chart', ...path].join('.')}`;

/** Whole numbers below what is asked, the same for the same seed (Park and Miller 1988). */
function chooser(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}
