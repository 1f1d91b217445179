import { type Column, grouped, markdownTable } from './markdown.ts';
import type { GrowthRecord } from './growth-block.ts';
import type { ReductionRecord } from './reduction-block.ts';
import type { SpinRecord } from './spin-block.ts';

/** One system, searched: sizes, the median time, the room that it took. */
export type MeasuredSearch = {
  readonly system: string;
  readonly complete: boolean;
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  readonly milliseconds: number;
  /** Of states, index, parents and tables. */
  readonly bytes: number;
  readonly xstateCalls: number;
};

/** What was measured on. */
export type MeasuredMachine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core when the measurement began: the system's average over a minute. */
  readonly load: number;
};

/** What `npm run bench -- --record` keeps: the machine, and medians of the repeats. */
export type PerformanceRecord = {
  readonly machine: MeasuredMachine;
  /** The day, as YYYY-MM-DD. */
  readonly recorded: string;
  readonly repeats: number;
  readonly large: MeasuredSearch;
  readonly small: MeasuredSearch;
  /** The small system as one machine, by `xstate/graph`. */
  readonly graph: { readonly states: number; readonly milliseconds: number };
  /** Of the whole process. */
  readonly peakBytes: number;
  /** What `--against spin` measured, if it was recorded. */
  readonly spin?: SpinRecord;
  /** What `--growth` measured, if it was recorded. */
  readonly growth?: GrowthRecord;
  /** What `--reduction` measured, if it was recorded. */
  readonly reduction?: ReductionRecord;
};

const count = (value: number): string => grouped(Math.round(value));
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const perSecond = (value: number, milliseconds: number): string => count((value / milliseconds) * 1000);

/** The part of the page on performance that is made of a record: the machine, and two tables. */
export function performanceBlock({ machine, recorded, repeats, large, small, graph, peakBytes }: PerformanceRecord) {
  const row = (search: MeasuredSearch): string[] => [
    search.system,
    count(search.states),
    count(search.steps),
    String(search.depth),
    seconds(search.milliseconds),
    perSecond(search.states, search.milliseconds),
    perSecond(search.steps, search.milliseconds),
    (search.bytes / search.states).toFixed(1),
    count(search.xstateCalls),
  ];
  const number = (head: string): Column => ({ head, right: true });
  const heads = ['states', 'steps', 'depth', 'time', 'states/s', 'steps/s', 'bytes/state', 'XState calls'].map(number);
  return [
    `${recorded}: ${machine.processor}, ${machine.cores} cores, ${count(machine.memoryBytes / 2 ** 30)} GB, ` +
      `${machine.system}, Node ${machine.node}; load ${machine.load.toFixed(1)} at the beginning. One thread; medians ` +
      `of ${repeats}; peak of the process ${count(peakBytes / 2 ** 20)} MB.`,
    markdownTable([{ head: 'system' }, ...heads], [large, small].map(row)),
    `\`xstate/graph\` on the second system: ${count(graph.states)} states in ${seconds(graph.milliseconds)}, ` +
      `${count(graph.milliseconds / small.milliseconds)} times as long.`,
  ].join('\n\n');
}
