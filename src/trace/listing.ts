import { colourless, fit, type Paint } from './canvas.ts';
import { type Glyphs, unicode } from './glyphs.ts';
import type { Episode, Story } from './story.ts';
import { doomLine, doomedWithin, marksSteps } from './why-text.ts';

export type ListingOptions = { readonly columns?: number; readonly glyphs?: Glyphs; readonly paint?: Paint };

/** A story as a list, for terminals too narrow for a ladder: what each step does, what it sends, what changes. */
export function listing(story: Story, options: ListingOptions = {}): readonly string[] {
  const { columns = 79, glyphs = unicode, paint = colourless } = options;
  const line = (text: string): string => fit(glyphs.text(text), columns, glyphs.cut);
  const lines: string[] = [];
  story.episodes.forEach((episode, index) => {
    if (index === story.loop) lines.push(paint('bad', line(`${glyphs.loop[3]} from here on, for ever:`)));
    const mark = marksSteps(story) && story.why!.matters.includes(index) ? glyphs.matters : ' ';
    lines.push(line(`${String(index + 1).padStart(3)}${mark}${headline(episode, glyphs)}`));
    lines.push(...details(episode).map((detail) => paint('dim', line(`      ${detail}`))));
    if (index === doomedWithin(story)) lines.push(paint('bad', line(`    ${doomLine}`)));
  });
  return lines;
}

/** What a step does, in one line; a loss begins and a duplicate ends with the sign of a fault. */
export function headline(episode: Episode, { fault }: Pick<Glyphs, 'fault'> = unicode): string {
  const { kind } = episode;
  const words = deed(episode);
  return kind === 'lose' ? `${fault} ${words}` : kind === 'duplicate' ? `${words} ${fault}` : words;
}

/** What a step does, in words alone. */
export function deed({
  kind,
  party,
  text,
  from,
  sentAt,
}: Pick<Episode, 'kind' | 'party' | 'text' | 'from' | 'sentAt'>): string {
  const origin = from === undefined ? '' : ` from ${from}`;
  const when = sentAt ? ` (sent at step ${sentAt})` : '';
  if (kind === 'own') return `${party}: ${text}`;
  if (kind === 'lose') return `lost on the way to ${party}: ${text}${origin}${when}`;
  return `${party} receives ${text}${origin}${when}${kind === 'duplicate' ? ', and will again' : ''}`;
}

/** What a step sends, calls within it included, and what is another after it. */
export function details(episode: Episode): readonly string[] {
  return [
    ...episode.sends.map(({ from, to, text, direct }) => `${from} ${direct ? 'calls' : 'sends to'} ${to}: ${text}`),
    ...episode.changes.map(
      ({ party, states, context }) => `${party} is ${[states, ...context].filter(Boolean).join(', ')}`,
    ),
  ];
}
