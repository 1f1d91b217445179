/**
 * `npm run bench`: how fast the engine is, and how much room it takes.
 *
 * Medians of interleaved repeats (the number is the first argument, default 3), one thread, in this process. With
 * `--record` what is measured is kept in docs/performance.json, and docs/performance.md is written anew from it.
 */
import { resourceUsage, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { getAdjacencyMap } from 'xstate/graph';

import { scenario } from '../machines/systems/baseline.ts';
import { threeParty } from '../machines/systems/three-party.ts';
import { check } from '../src/check/index.ts';
import type { Report } from '../src/model/index.ts';
import { type MeasuredSearch, performanceBlock, type PerformanceRecord } from '../src/reference/performance-block.ts';
import { twoPhaseCommitAsOne } from '../test/toys/two-phase-commit-as-one.ts';
import { twoPhaseCommit } from '../test/toys/two-phase-commit.ts';
import { keep, machineNow } from './record.ts';

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
const managers = 5;
const small = twoPhaseCommit(managers);
const whole = twoPhaseCommitAsOne(managers);

type Timed<T> = { readonly result: T; readonly milliseconds: number };

function timed<T>(run: () => T): Timed<T> {
  (globalThis as { gc?: () => void }).gc?.();
  const began = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - began };
}

/** How often a search of a few hundredths of a second is done, so that it lasts about as long as what it is set against. */
const often = 50;

/** The mean of many runs, one after the other. */
function timedOften<T>(run: () => T): Timed<T> {
  const { result, milliseconds } = timed(() => {
    let last = run();
    for (let again = 1; again < often; again++) last = run();
    return last;
  });
  return { result, milliseconds: milliseconds / often };
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
    runs.small.push(timedOften(() => check(small, { loops: false })));
    const { machine, events } = whole;
    runs.graph.push(timed(() => Object.keys(getAdjacencyMap(machine, { events, limit: Infinity })).length));
  }
  return runs;
}

const searched = ({ result, milliseconds }: Timed<Report>): MeasuredSearch => ({
  system: result.system,
  complete: result.complete,
  states: result.states,
  steps: result.steps,
  depth: result.depth,
  milliseconds,
  bytes: result.cost.bytes,
  xstateCalls: result.cost.xstateCalls,
});

function measured(repeats: number): PerformanceRecord {
  const machine = machineNow();
  const { search, small, graph } = interleaved(repeats);
  const theirs = median(graph);
  return {
    machine,
    recorded: new Date().toISOString().slice(0, 10),
    repeats,
    large: searched(median(search)),
    small: searched(median(small)),
    graph: { states: theirs.result, milliseconds: theirs.milliseconds },
    peakBytes: resourceUsage().maxRSS * 1024,
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'boolean', default: false } },
});
const record = measured(Number(positionals[0] ?? 3));
stdout.write(`${performanceBlock(record)}\n`);
if (values.record) keep(record);
