import { createHash } from 'node:crypto';

import type { Drawing } from '../reference/index.ts';
import { ladder, ladderSvg, type LadderSvgOptions, listing, type Story } from '../trace/index.ts';

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 110;

/** Draws stories for the pages, and keeps their pictures for the site. */
export class DrawingBoard {
  /** SVG documents by their file names; stories that look alike share one. */
  readonly pictures = new Map<string, string>();

  /** A story as it is printed; `end` says how it ends. */
  draw(story: Story, end: NonNullable<LadderSvgOptions['end']>, title?: string): Drawing {
    const lines = ladder(story, { columns, breaks: end.bad }) ?? listing(story, { columns });
    const svg = ladderSvg(story, { end, ...(title !== undefined && { title }) });
    const picture = `${createHash('sha256').update(svg).digest('hex').slice(0, 12)}.svg`;
    this.pictures.set(picture, svg);
    return { lines, picture };
  }
}
