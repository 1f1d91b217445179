import { describe, expect, test } from 'vitest';

import { lockOf, lockText } from '../../src/cli/lock.ts';
import { type Told, told, type World } from './fake-session.ts';
import { pongAnswer, pongReport as report, pongRun as pong } from './pong.ts';

const right = lockOf([[pong.name, report]]);
const world = (lock: string | undefined): World => ({
  runs: [pong],
  answer: () => pongAnswer(),
  lockFile: 'runs.lock.json',
  files: lock === undefined ? {} : { 'runs.lock.json': lock },
});
const checked = (lock: string | undefined, line = 'check'): Promise<Told> => told(line, world(lock));

describe('the lock', () => {
  test('is kept by a run that gives what it says', async () => {
    expect(await checked(lockText(right))).toMatchObject({ code: 0 });
  });

  test.each([
    ['fewer states', { states: report.states + 1 }, `states: ${report.states}, and the lock has ${report.states + 1}`],
    ['a verdict more', { violated: {} }, '"R1 nobody is hit": violated in 2 steps, and the lock has nothing of it'],
    [
      'another verdict',
      { reached: { 'R2 a ball flies': '3' } },
      '"R2 a ball flies": reached in 0 steps, and the lock has reached in 3 steps',
    ],
    ['another end', { ends: { elsewhere: '7' } }, 'end "elsewhere": not there, and the lock has 7 steps away'],
  ])('tells of %s', async (_, change, says) => {
    const lock = lockText({ ...right, runs: { [pong.name]: { ...right.runs[pong.name]!, ...change } } });
    const { code, out } = await checked(lock);
    expect(code).toBe(20);
    expect(out).toContain(says);
  });

  test('tells of transitions that are taken now, or no longer', async () => {
    const lock = lockText({ ...right, neverTaken: { other: ['(machine) X'] } });
    const { code, out } = await checked(lock);
    expect(code).toBe(20);
    expect(out).toContain('other: (machine) X is taken, and the lock has it never taken');
  });

  test('tells of a few differences of a run, and how many more there are', async () => {
    const reached = Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`R${number + 20} more`, '1']));
    const { code, out } = await checked(
      lockText({ ...right, runs: { [pong.name]: { ...right.runs[pong.name]!, reached } } }),
    );
    expect(code).toBe(20);
    expect(out.match(/"R2\d more": not there, and the lock has/g)).toHaveLength(10);
    expect(out).toContain('5 more differences from the lock');
  });

  test('has to know every run', async () => {
    const { code, out } = await checked(lockText({ ...right, runs: {} }));
    expect(code).toBe(20);
    expect(out).toContain('the lock has no such run');
  });

  test.each([
    ['is not there', undefined, 20, 'there is no runs.lock.json: check --update-lock writes it'],
    ['is cut short', lockText(right).slice(0, 100), 150, 'runs.lock.json is not JSON'],
    [
      'lacks what a run gave',
      lockText({ ...right, runs: { [pong.name]: null as never } }),
      150,
      `what it has of the run "${pong.name}" is not complete`,
    ],
    ['has another format', '{"format":1}', 150, 'runs.lock.json is no lock of format 2'],
  ])('that %s is said in one line', async (_, lock, code, says) => {
    const answer = await checked(lock);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(says);
    expect(answer.err.split('\n')).toHaveLength(1);
  });

  test('is written by --update-lock, and is then kept', async () => {
    const { code, files } = await checked(undefined, 'check --update-lock');
    expect(code).toBe(0);
    expect(await checked(files.get('runs.lock.json'))).toMatchObject({ code: 0 });
  });

  test('that cannot be read is told before a part of it is searched for', async () => {
    const runs = [pong, { ...pong, name: 'pong/again' }];
    const { code, out, err } = await told(`check ${pong.name} --update-lock`, { ...world('{'), runs });
    expect([code, out]).toEqual([150, '']);
    expect(err).toContain('check --update-lock of all runs writes it anew');
  });

  test('is not written when the manifest expects otherwise', async () => {
    const runs = [{ ...pong, expected: { ...pong.expected!, states: 1 } }];
    const { code, files, err } = await told('check --update-lock', { ...world(lockText(right)), runs });
    expect(code).toBe(20);
    expect(files.has('runs.lock.json')).toBe(false);
    expect(err).toContain('the lock is not written');
  });
});
