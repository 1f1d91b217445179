import type { Untaken } from '../model/index.ts';

/**
 * Why a transition is never taken, in a few words.
 *
 * Looked for from the outside in: the state is not reached; the event does not come there; the guard is not true;
 * something else is taken instead.
 *
 * @param dead what is known of every transition of the chart that is never taken, by id; this one among them.
 */
export function whyDead(id: string, dead: ReadonlyMap<string, Untaken>): string {
  const { state, met, event, raised, own, senders, arrives, asks, trueOnce, held, before } = dead.get(id)!;
  if (met === 'never') return `${state} is never entered${behind(id, dead)}`;
  if (met === 'on the way') return `${state} is left again within the step that enters it`;
  if (!arrives) {
    if (own) return `${event}, a step of its own, is never possible in ${state}`;
    if (senders.length === 0 && raised) return `${event} is never raised in ${state}`;
    if (senders.length === 0) return `nobody sends ${event}, and it is no party's own step`;
    return `${event} never comes there; ${and(senders)} ${senders.length === 1 ? 'sends' : 'send'} it elsewhere`;
  }
  if (!held) {
    const never = asks.filter((each) => !trueOnce.includes(each));
    if (asks.length > 1 && (raised || never.length === 0)) return `${and(asks)} are never true at once there`;
    if (raised) return `${and(asks)} is never true there`;
    return `${and(never)} ${never.length === 1 ? 'is' : 'are'} never true there`;
  }
  if (before.length > 0) return `always pre-empted by ${and(few(before.map((other) => `\`${other}\``)))}`;
  return 'always pre-empted by a transition of another region';
}

/** The first three, and how many more there are. */
const few = (words: readonly string[]): readonly string[] =>
  words.length <= TOLD + 1 ? words : [...words.slice(0, TOLD), `${words.length - TOLD} more`];

const TOLD = 3;

const and = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

/** The nearest dead transition on a way into its state that leaves a state which is reached; breadth-first, backwards. */
function behind(id: string, dead: ReadonlyMap<string, Untaken>): string {
  const queue = [id];
  for (const next of queue) {
    for (const way of dead.get(next)?.ways ?? []) {
      if (queue.includes(way)) continue;
      const known = dead.get(way);
      if (known !== undefined && known.met !== 'never') return `: behind \`${way}\``;
      queue.push(way);
    }
  }
  return queue.length === 1 ? ': no transition leads there' : ': the ways there begin behind each other';
}
