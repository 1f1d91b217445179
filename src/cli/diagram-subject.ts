import type { Chart, Run, System } from '../model/index.ts';

import { Failure, unknown } from './failure.ts';

/** What is drawn: a chart with the runs whose systems have it, or the system of a run. */
export type DiagramSubject =
  | { readonly kind: 'chart'; readonly chart: Chart; readonly runs: readonly Run[] }
  | { readonly kind: 'system'; readonly run: Run; readonly system: System };

/**
 * The chart with this id, or the system of the run with this name.
 *
 * @throws Failure (150) with the nearest name, when there is neither.
 */
export function subjectOf(name: string, runs: readonly Run[]): DiagramSubject {
  const run = runs.find((candidate) => candidate.name === name);
  if (run) return { kind: 'system', run, system: run.system() };
  const having = new Map<string, { chart: Chart; runs: Run[] }>();
  for (const candidate of runs) {
    const charts = new Map(Object.values(candidate.system().parties).map(({ chart }) => [chart.id, chart]));
    for (const [id, chart] of charts) {
      const known = having.get(id) ?? { chart, runs: [] };
      having.set(id, known);
      known.runs.push(candidate);
    }
  }
  const found = having.get(name);
  if (found) return { kind: 'chart', ...found };
  const below = runs.filter((candidate) => candidate.name.startsWith(`${name.replace(/\/$/, '')}/`));
  if (below.length > 0) {
    throw new Failure(`"${name}" means ${below.length} runs, and a diagram is of one: "${below[0]!.name}", say`);
  }
  throw unknown('chart or run', name, [...[...having.keys()].sort(), ...runs.map((candidate) => candidate.name)]);
}
