import { expect, test } from 'vitest';

import { type TraceFile, writeTrace } from '../../src/trace/index.ts';
import { told, type Told } from './fake-session.ts';
import { pongAnswer, pongRun } from './pong.ts';

const answer = pongAnswer();
const { trace } = (answer.kind === 'report' ? answer.shown[0] : undefined)!;

const replayed = (line: string, changes: Partial<TraceFile> = {}): Promise<Told> =>
  told(line, { runs: [pongRun], files: { 'trace.json': writeTrace({ ...trace, ...changes }) } });

test('a trace is taken again on live actors, told step by step, and drawn', async () => {
  const { out, code } = await replayed('replay trace.json');
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "      left is ready
          right is ready
      1 left: SERVE
          left sends to right: BALL
          left is served
      2 right receives BALL from left (sent at step 1)
          right is hit

      ✗ R1 nobody is hit  [R1]  pong/one-ball
               left          right
              (ready)       (ready)
        1        ● SERVE       │
             (served)          │
        2        ├─── BALL ───▶│
                 │           (hit)
         ▲ violated here, at step 2: right receives BALL from left (sent at step 1)

    ✓ replayed on live actors: the trace still shows that "R1 nobody is hit" is violated
    reproduce: npx matching-rfc replay trace.json"
  `);
});

test('with --json, one object with every step', async () => {
  expect(JSON.parse((await replayed('replay trace.json --json')).out)).toMatchSnapshot();
});

const [serve, ball] = trace.steps;

test.for([
  [
    'of another model',
    { model: 'f'.repeat(64) },
    22,
    /^trace\.json was made from another model of pong\/one-ball \(ffffffffffff, now .*--anyway$/,
  ],
  [
    'of an unknown run',
    { run: 'pong/one-bal' },
    150,
    /^trace\.json: there is no run "pong\/one-bal"; did you mean "pong\/one-ball"\?$/,
  ],
  [
    'of an unknown claim',
    { claim: 'R1 nobody is bit' },
    150,
    /^trace\.json: there is no claim of the run pong\/one-ball "R1 nobody is bit"; did you mean "R1 nobody is hit"\?$/,
  ],
  [
    'with a step that is not possible',
    { steps: [serve!, serve!] },
    22,
    /^trace\.json does not replay: step 2: left does \{"type":"SERVE"\} is not possible; possible: over delivers/,
  ],
  ['with a loop that does not close', { loop: 1 }, 22, /^trace\.json does not replay: the loop does not close/],
] as const)('a trace %s: one line', async ([, changes, code, message]) => {
  const { err, ...rest } = await replayed('replay trace.json', changes);
  expect(rest.code).toBe(code);
  expect(err).toMatch(message);
});

test('a trace of another model can be tried anyway', async () => {
  expect((await replayed('replay trace.json --anyway', { model: 'f'.repeat(64) })).code).toBe(0);
});

test.for([
  ['cut short', { steps: [serve!] }, 'the claim holds in every state of the trace'],
  [
    'of another claim',
    { claim: 'deadlock', kind: 'protocol error' as const, steps: [serve!, ball!] },
    'the end is declared: over',
  ],
  [
    'of a rest before its time',
    { claim: 'deadlock', kind: 'protocol error' as const, steps: [serve!] },
    'it goes on: over delivers',
  ],
] as const)('a trace %s no longer shows what it claims, exit 22', async ([, changes, why]) => {
  const { out, code } = await replayed('replay trace.json', changes);
  expect(code).toBe(22);
  expect(out).toContain(`the trace no longer shows that`);
  expect(out).toContain(why);
});

test('what is not a trace is named with its place', async () => {
  const { err, code } = await told('replay trace.json', { runs: [pongRun], files: { 'trace.json': '{"format": }' } });
  expect([code, err]).toEqual([150, 'trace.json: not JSON: line 1, column 12: "}" does not fit']);
});
