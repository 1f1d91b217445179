/** Who moves when, drawn by fast-check. */
import fc from 'fast-check';

/**
 * Which of the steps that are possible is taken, again and again: a number counts round them, 0 is the first; `rarest` is
 * the first of those of a kind that was taken least often so far, under all schedules for one system.
 */
export type Schedule = readonly (number | 'rarest')[];

const turn = fc.oneof(
  { weight: 2, arbitrary: fc.nat({ max: 29 }) },
  { weight: 1, arbitrary: fc.constant('rarest' as const) },
);

/** A transfer takes some thirty steps: schedules are of all lengths up to twice that, and a bit. */
const schedule: fc.Arbitrary<Schedule> = fc.array(turn, { maxLength: 70, size: 'max' });

/** How often a failing schedule is made smaller: the shortest trace is found by the search, not by shrinking. */
const shrinks = 100;

/** A few schedules for one system: searching it is dearer than running it. */
export const schedules: fc.Arbitrary<readonly Schedule[]> = fc.limitShrink(
  fc.array(schedule, { minLength: 1, maxLength: 3 }),
  shrinks,
);
