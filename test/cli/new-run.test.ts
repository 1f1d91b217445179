/** A run that stands in the manifest before anything is known of it. */
import { expect, test } from 'vitest';

import { expectedOf } from '../../properties/runs/transfer-run.ts';
import { expectedFiles } from '../../src/cli/expected-text.ts';
import type { Run } from '../../src/model/index.ts';
import { told, type World } from './fake-session.ts';
import { pongAnswer, pongExpected, pongReport, pongRun } from './pong.ts';

const newRun: Run = { ...pongRun, name: 'pong/two-balls', expected: undefined };
const world: World = { runs: [pongRun, newRun], answer: () => pongAnswer() };

test('check says so of the new run, exit 20, and judges the others', async () => {
  const { code, out } = await told('check', world);
  expect(code).toBe(20);
  expect(out).toContain('✗ pong/two-balls: nothing is expected of it yet: npm run renew');
  expect(out).toContain('✗ 1 not as the manifest expects, of 2 runs');
  expect((await told('check pong/one-ball', world)).code).toBe(0);
});

test('check --json has no expectation of its claims', async () => {
  const [, run] = JSON.parse((await told('check --json', world)).out).runs;
  expect(run.claims.map(({ expected }: { expected: unknown }) => expected)).toEqual([null, null, null]);
});

test('check --claim asks it for a claim', async () => {
  expect((await told('check --claim R1', world)).code).toBe(20);
});

test('list names it', async () => {
  expect((await told('list', world)).out).toContain('one ball; 2 claims; nothing is expected of it yet: npm run renew');
  expect(JSON.parse((await told('list --json', world)).out).runs[1].expected).toBeNull();
});

test('the manifest does not know a run that was never searched', () => {
  expect(expectedOf('orders/never/searched')).toBeUndefined();
});

test('what is found is pinned: a file for each group, and one that joins them', () => {
  const files = expectedFiles([
    { run: pongRun, report: pongReport },
    { run: newRun, report: { ...pongReport, states: 5 } },
    { run: { name: 'three-cushions/slow' }, report: { ...pongReport, verdicts: [], outcomes: [] } },
  ]);
  expect([...files.keys()]).toEqual([
    'properties/expected/pong.ts',
    'properties/expected/three-cushions.ts',
    'properties/expected.ts',
  ]);
  expect(files.get('properties/expected/pong.ts')).toMatchInlineSnapshot(`
    "/**
     * What the runs named pong/... give. Written by \`npm run renew\`; read every change before you commit it.
     */
    import type { Expected } from '../../src/model/index.ts';

    export const pong: Readonly<Record<string, Expected>> = {
      'pong/one-ball': { outcomes: ['over'], states: 3, steps: 2, depth: 2, violated: ['R1 nobody is hit'] },
      'pong/two-balls': { outcomes: ['over'], states: 5, steps: 2, depth: 2, violated: ['R1 nobody is hit'] },
    };
    "
  `);
  expect(files.get('properties/expected.ts')).toMatchInlineSnapshot(`
    "/**
     * What each run of the manifest is known to give. Written by \`npm run renew\`; read every change before you commit it.
     */
    import { pong } from './expected/pong.ts';
    import { threeCushions } from './expected/three-cushions.ts';
    import type { Expected } from '../src/model/index.ts';

    export const expected: Readonly<Record<string, Expected>> = { ...pong, ...threeCushions };
    "
  `);
  expect(files.get('properties/expected/three-cushions.ts')).toContain('export const threeCushions');
});

test('a run that is pinned is as expected', async () => {
  const renewed: World = { ...world, runs: [pongRun, { ...newRun, expected: pongExpected }] };
  expect((await told('check', renewed)).code).toBe(0);
});
