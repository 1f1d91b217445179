import type { Glyphs } from './glyphs.ts';
import type { Change, Episode, Story } from './story.ts';

/** Whether a lane holds several parties, so that texts in it must say whose they are. */
export const isCrowded = ({ laneOf }: Story, lane: string): boolean =>
  Object.values(laneOf).filter((other) => other === lane).length > 1;

/** The party's name before what it does: nothing where it has its lane alone; `server.B` in the lane B is `server`. */
function owner(story: Story, party: string): string {
  const lane = story.laneOf[party]!;
  if (!isCrowded(story, lane)) return '';
  const parts = party.split('.').filter((part) => part !== lane);
  return `${parts.join('.') || party} `;
}

/** What stands at a step: its message, for an own step also whose, with the number of the sending step if that is not the one before. */
export function caption(story: Story, episode: Episode, { sent }: Glyphs): string {
  const number = story.episodes.indexOf(episode) + 1;
  const late = episode.sentAt !== undefined && episode.sentAt !== number - 1 ? ` ${sent}${episode.sentAt}` : '';
  const again = episode.kind === 'duplicate' ? ' (and again)' : '';
  const crosses = episode.from !== undefined && story.laneOf[episode.from] !== story.laneOf[episode.party];
  return `${crosses ? '' : owner(story, episode.party)}${episode.text}${late}${again}`;
}

/** What stands beside the dot of a step that no arrow leads to: whose it is where the lane does not say, and what. */
export function ownWords(story: Story, { kind, party, text }: Episode): string {
  const fate = kind === 'lose' ? ' (lost)' : kind === 'duplicate' ? ' (and again)' : '';
  return `${owner(story, party)}${text}${fate}`;
}

/** A party's new states, each by its last two names: `server unready.checking`. */
export const stateWords = (story: Story, { party, states }: Pick<Change, 'party' | 'states'>): string =>
  `${owner(story, party)}${states.split(' ').map(lastTwo).join(' ')}`;

/** A party's new states in brackets. */
export const note = (story: Story, change: Pick<Change, 'party' | 'states'>): string =>
  `(${stateWords(story, change)})`;

const lastTwo = (path: string): string => path.split('.').slice(-2).join('.');

/** What is said of a loop: `steps 9-13 repeat for ever`. */
export function repeats({ loop = 0, episodes }: Pick<Story, 'loop' | 'episodes'>): string {
  const [from, to] = [loop + 1, episodes.length];
  return `${from === to ? `step ${from} repeats` : `steps ${from}-${to} repeat`} for ever`;
}
