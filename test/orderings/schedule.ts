/** Who moves when, drawn by fast-check. */
import fc from 'fast-check';

/** Which of the steps that are possible is taken, again and again: a number counts round them, 0 is the first. */
export type Schedule = readonly number[];

/** A transfer takes some thirty steps: schedules are of all lengths up to twice that, and a bit. */
const schedule: fc.Arbitrary<Schedule> = fc.array(fc.nat({ max: 29 }), { maxLength: 70, size: 'max' });

/** How often a failing schedule is made smaller: the shortest trace is found by the search, not by shrinking. */
const shrinks = 100;

/** A few schedules for one system: searching it is dearer than running it. */
export const schedules: fc.Arbitrary<readonly Schedule[]> = fc.limitShrink(
  fc.array(schedule, { minLength: 1, maxLength: 3 }),
  shrinks,
);
