import { type Episode, headline, ladder, listing, whyLines } from '../trace/index.ts';

import type { Shown } from './searches.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

type Drawn = Pick<Shown, 'story' | 'trace'>;

/**
 * A trace drawn: the claim and its clauses on top, a ladder (a list where the terminal is too narrow), and where it
 * breaks.
 */
export function counterexampleText(
  { story, trace }: Drawn,
  { paint, glyphs, columns }: Pick<Session, 'paint' | 'glyphs' | 'columns'>,
): string {
  const bad = trace.verdict === 'violated';
  const room = columns - 2;
  const drawn = columns >= 80 ? ladder(story, { columns: room, glyphs, paint, breaks: bad }) : undefined;
  const lines = drawn ?? listing(story, { columns: room, glyphs, paint });
  const ink = bad ? 'bad' : 'good';
  const claim = `${bad ? glyphs.bad : glyphs.good} ${glyphs.text(trace.claim)}`;
  const where = [...(trace.cites.length > 0 ? [`[${trace.cites.join(' ')}]`] : []), trace.run].join('  ');
  const title =
    claim.length + where.length + 2 <= room
      ? [`${paint(ink, claim)}${paint('dim', `  ${where}`)}`]
      : [
          ...wrap(claim, room, 2).map((line) => paint(ink, line)),
          ...wrap(`  ${where}`, room, 2).map((line) => paint('dim', line)),
        ];
  const end = wrap(`   ${glyphs.here} ${glyphs.text(ended({ story, trace }))}`, room, 5);
  const why = whyLines(story, glyphs.matters).flatMap((line) => wrap(`     ${glyphs.text(line)}`, room, 7));
  return [...title, ...lines, ...end.map((line) => paint(ink, line)), ...why.map((line) => paint('dim', line))]
    .map((line) => `  ${line}`)
    .join('\n');
}

/** What is the matter at the end of a trace, in words; `tell` gives those for its last step. */
export function ended({ story, trace }: Drawn, tell: (last: Episode) => string = headline): string {
  const detail = trace.detail === undefined ? '' : `: ${trace.detail}`;
  const what = trace.verdict === 'violated' ? 'violated' : 'reached';
  if (story.loop !== undefined) return `${what} by repeating this for ever, a fair run${detail}`;
  const last = story.episodes.at(-1);
  return last
    ? `${what} here, at step ${story.episodes.length}: ${tell(last)}${detail}`
    : `${what} at the start${detail}`;
}
