/**
 * `npm run bench`: how fast the engine is, and how much room it takes.
 *
 * Medians of interleaved repeats (the number is the first argument, default 3), one thread, in this process. With
 * `--record` what is measured is kept in docs/performance.json, and docs/performance.md is written anew from it.
 * `--against spin` sets it against SPIN on the same systems. `--reduction` shows what reduced searches leave out.
 * `--growth` searches one very large system once, up to so many states (`--states`, default 120 million, minutes and
 * gigabytes), and looks how speed and room change on the way.
 */
import process, { resourceUsage, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import { getAdjacencyMap } from 'xstate/graph';

import { check } from '../src/check/index.ts';
import type { Report } from '../src/model/index.ts';
import { type MeasuredSearch, performanceBlock, type PerformanceRecord } from '../src/reference/performance-block.ts';
import { twoPhaseCommitAsOne } from '../test/toys/two-phase-commit-as-one.ts';
import { twoPhaseCommit } from '../test/toys/two-phase-commit.ts';
import { growthBlock } from '../src/reference/growth-block.ts';
import { reductionBlock } from '../src/reference/reduction-block.ts';
import { spinBlock } from '../src/reference/spin-block.ts';
import { againstSpin } from './against-spin.ts';
import { measuredGrowth } from './growth.ts';
import { keep, machineNow } from './record.ts';
import { measuredReduction } from './reduction.ts';
import { ToolError } from './spin-verifier.ts';
import { large } from './systems.ts';

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
  options: {
    record: { type: 'boolean', default: false },
    against: { type: 'string' },
    growth: { type: 'boolean', default: false },
    reduction: { type: 'boolean', default: false },
    states: { type: 'string', default: '120000000' },
  },
});
const repeats = Number(positionals[0] ?? 3);
if (values.growth) {
  const growth = measuredGrowth(Number(values.states), ({ states, milliseconds }) =>
    stderr.write(`${states} states after ${(milliseconds / 1000).toFixed(1)} s\n`),
  );
  stdout.write(`${growthBlock(growth)}\n`);
  if (values.record) keep({ growth });
} else if (values.reduction) {
  const reduction = measuredReduction();
  stdout.write(`${reductionBlock(reduction)}\n`);
  if (values.record) keep({ reduction });
} else if (values.against === undefined) {
  const record = measured(repeats);
  stdout.write(`${performanceBlock(record)}\n`);
  if (values.record) keep(record);
} else {
  setAgainst(values.against);
}

/** Sets the engine against another checker; a tool that is missing is one line, and exit code 1. */
function setAgainst(other: string): void {
  try {
    if (other !== 'spin') throw new ToolError(`--against knows spin, and was given "${other}"`);
    const spin = againstSpin(repeats);
    stdout.write(`${spinBlock(spin)}\n`);
    if (values.record) keep({ spin });
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  }
}
