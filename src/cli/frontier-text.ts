import { type Departures, type Frontier, type Code, isBad, written } from '../frontier/index.ts';

import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

const words: Readonly<Record<Code, string>> = {
  h: 'holds',
  v: 'does not hold',
  r: 'is reached',
  n: 'is not reached',
  V: 'does not hold',
  R: 'is reached',
  '?': 'is unknown',
};

/** What a claim needs, home by home, for the terminal. */
export function frontierText(
  claim: string,
  frontiers: readonly Frontier[],
  { paint, glyphs, columns }: Pick<Session, 'paint' | 'glyphs' | 'columns'>,
): string {
  const line = (text: string, indent = 6): readonly string[] => wrap(glyphs.text(text), columns - 2, indent);
  return [
    paint('bold', glyphs.text(claim)),
    ...frontiers.flatMap((frontier) => {
      const { home, base, breaks, mends, harmless, points, unknown } = frontier;
      const length = isBad(base.code) && base.steps !== undefined ? ` (${base.steps} steps)` : '';
      const mended = (broken: Departures): readonly string[] =>
        mends
          .filter((one) => written(one.broken) === written(broken))
          .flatMap(({ by }) => line(`        good again with ${by.map(written).join(' | ')}`, 10));
      return [
        paint(isBad(base.code) ? 'bad' : 'good', `  ${home}: ${words[base.code]}${length}`),
        ...mended([]),
        ...(breaks.length > 0 ? ['    breaks, and nothing nearer does:'] : []),
        ...breaks.flatMap(({ at, steps }) => [
          ...line(`      ${written(at)}${steps === undefined ? '' : `  (${steps} steps)`}`),
          ...mended(at),
        ]),
        ...(harmless.length > 0
          ? line(`    makes no difference alone: ${harmless.map((one) => written([one])).join(' ')}`)
          : []),
        paint('dim', `    ${points} points decided${unknown > 0 ? `, of these ${unknown} unknown` : ''}`),
      ];
    }),
  ].join('\n');
}
