import { createHash } from 'node:crypto';

import type { Drawing } from '../reference/index.ts';
import { ladder, ladderSvg, listing, type Story } from '../trace/index.ts';

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 110;

/** Draws stories for the pages, and keeps their pictures for the site. */
export class DrawingBoard {
  /** SVG documents by their file names; stories that look alike share one. */
  readonly pictures = new Map<string, string>();

  /** A story that ends badly, as it is printed; `end` says how. */
  draw(story: Story, end: string, title?: string): Drawing {
    const lines = ladder(story, { columns, breaks: true }) ?? listing(story, { columns });
    const svg = ladderSvg(story, { end: { text: end, bad: true }, ...(title !== undefined && { title }) });
    const picture = `${createHash('sha256').update(svg).digest('hex').slice(0, 12)}.svg`;
    this.pictures.set(picture, svg);
    return { lines, picture };
  }
}
