import { expect, test } from 'vitest';

import type { Answer, Job } from '../../src/cli/searches.ts';
import type { Expected, Report } from '../../src/model/index.ts';
import { told, type World } from './fake-session.ts';
import { pongAnswer, pongExpected, pongReport, pongRun } from './pong.ts';

const world = (report: Partial<Report> = {}, expected: Partial<Expected> = {}): World => ({
  runs: [{ ...pongRun, expected: { ...pongExpected, ...expected } }],
  answer: () => pongAnswer({ ...pongReport, ...report }),
});

test('what is found, and how it ends, in words', async () => {
  const { out, code } = await told('check', world());
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "pong/one-ball  one ball, one way
      bounds    one ball
      fairness  weak for 2 classes of steps
      3 states · 2 steps · depth 2 · complete: every reachable state, exactly · 0.1 s
      play
        ✗ R1 nobody is hit                                                         R1  as expected
          counterexample, 2 steps (shortest) → traces/pong-one-ball--R1-nobody-is-hit.json
        ✓ R2 a ball flies (reached)                                                R2
      protocol
        ✓ no deadlock
      ends: over (2 steps)
      ✓ as expected

      ✗ R1 nobody is hit  [R1]  pong/one-ball
               left          right
              (ready)       (ready)
        1        ● SERVE       │
             (served)          │
        2        ├─── BALL ───▶│
                 │           (hit)
         ▲ violated here, at step 2: right receives BALL from left (sent at step 1)

    Findings
      run            R1   ends
      pong/one-ball  ✗    over

         R1  R1 nobody is hit
      ✓ holds or reached, ✗ violated or not reached, ? not finished, blank: not asked of this run

    Transitions: 2 of 3 taken in these runs, 1 never (player 1); --uncovered lists them

    ✓ all as the manifest expects, of 1 run · complete within the bounds named · 2 claims hold or reached, 1 violated or not reached · 3 states, 2 steps · exit 0
    reproduce: npx matching-rfc check"
  `);
});

test('with --json, one object', async () => {
  const { out } = await told('check --json', world());
  expect(JSON.parse(out)).toMatchSnapshot();
});

test('with --quiet, only the verdict and how to get it again', async () => {
  const { out } = await told('check --quiet', world());
  expect(out).toMatchInlineSnapshot(`
    "✓ all as the manifest expects, of 1 run · complete within the bounds named · 2 claims hold or reached, 1 violated or not reached · 3 states, 2 steps · exit 0
    reproduce: npx matching-rfc check --quiet"
  `);
});

test('a narrow terminal gets a list instead of a ladder', async () => {
  const { out } = await told('check', { ...world(), columns: 60 });
  expect(out).toContain('right receives BALL from left (sent at step 1)');
});

test('each counterexample is written as a trace file, in the folder asked for', async () => {
  const { files } = await told('check --out elsewhere', world());
  expect([...files.keys()]).toEqual(['elsewhere/pong-one-ball--R1-nobody-is-hit.json']);
});

test('a folder that cannot be written to does not spoil the verdict', async () => {
  const { code, err } = await told('check', { ...world(), readOnly: true });
  expect(code).toBe(0);
  expect(err).toBe(
    'cannot write traces/pong-one-ball--R1-nobody-is-hit.json: the file system is read-only; traces are not written',
  );
});

test('--uncovered lists the transitions that no run takes', async () => {
  expect((await told('check --uncovered', world())).out).toContain('  player: hit on BALL');
});

test.for([
  ['a violation that nobody expects', {}, { violated: [] }, 12],
  ['an expected violation that does not come', {}, { violated: ['R1 nobody is hit', 'deadlock'] }, 11],
  ['a witness expected not to be reached', {}, { violated: ['R1 nobody is hit', 'R2 a ball flies'] }, 21],
  ['a claim that the run does not have', {}, { violated: ['R1 nobody is hit', 'R9'] }, 10],
  ['other numbers', {}, { states: 4 }, 20],
  ['another end', {}, { outcomes: ['out'] }, 13],
  ['a limit', { complete: false, stopped: 'states' as const }, {}, 30],
  ['an interrupted search', { complete: false, stopped: 'interrupted' as const }, {}, 130],
] as const)('%s ends with its own exit code', async ([, report, expected, code]) => {
  const { out, ...rest } = await told('check', world(report, expected));
  expect(rest.code).toBe(code);
  expect(out.split('\n').at(-2)).toContain(`exit ${code}`);
  expect(out.split('\n').at(-2)).toContain(code === 30 || code === 130 ? 'bounded: not a proof' : 'complete');
});

test('with --claim only what is asked for is checked and expected', async () => {
  const asked: Job[] = [];
  const answer = (job: Job): Answer => {
    asked.push(job);
    return pongAnswer({ ...pongReport, verdicts: pongReport.verdicts.slice(1) });
  };
  const { code } = await told('check --claim R2', { ...world(), answer });
  expect([code, asked]).toEqual([
    0,
    [{ kind: 'run', name: 'pong/one-ball', claims: ['R2'], questions: [], limits: {} }],
  ]);
});

test('--claim that only other runs have names these', async () => {
  const other = { ...pongRun, name: 'solo/one-ball', families: [] };
  const { code, err } = await told('check solo --claim R2', { ...world(), runs: [pongRun, other] });
  expect([code, err]).toEqual([150, 'no run chosen has the claim "R2"; these have it: pong/one-ball']);
});

test('--claim counts only what is asked for', async () => {
  expect((await told('check --claim R2 --quiet', world({}, { violated: [] }))).out).toContain(
    '1 claim holds or reached, 0 violated or not reached',
  );
});

test('--uncovered lists also with --quiet', async () => {
  const { out } = await told('check --uncovered --quiet', world());
  expect(out).toContain('  player: hit on BALL');
  expect(out).not.toContain('Findings');
});

test('several at once: the most severe', async () => {
  const { code, out } = await told('check --json', world({}, { violated: [], states: 4 }));
  expect(code).toBe(12);
  expect(JSON.parse(out).runs[0].differences.map(({ code }: { code: number }) => code)).toEqual([12, 20]);
});

test.for([
  [75, 'party "left", state "ready": a guard throws: no'],
  [70, 'internal error: step 2: the search has it send [], live actors send [...]'],
] as const)('a fault (%i) is one line, and no verdict', async ([code, fault]) => {
  const { out, ...rest } = await told('check', { ...world(), answer: () => ({ kind: 'fault', code, fault }) });
  expect(rest.code).toBe(code);
  expect(out).toContain(`pong/one-ball: ${fault}`);
});

test('runs that were not started when it was interrupted are counted, and nothing is claimed of them', async () => {
  const { out, code } = await told('check', { ...world(), halt: 'interrupted' });
  expect(code).toBe(130);
  expect(out).toContain('1 not started');
});

test('what is wrong with a checkpoint is one line of its own, in words as with --json', async () => {
  const answer = (): Answer => ({ kind: 'fault', code: 22, fault: 'kept/pong.checkpoint is no whole checkpoint' });
  for (const line of ['check --resume kept', 'check --resume kept --json']) {
    const { code, out, err } = await told(line, { ...world(), answer });
    expect([code, out, err]).toEqual([22, '', 'kept/pong.checkpoint is no whole checkpoint']);
  }
});
