import type { Given } from './command.ts';
import { count } from './parse.ts';
import type { Limits, Searches } from './searches.ts';
import type { Session } from './session.ts';

/** Seconds that a timer can wait: its milliseconds are a number of 31 bits. */
const LONGEST = Math.floor((2 ** 31 - 1) / 1000);

/** More workers than any machine has cores for: each loads all that is checked. */
export const MOST_JOBS = 256;

/** The limits of each search that the command line sets. @throws Failure (150) at a value that is no number. */
export function limitsOf(given: Given): Limits {
  const [maxStates, megabytes] = [count(given, 'max-states'), count(given, 'max-memory')];
  return { ...(maxStates && { maxStates }), ...(megabytes && { maxBytes: megabytes * 2 ** 20 }) };
}

/**
 * Lets work search with as many workers and as long as the command line allows; nothing is left running after it.
 *
 * @throws Failure (150) at a value that is no number.
 */
export async function supervised<T>(
  given: Given,
  session: Session,
  work: (searches: Searches) => Promise<T>,
): Promise<T> {
  const seconds = count(given, 'timeout', LONGEST);
  const searches = session.searches(count(given, 'jobs', MOST_JOBS));
  const alarm = seconds === undefined ? undefined : setTimeout(() => searches.halt('time'), seconds * 1000);
  try {
    return await work(searches);
  } finally {
    clearTimeout(alarm);
    await searches.close();
    session.status('');
  }
}
