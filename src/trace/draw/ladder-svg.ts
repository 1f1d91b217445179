import type { Captions } from '../captions.ts';
import type { Story } from '../story.ts';
import { whyLines } from '../why-text.ts';
import { frame } from './frame.ts';
import { LadderDrawing, text } from './ladder-drawing.ts';
import { element, number } from '../../svg/markup.ts';
import { textLines } from '../../svg/text-width.ts';
import type { Theme } from '../../svg/theme.ts';
import { sizes, styleSheet, themeClass } from './theme.ts';

/** Colours and captions of a ladder. */
export type LadderSvgOptions = Captions & {
  /** Default `auto`. */
  readonly theme?: Theme;
};

const margin = 14;
const lineHeight = 15;

/**
 * A story as a sequence chart in SVG, like the figures of the RFCs: a lane for each party or host, a numbered row for
 * each step, every message an arrow from the row that sends it to the row that takes it.
 *
 * A message that is lost ends in a cross, one that is still on its way is dotted; the steps that repeat for ever stand
 * in a box. The same story gives the same bytes on every machine.
 */
export function ladderSvg(story: Story, { theme = 'auto', title, notes = [], end }: LadderSvgOptions = {}): string {
  const room = frame(story, 0).width - 2 * margin;
  const titleLines = title === undefined ? [] : textLines(title, room, sizes.title, 'bold');
  const noteLines = notes.flatMap((note) => textLines(note, room, sizes.note));
  const top = margin + titleLines.length * 18 + noteLines.length * lineHeight + (titleLines.length > 0 ? 6 : 0);
  const placed = frame(story, top);
  const endLines = end === undefined ? [] : textLines(end.text, room - 24, sizes.note);
  const whyTexts = whyLines(story, '•').flatMap((line) => textLines(line, room - 24, sizes.note));
  const loopHeight = story.loop === undefined ? 0 : 26;
  const below = endLines.length * lineHeight + (end ? margin : 4);
  const height = placed.end + loopHeight + below + (whyTexts.length > 0 ? whyTexts.length * lineHeight + 6 : 0);
  const drawing = new LadderDrawing(story, placed, end?.bad === true && story.loop === undefined);
  const name = title ?? `${story.lanes.join(', ')}: ${story.episodes.length} steps`;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: themeClass(theme),
      viewBox: `0 0 ${number(placed.width)} ${number(height)}`,
      width: placed.width,
      height,
      role: 'img',
      'aria-label': name,
    },
    [
      element('style', {}, styleSheet(theme, story.why !== undefined)),
      element('rect', { class: 'ground', width: placed.width, height }),
      ...titleLines.map((line, at) => text('title', margin, margin + 11 + at * 18, line)),
      ...noteLines.map((line, at) =>
        text('faint', margin, margin + titleLines.length * 18 + 11 + at * lineHeight, line),
      ),
      ...drawing.all(),
      ...(end ? ending(endLines, end.bad, placed.end + loopHeight + 8) : []),
      ...whyTexts.map((line, at) =>
        text('faint', margin + 16, placed.end + loopHeight + below + 10 + at * lineHeight, line),
      ),
    ].join('\n'),
  )}\n`;
}

/** How the ladder ends, after a cross or a hook. */
function ending(lines: readonly string[], bad: boolean, y: number): readonly string[] {
  const sign = bad ? `M${margin} ${number(y)}l8 8m0 -8l-8 8` : `M${margin} ${number(y + 4)}l3 4l6 -8`;
  return [
    element('path', { class: bad ? 'ring' : 'hook', d: sign }),
    ...lines.map((line, at) => text(bad ? 'bad' : 'good', margin + 16, y + 8 + at * lineHeight, line)),
  ];
}
