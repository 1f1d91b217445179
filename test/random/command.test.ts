/** The verb `explore-random`, in a world made by hand. */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { always, family, type Report, type Run } from '../../src/model/index.ts';
import { told, type World } from '../cli/fake-session.ts';
import { pongExpected, pongReport, pongRun } from '../cli/pong.ts';

const searched = (report: Report, runs: readonly Run[] = [pongRun]): World => ({
  runs,
  answer: () => ({ kind: 'report', report, fairness: 'weak', shown: [] }),
});
const honest = searched(check(pongRun.system(), { families: pongRun.families }));

test('what walks saw, by how many of them, and that the search has seen it', async () => {
  const { code, out } = await told('explore-random --samples 20', honest);
  expect(out).toContain('R1 nobody is hit: 100% of the walks, first walk 1, 2 steps; the search: 2');
  expect(out).toContain('R2 a ball flies: 100% of the walks, first walk 1, 1 step; the search: 1');
  expect(out).toContain('ends: over 100%');
  expect(out).toContain('violated here, at step 2');
  expect(out).toContain('whatever walks saw the search has seen · 1 run · 20 walks, 40 steps · seed 438478');
  expect(code).toBe(0);
});

test('a claim that breaks only at random is an internal error', async () => {
  const verdicts = pongReport.verdicts.map((verdict) => ({ ...verdict, verdict: 'holds' as const }));
  const { code, out } = await told('explore-random', searched({ ...pongReport, verdicts }));
  expect(code).toBe(70);
  expect(out).toContain('"R1 nobody is hit" is violated by 1000 walks, first by walk 1, and the search says: holds');
});

test('in JSON', async () => {
  const { code, out } = await told('explore-random pong --samples 4 --steps 1 --seed 9 --from 3 --json', honest);
  const shown = JSON.parse(out);
  expect(code).toBe(0);
  expect(shown).toMatchObject({ samples: 4, steps: 1, seed: 9, from: 3, notBegun: [] });
  expect(shown.runs[0]).toMatchObject({ walks: 4, steps: 4, states: 2, searched: { states: 3, complete: true } });
  expect(shown.runs[0].seen).toMatchObject([{ claim: 'R2 a ball flies', walks: 4, percent: 100, first: 3, length: 1 }]);
  expect(shown.runs[0].notSeen).toContain('R1 nobody is hit');
});

test('traces are written where it is asked for', async () => {
  const { files } = await told('explore-random --samples 1 --out traces', honest);
  expect([...files.keys()]).toEqual(['traces/pong-one-ball--R1-nobody-is-hit.json']);
});

test('who is interrupted is told how to go on', async () => {
  const { code, out } = await told('explore-random', { ...honest, halt: 'interrupted' });
  expect(code).toBe(130);
  expect(out).toContain('not begun: 1 run, from pong/one-ball on');
  expect((await told('explore-random', { ...honest, halt: 'time' })).code).toBe(30);
});

test.for([
  ['explore-random --seed x', 150, '--seed needs a whole number from 0 to 4294967295, and was given "x"'],
  ['explore-random --seed 4294967296', 150, '--seed needs a whole number'],
  ['explore-random --samples 0', 150, '--samples needs a whole number above 0, and was given "0"'],
  ['explore-random --from 0', 150, '--from needs a whole number above 0'],
  ['explore-random --steps many', 150, '--steps needs a whole number above 0'],
  ['explore-random pung', 150, 'there is no run "pung"; did you mean "pong"?'],
  ['explore-random --claim R9', 150, 'there is no claim in these runs "R9"'],
] as const)('%s', async ([line, code, message]) => {
  const answered = await told(line, honest);
  expect(answered.err).toContain(message);
  expect(answered.code).toBe(code);
});

test('a claim that throws is named', async () => {
  const throws = always('R3 throws', {
    cites: ['R3'],
    holds: () => {
      throw new Error('no idea');
    },
  });
  const run = { ...pongRun, families: [family('bad', [throws])], expected: pongExpected };
  const { code, err } = await told('explore-random', searched(pongReport, [run]));
  expect(err).toContain('claim "R3 throws" throws: no idea');
  expect(code).toBe(14);
});
