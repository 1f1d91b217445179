import { expect, test } from 'vitest';

import { perform } from '../../src/cli/perform.ts';
import type { Answer } from '../../src/cli/searches.ts';
import { always, family, type Family, type Run, type System } from '../../src/model/index.ts';
import { overWires, transmission } from '../toys/alternating-bit.ts';
import * as errors from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { pongAnswer, pongReport, pongRun } from './pong.ts';

const expected = { outcomes: [], states: 0, steps: 0, depth: 0 };

function performed(system: System, families: readonly Family[] = [], limits = {}, aborted = false): Promise<Answer> {
  const run: Run = { name: 'toy', summary: '', system: () => system, families, expected, bounds: '' };
  const specification = { runs: async () => [run], sweep: async () => ({ axes: [], cell: () => ({ system }) }) };
  return perform({ kind: 'run', name: 'toy', claims: [], limits }, specification, { aborted }, () => {});
}

const shownBy = (answer: Answer): readonly string[] => {
  if (answer.kind !== 'report') throw new Error(`no report: ${JSON.stringify(answer)}`);
  return answer.shown.map(({ claim }) => claim);
};

test('a search gives the report made by hand, and its counterexample is told', async () => {
  const specification = {
    runs: async () => [pongRun],
    sweep: async () => ({ axes: [], cell: () => ({ system: pongRun.system() }) }),
  };
  const answer = await perform(
    { kind: 'run', name: pongRun.name, claims: [], limits: {} },
    specification,
    { aborted: false },
    () => {},
  );
  const made = pongAnswer();
  if (answer.kind !== 'report' || made.kind !== 'report') throw new Error('no report');
  const { states, steps, depth, complete } = pongReport;
  expect(answer.report).toMatchObject({ states, steps, depth, complete });
  expect(answer.shown[0]!.story).toMatchObject(made.shown[0]!.story);
});

test.for([
  ['a deadlock', errors.deadlock, ['deadlock']],
  ['an unspecified reception', errors.unspecified, ['unspecified reception']],
  ['a full channel', errors.overflow, ['bound hit']],
  ['a livelock', errors.livelock(), ['livelock']],
  ['nothing', errors.named, []],
] as const)('%s is found, replayed and shown', async ([, system, claims]) => {
  expect(shownBy(await performed(system))).toEqual(claims);
});

test('lassos are replayed and shown: what strong fairness would give and weak does not', async () => {
  expect(shownBy(await performed(overWires('weak'), [transmission])).length).toBeGreaterThan(0);
  expect(shownBy(await performed(overWires('strong'), [transmission]))).toEqual([]);
  expect(shownBy(await performed(stationRing(3), [exclusion]))).toEqual([]);
  expect(shownBy(await performed(stationRing(3, false), [exclusion]))).toEqual([
    'the second station gets the token',
    'livelock',
  ]);
});

test('an answer can be sent from one thread to another', async () => {
  const answer = await performed(overWires('weak'), [transmission]);
  expect(structuredClone(answer)).toEqual(answer);
});

test('a limit and an interruption give a partial report', async () => {
  const stopped = (answer: Answer): unknown =>
    answer.kind === 'report' && [answer.report.stopped, answer.report.complete];
  expect(stopped(await performed(overWires('weak'), [], { maxStates: 2 }))).toEqual(['states', false]);
  expect(stopped(await performed(overWires('weak'), [], {}, true))).toEqual(['interrupted', false]);
});

test('a claim that reads a party that is not there is one line, with the nearest name', async () => {
  const claim = always('nobody', { cites: [], holds: ({ party }) => party['sendr']!.matches('idle') });
  expect(await performed(overWires('weak'), [family('f', [claim])])).toMatchObject({
    kind: 'fault',
    code: 75,
    fault: expect.stringMatching(/"sendr".*did you mean "sender"\?/),
  });
});

test('a claim that throws is one line that names it', async () => {
  const claim = always('thrower', {
    cites: [],
    holds: () => {
      throw new Error('no');
    },
  });
  expect(await performed(overWires('weak'), [family('f', [claim])])).toMatchObject({
    kind: 'fault',
    code: 14,
    fault: expect.stringMatching(/"thrower".*no/),
  });
});
