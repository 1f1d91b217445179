import type { System } from '../model/index.ts';
import type { Difference } from '../relate/index.ts';
import { enactFound, ladder, listing, tell } from '../trace/index.ts';

import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/**
 * A trace that only one of two systems has: what is seen, one label to a line, and what the other does instead.
 *
 * @param other how the other system is called.
 */
export function differenceText({ trace, instead }: Difference, other: string, look: Look): string {
  const { paint, glyphs, columns } = look;
  const lines = trace.flatMap((label, index) => {
    const last = index === trace.length - 1;
    const line = wrap(`${String(index + 1).padStart(6)}  ${glyphs.text(label)}`, columns, 8);
    return last ? line.map((part) => paint('bad', part)) : line;
  });
  const end = `${glyphs.here} ${other} never does this here${insteadText(instead)}`;
  return [...lines, ...wrap(`        ${glyphs.text(end)}`, columns, 10)].join('\n');
}

function insteadText(instead: readonly string[]): string {
  if (instead.length === 0) return '; nothing more is seen of it';
  return `; it can: ${instead.map((label) => `[${label}]`).join(' ')}`;
}

/**
 * The path of such a trace, drawn, after live actors took it.
 *
 * @throws ReplayError when they cannot: the search was wrong.
 */
export function differenceLadder(system: System, { path }: Difference, look: Look): string {
  const { paint, glyphs, columns } = look;
  const story = tell(system, path, enactFound(system, path).views);
  const options = { columns: columns - 2, glyphs, paint };
  const lines = (columns >= 80 ? ladder(story, options) : undefined) ?? listing(story, options);
  return lines.map((line) => `  ${line}`).join('\n');
}
