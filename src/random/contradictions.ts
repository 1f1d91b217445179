import type { Report } from '../model/index.ts';
import type { Walked } from './exploration.ts';

/**
 * Where walks and an exhaustive search of the same system cannot both be right, in words; empty when they agree.
 *
 * The search must have found whatever a walk found, on a way that is no longer. Of a search that is not complete only the
 * latter is asked, and only of what it found.
 */
export function contradictions({ seen, ends, states, forgot }: Walked, report: Report): readonly string[] {
  const told = seen.flatMap(({ claim, verdict, walks, first, path }): string[] => {
    const searched = report.verdicts.find((other) => other.claim === claim);
    const what = `"${claim}" is ${verdict} by ${walks === 1 ? `walk ${first}` : `${walks} walks, first by walk ${first}`}`;
    if (searched === undefined) return [`${what}, and the search says nothing of it`];
    if (searched.verdict === 'not finished') return [];
    if (searched.verdict !== verdict) return [`${what}, and the search says: ${searched.verdict}`];
    const shortest = searched.path;
    if (shortest === undefined || shortest.loop !== undefined || shortest.steps.length <= path.steps.length) return [];
    return [`${what} in ${path.steps.length} steps, and the search has no way of less than ${shortest.steps.length}`];
  });
  if (!report.complete) return told;
  const known = new Set(report.outcomes.map(({ name }) => name));
  const others = [...ends].filter(([name]) => !known.has(name));
  return [
    ...told,
    ...others.map(([name]) => `a walk ends in "${name}", and the search has no such end`),
    ...(!forgot && states > report.states
      ? [`walks came through ${states} states, and the search has ${report.states}`]
      : []),
  ];
}
