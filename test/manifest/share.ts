/**
 * What of the manifest `npm test` gives to those who take long: SPIN, certificates, the naive checker, reduced searches,
 * formulas in place of claims, live actors beside tables and naive engine. `.ci/run` gives them all of it (`WHOLE=1`).
 */
import { runs } from '../../properties/runs.ts';
import type { Run } from '../../src/model/index.ts';
import { isWhole } from '../whole.ts';

/** What a run can show, in words: each claim as kept or as violated, each protocol error, each kind of end. */
function shown({ families, expected }: Run): readonly string[] {
  const { violated = [], outcomes } = expected!;
  const kept = families.flatMap(({ claims }) => claims.filter(({ name }) => !violated.includes(name)));
  return [
    ...kept.map(({ name }) => `kept: ${name}`),
    ...violated.map((name) => `violated: ${name}`),
    ...outcomes.map((name) => `end: ${name}`),
  ];
}

/** Runs, the smallest first, each of which shows something that none before it does: together all that any run shows. */
function smallest(of: readonly Run[]): readonly Run[] {
  const seen = new Set<string>();
  const known = of.filter(({ expected }) => expected !== undefined);
  const inOrder = known.toSorted((a, b) => a.expected!.states - b.expected!.states);
  return inOrder.filter((run) => {
    const before = seen.size;
    for (const what of shown(run)) seen.add(what);
    return seen.size > before;
  });
}

export const share: readonly Run[] = isWhole ? runs : smallest(runs);
