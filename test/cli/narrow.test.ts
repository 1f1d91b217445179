/** What is printed on a narrow terminal: nothing is lost, and nothing but paths is wider than it. */
import { expect, test } from 'vitest';

import { wrap } from '../../src/cli/wrap.ts';
import { always, family, type Run } from '../../src/model/index.ts';
import { told } from './fake-session.ts';
import { pongAnswer, pongExpected, pongReport, pongRun } from './pong.ts';

const claim = 'R1 nobody is hit by a ball that nobody has seen, however far it has flown';
const cites = ['NCP-13', 'NCP-14', 'NCP-15', 'FTP-41', 'R438-02', 'R478-08', 'R478-12'];
const detail = 'the right player stands where the ball comes down, and nobody has called to him in time';
const run: Run = {
  ...pongRun,
  families: [family('play', [always(claim, { cites, holds: () => false })])],
  expected: { ...pongExpected, violated: [claim] },
};
const answer = pongAnswer({
  ...pongReport,
  verdicts: [{ ...pongReport.verdicts[0]!, claim, cites, detail }],
});
const shown =
  answer.kind === 'report'
    ? answer.shown.map((one) => ({ ...one, claim, trace: { ...one.trace, claim, cites, detail } }))
    : [];

const printed = (columns: number): Promise<string> =>
  told('check', { runs: [run], columns, answer: () => ({ ...answer, shown }) as typeof answer }).then(({ out }) => out);
const flat = (text: string): string => text.replace(/\s+/g, ' ');

test.for([40, 60, 80, 100])('%i columns hold the claim, its clauses and where it breaks', async (columns) => {
  const out = await printed(columns);
  const report = out.slice(0, out.indexOf('Transitions:'));
  for (const words of [
    claim,
    cites.join(' '),
    `violated here, at step 2: right receives BALL`,
    detail,
    'as expected',
  ]) {
    expect(flat(report)).toContain(words);
  }
  expect(report.split('\n').filter((line) => [...line].length > columns && !/→ traces\//.test(line))).toEqual([]);
});

test('at 60 columns', async () => {
  expect((await printed(60)).split('\n\nFindings')[0]).toMatchInlineSnapshot(`
    "pong/one-ball  one ball, one way
      bounds    one ball
      fairness  weak for 2 classes of steps
      3 states · 2 steps · depth 2 · complete: every reachable
        state, exactly · 0.1 s
      play
        ✗ R1 nobody is hit by a ball that nobody has seen,
          however far it has flown
          NCP-13 NCP-14 NCP-15 FTP-41 R438-02 R478-08 R478-12
          as expected
          the right player stands where the ball comes down, and
          nobody has called to him in time
          counterexample, 2 steps (shortest)
          → traces/pong-one-ball--R1-nobody-is-hit-by-a-ball-that-nobody-has-seen-however-far-.json
      ends: over (2 steps)
      ✓ as expected

      ✗ R1 nobody is hit by a ball that nobody has seen, however
        far it has flown
        [NCP-13 NCP-14 NCP-15 FTP-41 R438-02 R478-08 R478-12]
        pong/one-ball
        1 left: SERVE
            left sends to right: BALL
            left is served
        2 right receives BALL from left (sent at step 1)
            right is hit
         ▲ violated here, at step 2: right receives BALL from
           left (sent at step 1): the right player stands where
           the ball comes down, and nobody has called to him in
           time"
  `);
});

test('a text is broken at blanks; what has none stays whole', () => {
  expect(wrap('  a path traces/orders-V438-R.json is long', 14, 4)).toEqual([
    '  a path',
    '    traces/orders-V438-R.json',
    '    is long',
  ]);
  expect(wrap('  label   text', 80, 4)).toEqual(['  label   text']);
});
