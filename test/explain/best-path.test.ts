/** Of all shortest paths the one with the fewest faults, then the fewest switches: against all of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { type Predicate, reaches, type Step, type System, type View } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { type Explored, explore } from '../reference/naive-search.ts';
import { randomCase } from '../reference/random-system.ts';
import { exploredOf, matching } from './naive-explored.ts';

const numRuns = Number(process.env.FC_RUNS ?? 80);
const mostPaths = 4000;

/** Faults and switches of a path, the first weighing more than any number of the second. */
const weight = (steps: readonly Step[], fairness: Explored['fairness']): number => {
  const faults = steps.filter(({ class: name }) => fairness[name] === 'none').length;
  const switches = steps.filter(({ party }, at) => at > 0 && party !== steps[at - 1]!.party).length;
  return faults * 1000 + switches;
};

/** All shortest paths to some states; none when there are too many. */
function allShortest(graph: Explored, ends: ReadonlySet<number>): Step[][] | undefined {
  let open: { state: number; steps: Step[] }[] = [{ state: 0, steps: [] }];
  for (;;) {
    const there = open.filter(({ state }) => ends.has(state));
    if (there.length > 0) return there.map(({ steps }) => steps);
    open = open.flatMap(({ state, steps }) =>
      graph.edges[state]!.flatMap(({ target, step }) =>
        graph.depth[target] === steps.length + 1 ? [{ state: target, steps: [...steps, step] }] : [],
      ),
    );
    if (open.length === 0 || open.length > mostPaths) return undefined;
  }
}

/** All that a view shows of a state. */
const shown = ({ parties, channels }: System, view: View): string =>
  JSON.stringify([
    Object.keys(parties).map((name) => [view.party[name]!.value, view.party[name]!.context]),
    Object.entries(channels).map(([name, { kind }]) => (kind === 'fifo' ? view.channel[name] : [])),
  ]);

test.for(['generated', 'interpreted'] as const)('no shortest path to far states is better, engine %s', (engine) => {
  let looked = 0;
  fc.assert(
    fc.property(randomCase, ({ system }) => {
      const graph = exploredOf(() => explore(system, 250));
      if (!graph?.complete) return;
      const far = [...graph.views.keys()].filter((state) => graph.depth[state] === graph.depth.at(-1));
      const wanted = new Set(far.slice(-3).map((state) => shown(system, graph.views[state]!)));
      const when: Predicate = (state) => wanted.has(shown(system, state));
      const all = allShortest(graph, new Set([...graph.views.keys()].filter((state) => when(graph.views[state]!))));
      if (all === undefined) return;
      const families = [{ name: 'far', claims: [reaches('far', { cites: [], when })] }];
      const { steps } = check(system, { families, engine }).verdicts[0]!.path!;

      expect(steps.length).toBe(all[0]!.length);
      expect(weight(steps, graph.fairness)).toBe(Math.min(...all.map((path) => weight(path, graph.fairness))));
      expect(replay(system, { steps })).toMatchObject({ agrees: true });
      if (new Set(all.map((path) => weight(path, graph.fairness))).size > 1) looked++;
    }),
    { numRuns, seed: 4 },
  );
  expect(looked).toBeGreaterThan(numRuns / 20);
});

test('with and without loops the lengths are the same', () => {
  fc.assert(
    fc.property(randomCase, ({ system, families }) => {
      const graph = exploredOf(() => explore(system, 400));
      if (!graph?.complete) return;
      const lengths = (loops: boolean) =>
        check(system, { families, loops })
          .verdicts.filter(({ kind }) => matching.has(kind))
          .map(({ claim, path }) => [claim, path?.steps.length]);
      expect(lengths(true)).toEqual(lengths(false));
    }),
    { numRuns: numRuns / 5 },
  );
});
