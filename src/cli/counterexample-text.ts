import { headline, ladder, listing } from '../trace/index.ts';

import type { Shown } from './searches.ts';
import type { Session } from './session.ts';

/**
 * A violation drawn: the claim and its clauses on top, a ladder (a list where the terminal is too narrow), and where it
 * breaks.
 */
export function counterexampleText({ story, trace }: Shown, { paint, glyphs, columns }: Pick<Session, 'paint' | 'glyphs' | 'columns'>): string {
  const drawn = columns >= 80 ? ladder(story, { columns: columns - 2, glyphs, paint, breaks: trace.verdict === 'violated' }) : undefined;
  const lines = drawn ?? listing(story, { columns: columns - 2, glyphs, paint });
  const cites = trace.cites.length > 0 ? `  [${trace.cites.join(' ')}]` : '';
  return [
    `${paint('bad', `${glyphs.bad} ${glyphs.text(trace.claim)}`)}${paint('dim', cites)}  ${paint('dim', trace.run)}`,
    ...lines,
    paint('bad', `   ${glyphs.here} ${glyphs.text(breaking({ story, trace }))}`),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

/** What is wrong at the end of a trace, in words. */
function breaking({ story, trace }: Pick<Shown, 'story' | 'trace'>): string {
  const detail = trace.detail === undefined ? '' : `: ${trace.detail}`;
  if (story.loop !== undefined) return `violated by repeating this for ever, however fair${detail}`;
  const last = story.episodes.at(-1);
  return last ? `violated here, at step ${story.episodes.length} (${headline(last)})${detail}` : `violated at the start${detail}`;
}
