/**
 * A labelled transition system: compressed rows, one entry for each edge.
 *
 * Label 0 is the silent one, τ in the literature: what is hidden.
 */
export type Lts = {
  readonly states: number;
  readonly initial: number;
  /** The edges of state `s` are `offsets[s]` up to `offsets[s + 1]`. Length `states + 1`. */
  readonly offsets: Uint32Array;
  /** The label of each edge: an index into `names`. */
  readonly labels: Uint32Array;
  readonly targets: Uint32Array;
  /** What the labels say; `names[0]` is never shown. */
  readonly names: readonly string[];
};

/** The label of what is hidden. */
export const SILENT = 0;

/** What `names[0]` says. */
export const silentName = 'τ';

/** An edge of a list, before it has its place: source, label, target. */
export type Edge = readonly [source: number, label: number, target: number];

/**
 * A labelled transition system from a list of edges; those of one state keep their order.
 *
 * @throws RangeError at an edge whose state or label is not there.
 */
export function ltsOf(states: number, initial: number, edges: readonly Edge[], names: readonly string[]): Lts {
  const offsets = new Uint32Array(states + 1);
  for (const [source, label, target] of edges) {
    if (!(source < states && target < states && label < names.length)) {
      throw new RangeError(
        `the edge ${source} -${label}-> ${target} is not of ${states} states, ${names.length} labels`,
      );
    }
    offsets[source + 1]!++;
  }
  for (let state = 0; state < states; state++) offsets[state + 1]! += offsets[state]!;
  const next = offsets.slice();
  const labels = new Uint32Array(edges.length);
  const targets = new Uint32Array(edges.length);
  for (const [source, label, target] of edges) {
    const edge = next[source]!++;
    labels[edge] = label;
    targets[edge] = target;
  }
  return { states, initial, offsets, labels, targets, names };
}

/** Two systems side by side: labels of one name are one label. */
export type Joined = Lts & {
  /** The initial state of the second system; `initial` is that of the first. */
  readonly other: number;
};

/** The disjoint union of two systems: the states of the second come after those of the first. */
export function joined(a: Lts, b: Lts): Joined {
  const numbers = new Map(a.names.map((name, label) => [name, label]));
  const names = [...a.names];
  const renamed = b.names.map((name, label) => {
    if (label === SILENT) return SILENT;
    const known = numbers.get(name);
    return known ?? names.push(name) - 1;
  });
  const edges = a.targets.length;
  const offsets = new Uint32Array(a.states + b.states + 1);
  offsets.set(a.offsets);
  b.offsets.forEach((offset, state) => (offsets[a.states + state] = edges + offset));
  const labels = new Uint32Array(edges + b.targets.length);
  labels.set(a.labels);
  b.labels.forEach((label, edge) => (labels[edges + edge] = renamed[label]!));
  const targets = new Uint32Array(labels.length);
  targets.set(a.targets);
  b.targets.forEach((target, edge) => (targets[edges + edge] = a.states + target));
  return {
    states: a.states + b.states,
    initial: a.initial,
    other: a.states + b.initial,
    offsets,
    labels,
    targets,
    names,
  };
}

/** Sources of edges by their targets: compressed rows of the same edges turned round. */
export type Reversed = Pick<Lts, 'offsets' | 'labels'> & { readonly sources: Uint32Array };

/** Every edge turned round. */
export function reversed({ states, offsets, labels, targets }: Lts): Reversed {
  const back = new Uint32Array(states + 1);
  for (const target of targets) back[target + 1]!++;
  for (let state = 0; state < states; state++) back[state + 1]! += back[state]!;
  const next = back.slice();
  const sources = new Uint32Array(targets.length);
  const turned = new Uint32Array(targets.length);
  for (let state = 0; state < states; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const place = next[targets[edge]!]!++;
      sources[place] = state;
      turned[place] = labels[edge]!;
    }
  }
  return { offsets: back, labels: turned, sources };
}
