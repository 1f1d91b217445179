/**
 * `npm run bench`: how fast the engine is, and how much room it takes.
 *
 * Medians of interleaved repeats (the number is the first argument, default 3), one thread, in this process.
 */
import { argv, resourceUsage, stdout, version } from 'node:process';

import { getAdjacencyMap } from 'xstate/graph';

import { scenario } from '../machines/systems/baseline.ts';
import { threeParty } from '../machines/systems/three-party.ts';
import { check } from '../src/check/index.ts';
import type { Report } from '../src/model/index.ts';
import { asOneMachine, twoPhaseCommit } from './two-phase-commit.ts';

/** Three parties and an intruder, ABOR at any time, two transfers, anything may time out or fail: over 5 million states. */
const large = threeParty(
  scenario({
    name: 'three parties, intruder, ABOR at any time, two transfers',
    plan: { transfers: 2 },
    user: { mayAbort: true, mayAbandon: true, cleansUp: true },
    intruder: { from: 501, target: { host: 'B', socket: 202 }, calls: 2 },
    pieces: 2,
    fileFaults: ['B', 'C'],
    storageFaults: ['B', 'C'],
    ncp: { timeouts: true },
    server: { timeouts: true },
    order: 'link',
  }),
);

/** A system that `xstate/graph` can finish. */
const participants = 5;
const small = twoPhaseCommit(participants);
const whole = asOneMachine(participants);

type Timed<T> = { readonly result: T; readonly milliseconds: number };

function timed<T>(run: () => T): Timed<T> {
  (globalThis as { gc?: () => void }).gc?.();
  const began = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - began };
}

/** The run with the median time. */
function median<T>(runs: readonly Timed<T>[]): Timed<T> {
  return runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[runs.length >> 1]!;
}

type Runs = { search: Timed<Report>[]; small: Timed<Report>[]; graph: Timed<number>[] };

/** Each measured once before any is measured again, so that whatever else the machine does hits all alike. */
function interleaved(repeats: number): Runs {
  const runs: Runs = { search: [], small: [], graph: [] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    runs.search.push(timed(() => check(large, { loops: false })));
    runs.small.push(timed(() => check(small, { loops: false })));
    const { machine, events } = whole;
    runs.graph.push(timed(() => Object.keys(getAdjacencyMap(machine, { events, limit: Infinity })).length));
  }
  return runs;
}

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function tell({ search, small, graph }: Runs): string[] {
  const { result: report, milliseconds } = median(search);
  const { states, steps, depth, cost } = report;
  const peak = resourceUsage().maxRSS * 1024;
  const ours = median(small);
  const theirs = median(graph);
  return [
    `${report.system}`,
    `  ${count(states)} states, ${count(steps)} steps, depth ${depth}, ${report.complete ? 'complete' : 'NOT COMPLETE'}`,
    `  ${seconds(milliseconds)}: ${count((states / milliseconds) * 1000)} states/s, ${count((steps / milliseconds) * 1000)} steps/s`,
    `  ${(cost.bytes / states).toFixed(1)} bytes per state (store, index, parents, tables), peak of the process ${count(peak / 2 ** 20)} MB`,
    `  ${count(cost.xstateCalls)} calls of XState`,
    `${ours.result.system}`,
    `  ${count(ours.result.states)} states; xstate/graph finds ${count(theirs.result)}`,
    `  ${seconds(ours.milliseconds)}; xstate/graph ${seconds(theirs.milliseconds)}: ${count(theirs.milliseconds / ours.milliseconds)} times as long`,
  ];
}

const repeats = Number(argv[2] ?? 3);
stdout.write(`medians of ${repeats}, ${version}\n${tell(interleaved(repeats)).join('\n')}\n`);
