/** The verbs `diff` and `refines`: what they print, and how they answer what they do not understand. */
import { expect, test } from 'vitest';

import { inVariant, transferRun } from '../../properties/runs/transfer-run.ts';
import type { Run } from '../../src/model/index.ts';
import { told } from '../cli/fake-session.ts';
import { pongRun } from '../cli/pong.ts';

const run = (name: string, variant: 'V438' | 'V478', early: boolean): Run =>
  transferRun(name, name, inVariant(variant, { server: { replyTiming: early ? 'early' : 'late' } }), []);
const runs = [
  run('calls/V438/late', 'V438', false),
  run('calls/V478/late', 'V478', false),
  run('calls/V478/early', 'V478', true),
  pongRun,
];

test('diff of two that differ in one direction', async () => {
  const { out, code } = await told('diff calls/V478/late calls/V478/early --view user', { runs });
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "calls/V478/late  calls/V478/late
      95 states, 173 steps, complete within: a script of 5 commands; files of 1 piece; nobody gives up
        waiting; queues of 4 (control) and 6 (wire) never full
    calls/V478/early  calls/V478/early
      109 states, 209 steps, complete within: a script of 5 commands; files of 1 piece; nobody gives up
        waiting; queues of 4 (control) and 6 (wire) never full
    view: what user does, receives and sends is seen

    calls/V478/early can do this, and calls/V478/late cannot; nothing shorter tells it from
      calls/V478/late:
         1  user does SAY_B, user tells server.B SOCK C,303
         2  user does SAY_C, user tells server.C SOCK B,202
         3  user receives 200 SOCK
         4  user does SAY_B, user tells server.B PASV
         5  user receives 200 PASV
         6  user receives 200 SOCK (from "C")
         7  user does SAY_B, user tells server.B STOR
         8  user receives 250 STOR
            ▲ calls/V478/late never does this here; it can: [user does SAY_C, user tells server.C RETR]

    ✗ the two differ: calls/V478/early can be seen to do what calls/V478/late cannot, and not the other
      way round · complete within the bounds named · exit 0
    reproduce: npx matching-rfc diff calls/V478/late calls/V478/early --view user"
  `);
});

test('diff of two that are the same', async () => {
  const { out, code } = await told('diff calls/V478/late calls/V478/late --view all -q', { runs });
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "✓ the two are the same under this view: strongly bisimilar: step by step, each can do what the other
      can · complete within the bounds named · exit 0
    reproduce: npx matching-rfc diff calls/V478/late calls/V478/late --view all -q"
  `);
});

test('diff draws what it found as a ladder', async () => {
  const { out } = await told('diff calls/V478/early calls/V478/late --view server.B -f ladder', { runs });
  expect(out).toContain('├── SOCK C,303');
});

test('diff as JSON', async () => {
  const { out } = await told('diff calls/V478/late calls/V438/late --json', { runs });
  const { onlyFirst, onlySecond, hidden, ...rest } = JSON.parse(out);
  expect(onlyFirst.trace).toEqual(['user does SAY_C']);
  expect(onlyFirst.steps).toHaveLength(1);
  expect(onlySecond.instead.length).toBeGreaterThan(0);
  expect(hidden).toContain('ncp.B.202');
  expect(rest).toMatchObject({ exitCode: 0, complete: true, relation: null });
});

test('of a search that was stopped nothing is claimed', async () => {
  const line = 'diff calls/V478/late calls/V438/late --max-states 50';
  expect(await told(line, { runs })).toMatchObject({ code: 30 });
  expect((await told(line, { runs })).out).toMatch(
    /^calls\/V478\/late was not explored completely: --max-states was reached/,
  );
  expect(JSON.parse((await told(`${line} --json`, { runs })).out)).toMatchObject({ exitCode: 30, complete: false });
  expect(await told('refines orders/V478/R/conc --max-states 50')).toMatchObject({ code: 30 });
});

test.for([
  ['diff calls/V478/late', 'diff needs two runs: matching-rfc diff orders/V478/R/conc/late orders/V438/R/conc/late'],
  ['diff calls/V478/lat calls/V438/late', 'there is no run "calls/V478/lat"; did you mean "calls/V478/late"?'],
  [
    'diff calls/V478 calls/V438/late',
    '"calls/V478" means 2 runs, and diff compares one with one: calls/V478/late, calls/V478/early',
  ],
  ['diff calls/V478/late calls/V438/late --view usr', 'there is no view "usr"; did you mean "user"?'],
  [
    'diff calls/V478/late calls/V438/late --view ncp.B.202',
    'only one of the two runs has the party "ncp.B.202"; both have: user, server.B, server.C, ncp.A.14, ncp.A.15, ncp.A.24, and 1 more',
  ],
  ['diff calls/V478/late pong/one-ball', 'the two runs have no party in common; compare them with --view all'],
  ['diff calls/V478/late calls/V438/late -f svg', 'there is no format "svg"; known: text, ladder'],
  [
    'diff calls/V478/late calls/V438/late -f ladder --json',
    '--json and -f ladder contradict each other: leave one out',
  ],
  ['refines orders/V47', 'there is no run "orders/V47"; did you mean "orders/V478"?'],
] as const)('%s is answered by one line', async ([line, message]) => {
  expect(await told(line, { runs })).toMatchObject({ code: 150, out: '', err: message });
});

test('refines tells of each line of the table, and draws what it is asked for by name', async () => {
  const all = await told('refines');
  expect(all.code).toBe(0);
  expect(all.out).toContain(
    '✓ orders/V478/R/conc/late refines the transfer as the user wants it\n    95 states against 32; ',
  );
  expect(all.out).toContain('✓ all as the table of refinements expects: 21 of 36 refine the service · exit 0');
  const one = await told('refines orders/V438/R/conc/late');
  expect(one.out).toContain(
    '8  C to A: 454 RETR\n        ▲ the service never does this here; it can: [A to B: STOR] [C to A: 250 RETR]',
  );
  expect(one.out).toContain('◀─────────────── 454 RETR');
  expect(JSON.parse((await told('refines orders/V438/R/conc/late --json')).out)).toMatchObject({
    exitCode: 0,
    refinements: [{ refines: false, expected: 'C to A: 454 RETR', asExpected: true, complete: true }],
  });
});
