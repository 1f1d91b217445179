/**
 * The subnet loses messages from one host to another: at most so many.
 *
 * Source    fault E15; RFC 528, RFC 467.
 */
import type { Departure } from '../systems/baseline.ts';

export const loss = (from: 'B' | 'C', to: 'B' | 'C', most = 1): Pick<Departure, 'loses'> => ({
  loses: { [`${from}>${to}`]: most },
});
