/**
 * The user aborts, leaves, or cleans up after a failure.
 *
 * Source    faults E11, E13, E14; H34.
 */
import type { Departure } from '../systems/baseline.ts';

type OfUser = Pick<Departure, 'user'>;

/** ABOR, once to each server, at any time after the transfer command. */
export const aborts: OfUser = { user: { mayAbort: true } };
/** The control connections are lost at any time. */
export const abandons: OfUser = { user: { mayAbandon: true } };
/** When one server has failed, ABOR goes to the other. */
export const cleansUp: OfUser = { user: { cleansUp: true } };
