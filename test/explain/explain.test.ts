/** Explanations by their definition, on random systems and on one that a reader can follow. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { StepKey } from '../../src/model/index.ts';
import { fairStates } from '../reference/naive-fairness.ts';
import { type Explored, explore } from '../reference/naive-search.ts';
import { randomCase } from '../reference/random-system.ts';
import { after, exploredOf } from './naive-explored.ts';

const numRuns = Number(process.env.FC_RUNS ?? 80);

/** The states from which some fair run, as long as it can be, meets none of the bad ones. */
function avoiding(graph: Explored, bad: ReadonlySet<number>): ReadonlySet<number> {
  const region = new Set([...graph.edges.keys()].filter((state) => !bad.has(state)));
  const rests = [...region].filter((state) =>
    graph.edges[state]!.every(({ class: name }) => graph.fairness[name] === 'none'),
  );
  const found = new Set([...rests, ...fairStates(graph, graph.edges, new Set(region))]);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const state of region) if (graph.edges[state]!.some(({ target }) => found.has(target))) found.add(state);
  }
  return found;
}

/** The states on the way when decisions are taken as far as they are possible, until one is bad. */
function retaken(graph: Explored, keys: readonly StepKey[], bad: ReadonlySet<number>): number[] {
  const states = [0];
  for (const key of keys) {
    const next = bad.has(states.at(-1)!) ? undefined : after(graph, states.at(-1)!, key);
    if (next !== undefined) states.push(next);
  }
  return states;
}

test('what matters and what dooms is as defined, and the passing run passes', () => {
  let doomedEarly = 0;
  fc.assert(
    fc.property(randomCase, ({ system, families }) => {
      const graph = exploredOf(() => explore(system, 300));
      const always = families[0]!.claims.find((claim) => claim.kind === 'always')!;
      const bad = new Set(graph?.views.flatMap((view, state) => (always.holds(view) ? [] : [state])));
      if (!graph?.complete || bad.size === 0) return;
      const verdict = check(system, { families, explain: true }).verdicts.find(({ claim }) => claim === always.name)!;
      const { steps } = verdict.path!;
      const { matters, doomed, passes } = verdict.explanation!;
      const good = avoiding(graph, bad);
      const states = retaken(graph, steps, bad);

      expect(doomed).toBe(states.findIndex((state) => !good.has(state)) - 1);
      if (doomed! < steps.length - 1) doomedEarly++;
      const comes = (left: number): boolean => {
        const rest = retaken(graph, steps.toSpliced(left, 1), bad);
        return rest.some((state) => !good.has(state));
      };
      expect(matters).toEqual([...steps.keys()].filter((left) => !comes(left)));
      expect(passes !== undefined).toBe(doomed! >= 0);
      expect(passes?.shares ?? doomed).toBe(doomed);
      if (passes?.step) expect(good.has(after(graph, states[passes.shares]!, passes.step)!)).toBe(true);
    }),
    { numRuns, seed: 7 },
  );
  expect(doomedEarly).toBeGreaterThan(numRuns / 50);
});

test('every violation of a complete search is explained, except full channels and formulas', () => {
  fc.assert(
    fc.property(randomCase, ({ system, families }) => {
      const graph = exploredOf(() => explore(system, 300));
      if (!graph?.complete) return;
      const { verdicts } = check(system, { families, explain: true });
      for (const { claim, kind, verdict, path, explanation } of verdicts) {
        if (verdict !== 'violated' || kind === 'ltl') continue;
        expect([claim, explanation]).toEqual([claim, expect.anything()]);
        const { matters, doomed = -1, passes } = explanation!;
        expect([...matters, doomed].every((step) => step < path!.steps.length)).toBe(true);
        if (!passes?.step) continue;
        const states = retaken(graph, path!.steps.slice(0, passes.shares), new Set());
        expect(after(graph, states.at(-1)!, passes.step)).toBeDefined();
      }
    }),
    { numRuns },
  );
});
