import { type Lts, SILENT } from './lts.ts';

/** The strongly connected components of the silent edges. */
export type SilentComponents = {
  readonly count: number;
  /** Of each state: its component. Every silent edge leads to a component of the same or a lower number. */
  readonly of: Uint32Array;
  /** Of each component: 1 when it has a silent edge of its own, round which a run can go for ever unseen. */
  readonly diverges: Uint8Array;
};

/** Finds them (R. Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion. */
export function silentComponents({ states, offsets, labels, targets }: Lts): SilentComponents {
  const visit = new Uint32Array(states);
  const low = new Uint32Array(states);
  const position = new Uint32Array(states);
  const calls = new Uint32Array(states);
  const stack = new Uint32Array(states);
  const open = new Uint8Array(states);
  const of = new Uint32Array(states);
  let [visits, called, height, count] = [0, 0, 0, 0];
  const enter = (state: number): void => {
    visit[state] = low[state] = ++visits;
    position[state] = offsets[state]!;
    open[state] = 1;
    calls[called++] = state;
    stack[height++] = state;
  };
  const leave = (state: number): void => {
    called--;
    if (low[state] === visit[state]) {
      let member;
      do {
        member = stack[--height]!;
        open[member] = 0;
        of[member] = count;
      } while (member !== state);
      count++;
    }
    if (called === 0) return;
    const caller = calls[called - 1]!;
    if (low[state]! < low[caller]!) low[caller] = low[state]!;
  };
  for (let root = 0; root < states; root++) {
    if (visit[root] !== 0) continue;
    enter(root);
    while (called > 0) {
      const state = calls[called - 1]!;
      const edge = position[state]!;
      if (edge === offsets[state + 1]) {
        leave(state);
        continue;
      }
      position[state] = edge + 1;
      if (labels[edge] !== SILENT) continue;
      const target = targets[edge]!;
      if (visit[target] === 0) enter(target);
      else if (open[target] === 1 && visit[target]! < low[state]!) low[state] = visit[target]!;
    }
  }
  return { count, of, diverges: divergences({ states, offsets, labels, targets }, of, count) };
}

function divergences(
  { states, offsets, labels, targets }: Pick<Lts, 'states' | 'offsets' | 'labels' | 'targets'>,
  of: Uint32Array,
  count: number,
): Uint8Array {
  const diverges = new Uint8Array(count);
  for (let state = 0; state < states; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      if (labels[edge] === SILENT && of[targets[edge]!] === of[state]) diverges[of[state]!] = 1;
    }
  }
  return diverges;
}

/** What a run does that never shows anything again: the label of a divergence where that counts. */
export const foreverSilent = 'goes on for ever unseen';

/** A system whose silent loops are one state each. */
export type Collapsed = {
  readonly lts: Lts;
  /** Of each state of the system it was made of: its state here. Silent edges lead to lower numbers only. */
  readonly of: Uint32Array;
};

/**
 * Makes one state of each silent component: its states can reach each other unseen, and so are branching bisimilar.
 *
 * @param divergences whether a component that can go on for ever unseen keeps a loop that says so.
 */
export function collapsed(lts: Lts, divergences: boolean): Collapsed {
  const { count, of, diverges } = silentComponents(lts);
  const { offsets, labels, targets, states } = lts;
  const names = divergences ? [...lts.names, foreverSilent] : lts.names;
  const members = membersOf(of, count);
  const most = targets.length + count;
  const made = { offsets: new Uint32Array(count + 1), labels: new Uint32Array(most), targets: new Uint32Array(most) };
  let edges = 0;
  const add = (label: number, target: number): void => {
    made.labels[edges] = label;
    made.targets[edges++] = target;
  };
  for (let component = 0, member = 0; component < count; component++) {
    for (; member < states && of[members[member]!] === component; member++) {
      const state = members[member]!;
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const target = of[targets[edge]!]!;
        if (labels[edge] !== SILENT || target !== component) add(labels[edge]!, target);
      }
    }
    if (divergences && diverges[component] === 1) add(lts.names.length, component);
    made.offsets[component + 1] = edges;
  }
  return {
    lts: {
      states: count,
      initial: of[lts.initial]!,
      offsets: made.offsets,
      labels: made.labels.subarray(0, edges),
      targets: made.targets.subarray(0, edges),
      names,
    },
    of,
  };
}

/** All states, those of one component together, components in order. */
function membersOf(of: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const component of of) next[component + 1]!++;
  for (let component = 0; component < count; component++) next[component + 1]! += next[component]!;
  const members = new Uint32Array(of.length);
  of.forEach((component, state) => (members[next[component]!++] = state));
  return members;
}
