import type { Episode, Story, Told } from '../story.ts';
import type { Frame } from './frame.ts';

/** A place in a picture, in pixels, y downwards. */
export type Point = { readonly x: number; readonly y: number };

/** A message from where it is sent to where it comes to. */
export type Arrow = {
  readonly from: Point;
  readonly to: Point;
  readonly text: string;
  /** Received; lost on the way; still on its way at the end; a call within one step; received where it was sent. */
  readonly kind: 'taken' | 'lost' | 'flying' | 'call' | 'inside';
  /** Index of the step that it ends in; of the one that sends it, while it is on its way. */
  readonly step: number;
};

/** How much steeper each message on its way is than the one that left before it, in pixels. */
const fan = 22;

/** Every message of a story, in the order in which they end. */
export function arrows(story: Story, frame: Frame): readonly Arrow[] {
  return story.episodes.flatMap((episode, step) => [
    ...received(story, frame, episode, step),
    ...calls(frame, episode, step),
    ...flying(frame, episode, step),
  ]);
}

function received(story: Story, frame: Frame, episode: Episode, step: number): readonly Arrow[] {
  const { kind, from, sentAt, party, text } = episode;
  if (kind === 'own' || from === undefined || sentAt === undefined) return [];
  const start = { x: frame.xOf(from), y: leaving(story, frame, episode, step) };
  const end = { x: frame.xOf(party), y: frame.rows[step]!.y };
  if (start.x === end.x) return [{ from: start, to: end, text: '', kind: 'inside', step }];
  if (kind !== 'lose')
    return [{ from: start, to: end, text: kind === 'duplicate' ? `${text} (and again)` : text, kind: 'taken', step }];
  const stop = { x: start.x + (end.x - start.x) * 0.68, y: end.y };
  return [{ from: start, to: stop, text: `${text} (lost)`, kind: 'lost', step }];
}

/** The height at which the message that a step takes left its sender. */
function leaving(story: Story, frame: Frame, { sentAt, from, text }: Episode, step: number): number {
  if (!sentAt) return frame.outset;
  const { sends } = story.episodes[sentAt - 1]!;
  const queued = ({ direct, from: sender, text: said }: Told): boolean => !direct && sender === from && said === text;
  const exact = sends.findIndex((sent) => queued(sent) && sent.receivedAt === step + 1);
  const place = exact >= 0 ? exact : sends.findIndex(queued);
  return frame.rows[sentAt - 1]!.leaves[Math.max(0, place)] ?? frame.rows[sentAt - 1]!.y;
}

function calls(frame: Frame, { sends }: Episode, step: number): readonly Arrow[] {
  return sends
    .filter(({ from, to, direct }) => direct && frame.xOf(from) !== frame.xOf(to))
    .map(({ from, to, text }, place) => {
      const y = frame.rows[step]!.calls[place]!;
      return { from: { x: frame.xOf(from), y }, to: { x: frame.xOf(to), y }, text, kind: 'call', step };
    });
}

/** Messages that no step takes: drawn a part of the way, fanned out where several leave together. */
function flying(frame: Frame, { sends }: Episode, step: number): readonly Arrow[] {
  const left = new Map<number, number>();
  return sends.flatMap(({ from, to, text, direct, receivedAt }, place) => {
    const start = { x: frame.xOf(from), y: frame.rows[step]!.leaves[place]! };
    const way = frame.xOf(to) - start.x;
    if (direct || receivedAt !== undefined || way === 0) return [];
    const before = left.get(start.x) ?? 0;
    left.set(start.x, before + 1);
    const end = { x: start.x + way * 0.72, y: Math.min(start.y + 26 + before * fan, frame.end - 4) };
    return [{ from: start, to: end, text, kind: 'flying', step } as const];
  });
}
