import { isCrowded, note } from './lane-text.ts';
import type { Episode, Story } from './story.ts';

/** Where the lanes of a ladder stand. */
export type LaneLayout = {
  /** The column of each lane's line. */
  readonly x: Readonly<Record<string, number>>;
  /** How many columns the ladder takes. */
  readonly width: number;
};

/** Columns left of the lanes: the step's number and the bracket of a loop. */
export const gutter = 7;
/** Lanes closer than this cannot be read. */
const narrowest = 14;
/** What an arrow needs besides its text: its ends and the blanks around the text. */
const arrowEnds = 7;

/**
 * Puts the lanes as far apart as the longest texts between them ask for, at most `columns` wide in all.
 *
 * @returns undefined when the lanes do not fit: the story is then better told as a list.
 */
export function layOut(story: Story, textOf: (episode: Episode) => string, columns: number): LaneLayout | undefined {
  const { lanes, laneOf } = story;
  const index = (party: string | undefined): number => lanes.indexOf(laneOf[party ?? ''] ?? '');
  const gaps = new Array<number>(Math.max(0, lanes.length - 1)).fill(narrowest);
  for (const [a, b, length] of arrows(story, textOf).sort(
    (p, q) => Math.abs(index(p[0]) - index(p[1])) - Math.abs(index(q[0]) - index(q[1])),
  )) {
    const [left, right] = [Math.min(index(a), index(b)), Math.max(index(a), index(b))];
    if (left < 0) continue;
    const room = gaps.slice(left, right).reduce((sum, gap) => sum + gap, 0);
    for (let missing = length + arrowEnds - room, at = left; missing > 0; missing--) {
      gaps[at]!++;
      at = at + 1 < right ? at + 1 : left;
    }
  }

  const left = gutter + Math.ceil(widestNote(story, lanes[0]) / 2);
  const right = Math.max(Math.ceil(widestNote(story, lanes.at(-1)) / 2), widestAside(story, textOf)) + 2;
  const room = columns - left - Math.min(right, narrowest * 2);
  if (gaps.length * narrowest > room) return undefined;
  shrink(gaps, room);

  const x: Record<string, number> = {};
  let at = left;
  lanes.forEach((lane, place) => {
    x[lane] = at;
    at += gaps[place] ?? 0;
  });
  return { x, width: Math.min(columns, at + right) };
}

/** Every arrow that the ladder draws from one lane to another: sender, receiver, length of its text. */
function arrows(story: Story, textOf: (episode: Episode) => string): [string, string, number][] {
  const between = (from: string | undefined, to: string): boolean =>
    from !== undefined && story.laneOf[from] !== story.laneOf[to];
  return story.episodes.flatMap((episode) => [
    ...(episode.kind !== 'own' && between(episode.from, episode.party)
      ? [[episode.from!, episode.party, [...textOf(episode)].length] as [string, string, number]]
      : []),
    ...episode.sends
      .filter(({ from, to }) => between(from, to))
      .map(({ from, to, text }) => [from, to, [...text].length] as [string, string, number]),
  ]);
}

/** Signs in the widest state note of a lane, brackets included. */
function widestNote(story: Story, lane: string | undefined): number {
  const inLane = ({ party }: { party: string }): boolean => story.laneOf[party] === lane;
  const initial = Object.entries(story.initial).map(([party, states]) => ({ party, states }));
  const changes = story.episodes.flatMap((episode) => episode.changes);
  const notes = [...(lane !== undefined && isCrowded(story, lane) ? [] : initial), ...changes].filter(inLane);
  return Math.min(28, Math.max(lane?.length ?? 0, ...notes.map((change) => note(story, change).length)));
}

/** Signs in the longest text that stands to the right of the last lane. */
function widestAside(story: Story, textOf: (episode: Episode) => string): number {
  const last = story.lanes.at(-1);
  return Math.max(
    0,
    ...story.episodes
      .filter(({ kind, party }) => kind === 'own' && story.laneOf[party] === last)
      .map((episode) => textOf(episode).length + 2),
  );
}

/** Takes columns from the widest gaps until they fit into the room. */
function shrink(gaps: number[], room: number): void {
  let excess = gaps.reduce((sum, gap) => sum + gap, 0) - room;
  while (excess-- > 0) gaps[gaps.indexOf(Math.max(...gaps))]!--;
}
