/**
 * A stranger calls the data socket that the waiting server listens on, once.
 *
 * Source    fault E7; RFC 478 (last remark).
 */
import type { Departure } from '../systems/baseline.ts';

type Ends = { readonly receive: number; readonly send: number };

/** The fault for a transfer of this direction; `calls` bounds the stranger's requests. */
export const intrusion = (
  direction: 'passive-receives' | 'passive-sends',
  waiting: Ends,
  calls = 1,
): Pick<Departure, 'intruder'> => ({
  intruder:
    direction === 'passive-receives'
      ? { from: 401, target: { host: 'B', socket: waiting.receive }, calls }
      : { from: 400, target: { host: 'B', socket: waiting.send }, calls },
});

/**
 * A stranger whose socket has the gender of the one that it calls (NCP-04); its own NCP lets the request pass, or not.
 */
export const ownGender = (waiting: Ends, checked: boolean): Pick<Departure, 'intruder' | 'ncpOf'> => ({
  intruder: { from: 400, target: { host: 'B', socket: waiting.receive }, calls: 1 },
  ncpOf: { X: { checksGender: checked } },
});
