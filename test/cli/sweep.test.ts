import { expect, test } from 'vitest';

import type { Answer, Job } from '../../src/cli/searches.ts';
import type { Sweep } from '../../src/model/index.ts';
import { told, type World } from './fake-session.ts';
import { pongAnswer, pongReport, pongRun } from './pong.ts';

const sweep: Sweep = {
  axes: [
    { name: 'side', values: ['left', 'right'], baseline: 'left' },
    { name: 'balls', values: ['1', '2', 'many'], baseline: '1' },
    { name: 'wind', values: ['calm', 'storm'], baseline: 'calm', untimed: { storm: 'calm' } },
  ],
  cell: () => ({ system: pongRun.system() }),
};
const asked: Job[] = [];
const answer = (job: Job): Answer => {
  asked.push(job);
  const many = job.kind === 'cell' && job.values['balls'] === 'many';
  return pongAnswer(many ? { ...pongReport, complete: false, stopped: 'states' } : pongReport);
};
const world: World = { sweep, answer };

test('cells come in the order of the axes as given, the last fastest; the others take their baseline', async () => {
  const { out, code } = await told('sweep --axis balls=2,1 --axis side --json', world);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    cells: [
      { side: 'left', balls: 2, wind: 'calm', outcomes: ['over'], states: 3, complete: true },
      { side: 'right', balls: 2, wind: 'calm', outcomes: ['over'], states: 3, complete: true },
      { side: 'left', balls: 1, wind: 'calm', outcomes: ['over'], states: 3, complete: true },
      { side: 'right', balls: 1, wind: 'calm', outcomes: ['over'], states: 3, complete: true },
    ],
  });
});

test('a matrix for each value of the first axis; what is not complete bears a question mark, exit 30', async () => {
  const { out, code } = await told('sweep --axis side --axis balls --axis wind', world);
  expect(code).toBe(30);
  expect(out).toMatchInlineSnapshot(`
    "side left
      balls  wind=calm  wind=storm
      1      over       over
      2      over       over
      many   over ?     over ?

    side right
      balls  wind=calm  wind=storm
      1      over       over
      2      over       over
      many   over ?     over ?

    12 cells, 4 bounded: not a proof, 36 states, exit 30: partial: a limit was reached, and nothing was found against the manifest so far
    reproduce: npx matching-rfc sweep --axis side --axis balls --axis wind"
  `);
});

test('time-outs are off unless asked for', async () => {
  asked.length = 0;
  await told('sweep', world);
  await told('sweep --timeouts', world);
  expect(asked.map((job) => job.kind === 'cell' && job.timeouts)).toEqual([false, true]);
});

test('a value that only time-outs set apart is told where there are none', async () => {
  const note = 'wind=storm without --timeouts is wind=calm';
  expect((await told('sweep --axis wind', world)).err).toBe(note);
  expect((await told('sweep --axis wind --timeouts', world)).err).toBe('');
  expect((await told('sweep --axis wind=calm', world)).err).toBe('');
});

test('one cell is one cell', async () => {
  expect((await told('sweep', world)).out).toContain('1 cell, all complete');
});

test('an end that nobody named is a deadlock', async () => {
  const verdicts = [
    { claim: 'deadlock', kind: 'protocol error', family: 'protocol', cites: [], verdict: 'violated' },
  ] as const;
  const { out } = await told('sweep --json', {
    sweep,
    answer: () => pongAnswer({ ...pongReport, verdicts, outcomes: [] }),
  });
  expect(JSON.parse(out).cells[0].outcomes).toEqual(['deadlock']);
});

test('a bound that was hit is told on standard error, exit 12', async () => {
  const verdicts = [
    {
      claim: 'bound hit',
      kind: 'protocol error',
      family: 'protocol',
      cites: [],
      verdict: 'violated',
      detail: 'over is full',
    },
  ] as const;
  const report = { ...pongReport, complete: false, verdicts };
  const { err, code } = await told('sweep --json', { sweep, answer: () => pongAnswer(report) });
  expect([code, err]).toEqual([12, 'side=left balls=1 wind=calm: bound hit violated: over is full']);
});

test('--axes lists what can be varied', async () => {
  expect((await told('sweep --axes', world)).out).toMatchInlineSnapshot(`
    "side         [left] right
    balls        [1] 2 many
    wind         [calm] storm"
  `);
});

test.for([
  ['sweep --axis sides=left', 'there is no axis "sides"; did you mean "side"?'],
  ['sweep --axis side=lefft', 'there is no value of the axis side "lefft"; did you mean "left"?'],
  ['sweep --axis wind=calm --axis wind=storm', 'the axis wind is given twice; write --axis wind=v1,v2'],
  ['sweep --axis', '--axis needs a value: --axis name=v1,v2'],
] as const)('%s: one line that names the mend, exit 150', async ([line, message]) => {
  expect(await told(line, world)).toMatchObject({ code: 150, err: message, out: '' });
});
