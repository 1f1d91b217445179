import { deed } from './listing.ts';
import type { Story, Why } from './story.ts';

/** What stands in a ladder below the step after which a violation cannot be avoided any more. */
export const doomLine = 'from here on no fair run avoids it';

/** The step below which that is said: not one that shows the violation itself, which says enough. */
export function doomedWithin({ why, episodes, loop }: Pick<Story, 'why' | 'episodes' | 'loop'>): number | undefined {
  const doomed = why?.doomed;
  if (doomed === undefined || doomed < 0) return undefined;
  return doomed === episodes.length - 1 && loop === undefined ? undefined : doomed;
}

/** Whether steps are marked as those that matter: where all do, that is said instead. */
export const marksSteps = ({ why, episodes }: Pick<Story, 'why' | 'episodes'>): boolean =>
  why !== undefined && why.matters.length > 0 && why.matters.length < episodes.length;

/**
 * Why it comes to what a story shows, in a line for each thing that is known.
 *
 * @param mark the sign beside steps that matter; without one they are told by number.
 */
export function whyLines(story: Story, mark?: string): readonly string[] {
  const { why } = story;
  if (why === undefined) return [];
  return [doomText(story, why), ...passText(why), mattersText(story, why, mark)];
}

function doomText({ episodes, loop }: Story, { doomed }: Why): string {
  if (doomed === undefined) return 'never doomed: it could be avoided all along';
  if (doomed < 0) return 'doomed from the start: no fair run avoids it';
  const step = `step ${doomed + 1}`;
  if (doomed === episodes.length - 1 && loop === undefined) return `doomed only at ${step}, the last`;
  return `doomed at ${step}: ${deed(episodes[doomed]!)}`;
}

function passText({ passes }: Why): readonly string[] {
  if (passes === undefined) return [];
  const { shares, does, steps, ends, fine } = passes;
  const end = ends === 'goes on for ever' ? ends : `ends as "${ends}"${fine ? '' : ', which is no fine end either'}`;
  const begins = shares === 0 ? 'a run that ends where it begins' : `a run that stops after step ${shares}`;
  if (does === undefined) return [`passes instead: ${begins}: it ${end}`];
  const rest = steps === 1 ? 'at once' : `${steps - 1} ${steps === 2 ? 'step' : 'steps'} later`;
  return [`passes instead: at step ${shares + 1} ${deed(does)}; ${rest} it ${end}`];
}

function mattersText(story: Story, { matters }: Why, mark: string | undefined): string {
  if (story.episodes.length === 0) return 'no step matters: it is so at the start';
  if (matters.length === 0) return 'no single step matters: without any one of them it comes to this too';
  if (!marksSteps(story)) return 'every step matters: without any one of them it does not come to this';
  const which = mark === undefined ? `steps ${ranges(matters)} matter` : `${mark} matters`;
  return `${which}: left out alone, it does not come to this`;
}

/** Indices as numbers from 1, neighbours joined: `1, 3-5`. */
function ranges(indices: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const index of indices) {
    const last = parts.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else parts.push([index + 1, index + 1]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
