import type { Decidable } from '../frontier/index.ts';
import type { Landscape, Point } from '../model/index.ts';

import type { Verdicts } from './design-search.ts';

/** How many combinations a table may have, where the command line does not say which choices are open. */
export const MOST_COMBINATIONS = 512;

/** Choices that make a difference, as many as fit into a table, and those that do not fit. */
export type Open = { readonly over: readonly Decidable[]; readonly left: readonly string[] };

/**
 * The choices that make a difference to the claims when they are changed alone, those that change most claims first; the
 * given ones among them are always there.
 */
export async function openChoices(
  { axes, contradiction }: Landscape,
  start: Point,
  given: readonly string[],
  names: readonly string[],
  verdicts: Verdicts,
): Promise<Open> {
  const before = await verdicts.judge(start);
  const weighed = await Promise.all(
    axes
      .filter(({ kind, name }) => kind === 'choice' && names.includes(name))
      .map(async (axis) => {
        const points = axis.values.map((value) => ({ ...start, [axis.name]: value }));
        const judged = await Promise.all(
          points.filter((point) => contradiction(point) === undefined).map((point) => verdicts.judge(point)),
        );
        const changed = judged.map(({ broken }) => difference(broken, before.broken));
        return { axis, weight: given.includes(axis.name) ? Infinity : Math.max(0, ...changed) };
      }),
  );
  const over: Decidable[] = [];
  const left: string[] = [];
  let size = 1;
  for (const { axis } of weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))) {
    if (size * axis.values.length > MOST_COMBINATIONS) {
      left.push(axis.name);
      continue;
    }
    size *= axis.values.length;
    over.push({ name: axis.name, values: axis.values });
  }
  return { over, left };
}

const difference = (one: readonly string[], other: readonly string[]): number =>
  one.filter((claim) => !other.includes(claim)).length + other.filter((claim) => !one.includes(claim)).length;
