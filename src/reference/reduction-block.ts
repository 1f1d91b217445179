import { type Column, grouped, markdownTable } from './markdown.ts';
import type { MeasuredMachine } from './performance-block.ts';

/** A reduced check without claims. */
export type ReducedSize = {
  /** The states of the search that finds all rests. */
  readonly reduced: number;
  /** The states of the largest search, of those that learn what occurs included. */
  readonly largest: number;
  /** Of all searches together. */
  readonly reducedMilliseconds: number;
};

/** A scenario, searched whole and reduced: one session, and two at once. */
export type MeasuredReduction = {
  readonly scenario: string;
  readonly one: ReducedSize & {
    readonly states: number;
    /** Steps of the longest of the shortest ways to an end: no search that finds the ends has fewer states. */
    readonly longestWay: number;
  };
  readonly two: ReducedSize & {
    readonly states: number;
    /** Of the whole search; absent where there was none, and the states are the square. */
    readonly milliseconds?: number;
  };
};

/** What `npm run bench -- --reduction --record` keeps. */
export type ReductionRecord = {
  readonly machine: MeasuredMachine;
  readonly recorded: string;
  readonly scenarios: readonly MeasuredReduction[];
};

const count = (value: number): string => grouped(Math.round(value));
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const factor = (whole: number, reduced: number): string => {
  const ratio = whole / reduced;
  return ratio < 10 ? ratio.toFixed(1) : count(ratio);
};

/** The part of the page on performance that shows what reduced searches leave out. */
export function reductionBlock({ machine, recorded, scenarios }: ReductionRecord): string {
  const number = (head: string): Column => ({ head, right: true });
  const one = scenarios.map(({ scenario, one: { states, longestWay, reduced, largest, reducedMilliseconds } }) => [
    scenario,
    count(states),
    count(reduced),
    factor(states, reduced),
    count(longestWay + 1),
    count(largest),
    seconds(reducedMilliseconds),
  ]);
  const two = scenarios.map(({ scenario, two: { states, milliseconds, reduced, largest, reducedMilliseconds } }) => [
    scenario,
    count(states),
    milliseconds === undefined ? 'not searched' : seconds(milliseconds),
    count(reduced),
    factor(states, reduced),
    count(largest),
    seconds(reducedMilliseconds),
  ]);
  return [
    `${recorded}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}; load ${machine.load.toFixed(1)} at the ` +
      'beginning. Each once.',
    markdownTable(
      [{ head: 'one session' }, ...['states', 'reduced', 'factor', 'at least', 'largest search', 'time'].map(number)],
      one,
    ),
    markdownTable(
      [
        { head: 'two sessions' },
        ...['states', 'whole search', 'reduced', 'factor', 'largest search', 'time'].map(number),
      ],
      two,
    ),
  ].join('\n\n');
}
