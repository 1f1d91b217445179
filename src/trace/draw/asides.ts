import { ownWords } from '../lane-text.ts';
import type { Story } from '../story.ts';
import type { Arrow, Point } from './arrows.ts';
import { type Frame, standsAside } from './frame.ts';
import { type Box, distance, overlap } from './label-places.ts';
import { textWidth } from '../../svg/text-width.ts';
import { sizes } from './theme.ts';

/** A text beside the dot of a step. */
export type Aside = {
  readonly text: string;
  readonly at: Point;
  readonly anchor: 'start' | 'end';
  readonly box: Box;
  readonly step: number;
};

/**
 * What the steps that no arrow leads to are called, beside their dots: outside of the first and the last lane, and of
 * every other lane on the side where fewer arrows pass.
 */
export function asides(story: Story, frame: Frame, arrows: readonly Arrow[]): readonly Aside[] {
  return story.episodes.flatMap((episode, step) => {
    if (!standsAside(story, episode)) return [];
    const text = ownWords(story, episode);
    const x = frame.xOf(episode.party);
    const y = frame.rows[step]!.y;
    const [left, right] = (['end', 'start'] as const).map((anchor) => aside(text, x, y, anchor, step));
    if (x === frame.lanes[0]!.x) return [left!];
    if (x === frame.lanes.at(-1)!.x) return [right!];
    return [crowd(right!.box, frame, arrows) < crowd(left!.box, frame, arrows) ? right! : left!];
  });
}

function aside(text: string, x: number, y: number, anchor: 'start' | 'end', step: number): Aside {
  const width = textWidth(text, sizes.label);
  const at = { x: anchor === 'end' ? x - 9 : x + 9, y: y + 4 };
  return { text, at, anchor, box: { x: anchor === 'end' ? at.x - width : at.x, y: y - 6, width, height: 12 }, step };
}

/** How many arrows pass a box, weighed by how much of it they pass; a lane or a pill in it weighs as much as all. */
function crowd(box: Box, frame: Frame, arrows: readonly Arrow[]): number {
  const middle = box.y + box.height / 2;
  let sum = 0;
  for (let x = box.x; x <= box.x + box.width; x += 8) {
    sum += arrows.filter((arrow) => distance({ x, y: middle }, arrow) < 8).length;
  }
  const blocked =
    frame.lanes.some((lane) => lane.x > box.x && lane.x < box.x + box.width) ||
    frame.rows.some(({ pills }) => pills.some((pill) => overlap(box, { ...pill, height: 16 })));
  return sum + (blocked ? 100 : 0);
}
