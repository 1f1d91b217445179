import { isCrowded, ownWords, stateWords } from '../lane-text.ts';
import type { Episode, Story } from '../story.ts';
import { doomedWithin } from '../why-text.ts';
import { textWidth } from '../../svg/text-width.ts';
import { sizes } from './theme.ts';

/** A rounded box with a party's new states. */
export type Pill = { readonly text: string; readonly x: number; readonly y: number; readonly width: number };

/** One step: where its event stands, the calls within it, and where its messages leave. */
export type Row = {
  readonly y: number;
  /** The heights of the calls from lane to lane within the step, in the order of the sends. */
  readonly calls: readonly number[];
  readonly pills: readonly Pill[];
  /** The height at which the message with this place among the step's sends leaves its lane. */
  readonly leaves: readonly number[];
};

/** Where everything of a ladder stands that no arrow moves. Lengths in pixels. */
export type Frame = {
  readonly lanes: readonly {
    readonly name: string;
    readonly parties: string;
    readonly x: number;
    readonly width: number;
  }[];
  readonly xOf: (party: string) => number;
  readonly heads: number;
  /** Where the lines of the lanes begin and end. */
  readonly start: number;
  readonly end: number;
  /** Where messages leave that are sent before the first step. */
  readonly outset: number;
  readonly initial: readonly Pill[];
  readonly rows: readonly Row[];
  readonly left: number;
  readonly width: number;
};

/** The height of a lane's head and of a pill, and what lies between rows. */
export const headHeight = 34;
export const pillHeight = 16;
const pillStep = 19;
const rowGap = 24;
const gutter = 40;
const rightMargin = 30;
/** Below the step after which a violation cannot be avoided: a line that says so. */
export const doomRoom = 18;
/** Below the last row, for each message that it leaves on its way. */
const flyingRoom = 26;
/** Lanes of a small system stand apart as far as a reader's eye likes; many lanes as near as they can. */
const nearest = (lanes: number): number => (lanes <= 3 ? 210 : lanes <= 4 ? 170 : 124);
const farthest = 360;

/** Puts lanes and rows in their places, the heads of the lanes at the height `top`. */
export function frame(story: Story, top: number): Frame {
  const widths = laneWidths(story);
  const gaps = laneGaps(story, widths);
  const left = gutter + Math.max(widths[0]! / 2, asideWidth(story, story.lanes[0]!)) + 6;
  let x = left;
  const lanes = story.lanes.map((name, place) => {
    const lane = { name, parties: partiesIn(story, name), x, width: headWidth(story, name) };
    x += gaps[place] ?? 0;
    return lane;
  });
  const xs = new Map(lanes.map((lane) => [lane.name, lane.x]));
  const xOf = (party: string): number => xs.get(story.laneOf[party]!)!;
  const last = story.lanes.at(-1)!;
  const right = Math.max(widths.at(-1)! / 2, asideWidth(story, last)) + rightMargin;
  const initial = Object.entries(story.initial)
    .filter(([party]) => !isCrowded(story, story.laneOf[party]!))
    .map(([party, states]) => pill(stateWords(story, { party, states }), xOf(party), top + headHeight + 6));
  const start = top + headHeight;
  const outset = start + (initial.length > 0 ? pillStep + 8 : 4);
  const rows = rowsOf(story, xOf, outset);
  const end = bottomOf(rows.at(-1)) ?? start + 30;
  const flying = story.episodes.at(-1)?.sends.filter(({ direct, receivedAt }) => !direct && receivedAt === undefined);
  const doomed = doomedWithin(story) === story.episodes.length - 1 ? doomRoom : 0;
  const room = 14 + (flying ?? []).length * flyingRoom + doomed;
  return {
    lanes,
    xOf,
    heads: top,
    start,
    outset,
    end: end + room,
    initial,
    rows,
    left: gutter,
    width: Math.max(440, x + right),
  };
}

