/** `check --reduce`: says what it decides and what it leaves open, and refuses what needs every state. */
import { expect, test } from 'vitest';

import { perform } from '../../src/cli/perform.ts';
import { always, type Run } from '../../src/model/index.ts';
import { told, type World } from './fake-session.ts';
import { pongRun } from './pong.ts';

const worldOf = (run: Run): World => ({
  runs: [run],
  columns: 300,
  answer: (job) =>
    perform(
      job,
      { runs: async () => [run], sweep: async () => ({ axes: [], cell: () => ({ system: run.system() }) }) },
      { aborted: false },
      () => {},
    ),
});
const world = worldOf(pongRun);

test('decides claims on states, leaves open what it does not, and says so', async () => {
  const { code, out } = await told('check --reduce', world);
  expect(code).toBe(0);
  expect(out).toContain('reduced: some of the states, verdicts on states, steps and rests only');
  expect(out).toContain('✓ R2 a ball flies (reached)');
  expect(out).toContain('! livelock (not finished)');
  expect(out).toContain('! bound hit (not finished)');
  expect(out).toMatch(/counterexample, 2 steps →/);
  expect(out).not.toContain('(shortest)');
  expect(out).not.toContain('Transitions:');
});

test('its report in JSON says how it was reduced', async () => {
  const { out } = await told('check --reduce --json', world);
  expect(JSON.parse(out).runs[0].reduced).toMatchObject({ largest: 3 });
});

test('what is not as expected is found', async () => {
  const claim = always('R9 nothing flies', { cites: [], holds: (state) => state.channel['over']!.length === 0 });
  const families = [...pongRun.families, { name: 'more', claims: [claim] }];
  const { code, out } = await told('check --reduce', worldOf({ ...pongRun, families }));
  expect(code).toBe(12);
  expect(out).toContain('"R9 nothing flies": violated');
});

test('a limit leaves it partial', async () => {
  const { code, out } = await told('check --reduce --max-states 1', world);
  expect(code).toBe(30);
  expect(out).toContain('bounded: not a proof (stopped: states)');
});

test.for([
  ['--certify', 'a certificate needs every state'],
  ['--certificates out', 'a certificate needs every state'],
  ['--update-lock', 'the lock pins what a whole search counts'],
  ['--ltl G(hit)', 'formulas speak of infinite runs'],
  ['--always-possible hit', 'what stays possible is known of every state or of none'],
  ['--uncovered', 'transitions are not counted'],
  ['--checkpoint out', 'reduced searches are not kept'],
  ['--resume out', 'reduced searches are not kept'],
])('is refused with %s', async ([option, why]) => {
  const { code, err } = await told(`check --reduce ${option}`, world);
  expect(code).toBe(150);
  const name = option!.split(' ', 1)[0];
  expect(err.trim()).toBe(`--reduce and ${name} do not go together: ${why}; leave out one of them`);
});
