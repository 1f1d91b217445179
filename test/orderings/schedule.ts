/** Who moves when, drawn by fast-check. */
import fc from 'fast-check';

/** Which of the steps that are possible is taken, again and again: a number counts round them, 0 is the first. */
export type Schedule = readonly number[];

/** Schedules of all lengths: a transfer takes some thirty steps. */
export const schedules: fc.Arbitrary<Schedule> = fc.array(fc.nat({ max: 29 }), { maxLength: 70, size: 'max' });
