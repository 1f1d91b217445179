import type { Reduced, Report } from '../model/index.ts';
import type { Given } from './command.ts';
import { Failure } from './failure.ts';
import { grouped } from './progress.ts';

/** Options that need every state and step, with why. */
const whole = {
  certify: 'a certificate needs every state',
  certificates: 'a certificate needs every state',
  'update-lock': 'the lock pins what a whole search counts',
  ltl: 'formulas speak of infinite runs',
  'always-possible': 'what stays possible is known of every state or of none',
  uncovered: 'transitions are not counted',
  checkpoint: 'reduced searches are not kept',
  resume: 'reduced searches are not kept',
} as const;

/**
 * Whether searches are to be reduced.
 *
 * @throws Failure (150) with an option that needs every state and step.
 */
export function isReduced(given: Given): boolean {
  if (given['reduce'] !== true) return false;
  for (const [option, why] of Object.entries(whole)) {
    if (given[option] !== undefined && given[option] !== false) {
      throw new Failure(`--reduce and --${option} do not go together: ${why}; leave out one of them`);
    }
  }
  return true;
}

/** What a reduced check says of itself. */
export const reducedText = ({ searches, largest }: Reduced, { complete, stopped }: Report): string =>
  `reduced: some of the states, verdicts on states, steps and rests only; paths need not be shortest; ` +
  `the largest of ${searches} searches has ${grouped(largest)} states` +
  (complete ? '' : `; bounded: not a proof (${stopped === undefined ? 'a bound was hit' : `stopped: ${stopped}`})`);
