import { expect, test } from 'vitest';

import { sweep } from '../../properties/sweep.ts';
import { told, type World } from './fake-session.ts';
import { pongAnswer, pongRun } from './pong.ts';

const clone: World = { runs: [pongRun], sweep, files: { 'properties/runs.ts': '', 'README.md': '' } };

test.for(['docs', 'docs --check'])(
  '%s outside the repository is one line, before anything is searched',
  async (line) => {
    const { code, err, out } = await told(line, { runs: [pongRun], sweep, answer: () => pongAnswer() });
    expect([code, out]).toEqual([150, '']);
    expect(err).toBe(
      'docs writes the pages of the repository, and this folder has no properties/runs.ts: run it at the top of a clone',
    );
  },
);

test('docs names all in which prose and runs do not fit together, and writes nothing', async () => {
  const { code, err, out } = await told('docs', { ...clone, answer: () => pongAnswer() });
  expect(code).toBe(150);
  expect(out).toBe('');
  expect(err).toMatch(/^properties\/findings\.ts does not fit the runs:\n {2}"/);
  expect(err).toContain('"deadlock" is explained, and no run violates it');
});

test('docs says whose fault it is when a run cannot be searched', async () => {
  const fault = { kind: 'fault', code: 75, fault: 'the chart "pong" throws' } as const;
  const { code, err } = await told('docs', { ...clone, answer: () => fault });
  expect([code, err]).toEqual([75, 'pong/one-ball: the chart "pong" throws']);
});