function rowsOf(story: Story, xOf: (party: string) => number, start: number): readonly Row[] {
  let y = start;
  const doomed = doomedWithin(story);
  return story.episodes.map((episode, index) => {
    y += rowGap + (doomed !== undefined && index === doomed + 1 ? doomRoom : 0);
    const calls = episode.sends
      .filter(({ from, to, direct }) => direct && xOf(from) !== xOf(to))
      .map((_, at) => y + 20 * (at + 1));
    const below = calls.at(-1) ?? y;
    const stacked = new Map<number, number>();
    const pills = episode.changes
      .filter(({ states }) => states !== '')
      .map((change) => {
        const x = xOf(change.party);
        const place = stacked.get(x) ?? 0;
        stacked.set(x, place + 1);
        return pill(stateWords(story, change), x, below + 8 + place * pillStep);
      });
    const sent = new Map<number, number>();
    const leaves = episode.sends.map(({ from, direct }) => {
      const x = xOf(from);
      const place = sent.get(x) ?? 0;
      if (!direct) sent.set(x, place + 1);
      return below + (stacked.has(x) ? 6 + stacked.get(x)! * pillStep : 0) + place * 7;
    });
    const row = { y, calls, pills, leaves };
    y = bottomOf(row)!;
    return row;
  });
}

/** Where a row ends. */
export function bottomOf(row: Row | undefined): number | undefined {
  if (!row) return undefined;
  return Math.max(row.y, ...row.calls, ...row.leaves, ...row.pills.map(({ y }) => y + pillHeight));
}

function pill(text: string, x: number, y: number): Pill {
  const width = textWidth(text, sizes.pill) + 16;
  return { text, x: x - width / 2, y, width };
}

/** The widest thing that is centred on each lane: its head or a pill. */
function laneWidths(story: Story): readonly number[] {
  const initial = Object.entries(story.initial)
    .filter(([party]) => !isCrowded(story, story.laneOf[party]!))
    .map(([party, states]) => ({ party, states }));
  const changes = [...initial, ...story.episodes.flatMap((episode) => episode.changes)];
  return story.lanes.map((lane) => {
    const pills = changes
      .filter(({ party, states }) => story.laneOf[party] === lane && states !== '')
      .map((change) => textWidth(stateWords(story, change), sizes.pill) + 16);
    return Math.max(headWidth(story, lane), ...pills);
  });
}

const headWidth = (story: Story, lane: string): number =>
  Math.max(76, textWidth(lane, sizes.lane, 'bold') + 24, textWidth(partiesIn(story, lane), sizes.number) + 16);

/** The parties of a lane that holds several, without the lane's own name. */
function partiesIn(story: Story, lane: string): string {
  if (!isCrowded(story, lane)) return '';
  return Object.keys(story.laneOf)
    .filter((party) => story.laneOf[party] === lane)
    .map(
      (party) =>
        party
          .split('.')
          .filter((part) => part !== lane)
          .join('.') || party,
    )
    .join(' · ');
}

/** The widest text beside the dots of a lane. */
function asideWidth(story: Story, lane: string): number {
  const texts = story.episodes
    .filter((episode) => story.laneOf[episode.party] === lane && standsAside(story, episode))
    .map((episode) => textWidth(ownWords(story, episode), sizes.label) + 14);
  return Math.max(0, ...texts);
}

/** Whether a step is written beside its dot, as no arrow of another lane leads to it. */
export const standsAside = (story: Story, { kind, from, party }: Episode): boolean =>
  kind === 'own' || from === undefined || story.laneOf[from] === story.laneOf[party];

/** How far each lane is from the next: as far as pills and the texts on arrows ask for. */
function laneGaps(story: Story, widths: readonly number[]): readonly number[] {
  const gaps = widths
    .slice(1)
    .map((width, place) => Math.max(nearest(story.lanes.length), (width + widths[place]!) / 2 + 14));
  const spans = story.episodes
    .flatMap(({ sends }) => sends)
    .map(({ from, to, text }) => {
      const [a, b] = [story.lanes.indexOf(story.laneOf[from]!), story.lanes.indexOf(story.laneOf[to]!)];
      return { left: Math.min(a, b), right: Math.max(a, b), needs: textWidth(text, sizes.label, 'bold') + 64 };
    })
    .filter(({ left, right }) => left < right)
    .sort((a, b) => a.right - a.left - (b.right - b.left));
  for (const { left, right, needs } of spans) {
    const room = gaps.slice(left, right).reduce((sum, gap) => sum + gap, 0);
    const more = Math.max(0, Math.min(needs, farthest) - room) / (right - left);
    for (let at = left; at < right; at++) gaps[at]! += more;
  }
  return gaps;
}
