import { type Column, grouped, markdownTable } from './markdown.ts';
import type { MeasuredMachine } from './performance-block.ts';

/** How far a search had come at some moment. */
export type GrowthPoint = {
  readonly states: number;
  readonly steps: number;
  readonly milliseconds: number;
  /** Of states, index, parents and tables, with what is reserved for the states to come. */
  readonly bytes: number;
  /** The most memory that the whole process had had by then. */
  readonly residentBytes: number;
};

/** What `npm run bench -- --growth --record` keeps: one search of a large system, from its first states to its last. */
export type GrowthRecord = {
  readonly machine: MeasuredMachine;
  /** The day, as YYYY-MM-DD. */
  readonly recorded: string;
  readonly system: string;
  readonly complete: boolean;
  readonly points: readonly GrowthPoint[];
};

/** States of which the table tells, as far as the search came. */
const shown = [1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 2e8];

/** The points of which the table tells: for each size the first that reaches it, and the last of all. */
export function tellingPoints(points: readonly GrowthPoint[]): readonly GrowthPoint[] {
  const found = shown.map((size) => points.find(({ states }) => states >= size));
  return [...new Set([...found.filter((point) => point !== undefined), ...points.slice(-1)])];
}

/** States found in a second on the way to a point: since the point before that had half as many. */
export function speedAt(points: readonly GrowthPoint[], point: GrowthPoint): number {
  const before = points.findLast(({ states }) => states <= point.states / 2) ?? { states: 0, milliseconds: 0 };
  return ((point.states - before.states) / (point.milliseconds - before.milliseconds)) * 1000;
}

/** The part of the page on performance that tells of one search as it grows. */
export function growthBlock({ machine, recorded, system, complete, points }: GrowthRecord): string {
  const number = (head: string): Column => ({ head, right: true });
  const rows = tellingPoints(points).map((point) => [
    grouped(point.states),
    grouped(point.steps),
    `${(point.milliseconds / 1000).toFixed(1)} s`,
    grouped(Math.round((point.states / point.milliseconds) * 1000)),
    grouped(Math.round(speedAt(points, point))),
    (point.bytes / point.states).toFixed(1),
    grouped(Math.round(point.residentBytes / 2 ** 20)),
  ]);
  const heads = ['states', 'steps', 'time', 'states/s', 'states/s of the last half', 'bytes/state', 'resident MB'];
  return [
    `${recorded}: ${machine.processor}, ${machine.cores} cores, ${grouped(Math.round(machine.memoryBytes / 2 ** 30))} GB, ` +
      `${machine.system}, Node ${machine.node}; load ${machine.load.toFixed(1)} at the beginning. One search on one ` +
      `thread, ${complete ? 'to its end' : 'stopped at so many states'}: ${system}.`,
    markdownTable(heads.map(number), rows),
    [
      '<picture>',
      '  <source media="(prefers-color-scheme: dark)" srcset="pictures/growth-dark.svg">',
      '  <img alt="States per second and bytes per state while the number of states grows" src="pictures/growth-light.svg">',
      '</picture>',
    ].join('\n'),
  ].join('\n\n');
}
