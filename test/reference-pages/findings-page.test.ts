import { expect, test } from 'vitest';

import type { Findings } from '../../src/model/index.ts';
import { findingsFaults, findingsPage } from '../../src/reference/index.ts';
import { run } from './runs.ts';

const runs = [
  run('orders/V1/R', { ends: ['fails', 'done'], violated: ['P1 nothing is lost', 'deadlock'], missed: ['both call'] }),
  run('orders/V1/Q', { bounds: 'two calls; one loss', violated: ['P1 nothing is lost'] }),
  run('orders/V2/R', { violated: ['P1 nothing is lost'] }),
  run('orders/V2/Q'),
  run('holes/H1/storm/keep', { states: 1200 }),
  run('holes/H1/storm/let-go', { violated: ['P1 nothing is lost'] }),
];

const questions = [
  { id: 'H1', question: 'What if it storms?', recommended: 'keep' },
  { id: 'H2', question: 'What if it snows?', recommended: 'wait' },
];

const findings: Findings = {
  answers: [
    {
      question: 'Does it work?',
      says: 'Mostly. Not always.',
      tables: [{ title: 'All orders', runs: 'orders/{variant}/{NCP=Q|R}', across: 'NCP' }],
    },
  ],
  violations: [
    { claim: 'P1', title: 'Something is lost', run: 'orders/V1/Q', says: 'It falls. Nobody catches it.' },
    { claim: 'deadlock', title: 'Everybody waits', run: 'orders/V1/R', says: 'A waits for B. B waits for A.' },
    { claim: 'both call', title: 'Never both', run: 'orders/V1/R', says: 'One is told to wait. It does.' },
  ],
  holes: [{ id: 'H1', says: 'Letting go loses it.' }],
  unmodelled: { H2: 'It never snows here.' },
};

const drawings = { clause: (id: string) => `Rule ${id}.`, trace: (name: string) => [`drawn: ${name}`] };
const dead = { user: { all: 3, dead: ['user.idle on STOP'] } };

test('the page shows answers, violations, open questions and dead transitions', () => {
  expect(findingsPage({ findings, runs, questions, dead, drawings })).toMatchSnapshot();
});

test('prose that fits the runs has no faults', () => {
  expect(findingsFaults(findings, runs, questions)).toEqual([]);
});

test.for<[string, Partial<Findings>, string]>([
  [
    'a violation without explanation',
    { violations: findings.violations.slice(1) },
    '"P1 nothing is lost" is violated in orders/V1/R and not explained',
  ],
  [
    'an explanation of nothing',
    { violations: [...findings.violations, { claim: 'P2', title: 'x', run: 'orders/V1/R', says: 'x' }] },
    '"P2" is explained, and no run violates it',
  ],
  [
    'a trace from a run without the violation',
    {
      violations: findings.violations
        .map((finding) => ({ ...finding, run: 'orders/V1/R' }))
        .with(0, { ...findings.violations[0]!, run: 'orders/V2/Q' }),
    },
    '"P1" shall be shown by orders/V2/Q, which does not violate it; orders/V1/R does',
  ],
  [
    'two explanations of one title',
    { violations: findings.violations.map((finding) => ({ ...finding, title: 'Lost' })) },
    'the title "Lost" is there twice',
  ],
  ['an open question with runs and no words', { holes: [] }, 'H1 has runs, and nothing says what they show'],
  ['an open question without runs or reason', { unmodelled: {} }, 'H2 has no runs, and nothing says why'],
  [
    'a reason for runs that are there',
    { unmodelled: { H1: 'x', H2: 'x' } },
    'H1 has runs, and a reason why it has none',
  ],
  [
    'words on an open question without runs',
    { holes: [...findings.holes, { id: 'H2', says: 'x' }] },
    'H2 is told of, and has no runs',
  ],
  ['an open question that is not there', { unmodelled: { H2: 'x', H9: 'x' } }, 'there is no open question H9'],
  [
    'a table of no runs',
    { answers: [{ question: 'x', says: 'x', tables: [{ title: 'T', runs: 'order/{NCP}', across: 'NCP' }] }] },
    'the table "T" means no run: order/{NCP}',
  ],
  [
    'a table without the place of its columns',
    { answers: [{ question: 'x', says: 'x', tables: [{ title: 'T', runs: 'orders/V1/{NCP}', across: 'order' }] }] },
    'the table "T" has no place {order} in orders/V1/{NCP}',
  ],
])('%s is a fault', ([, changed, fault]) => {
  expect(findingsFaults({ ...findings, ...changed }, runs, questions)).toEqual([fault]);
});
