/**
 * Messages keep their order only on their own link: data and control commands may overtake each other.
 *
 * Source    RFC 512, RFC 626 p. 2.
 */
import type { Departure } from '../systems/baseline.ts';

export const overtaking: Pick<Departure, 'order'> = { order: 'link' };
