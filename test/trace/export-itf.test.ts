import { expect, test } from 'vitest';

import type { Path } from '../../src/model/index.ts';
import { enactFound } from '../../src/trace/enact.ts';
import { itf } from '../../src/trace/export-itf.ts';
import { endless, lost, rally } from './rally.ts';

type Itf = {
  readonly '#meta': object;
  readonly vars: readonly string[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
  readonly loop?: number;
};

const captions = { description: 'a ball', source: 'rally', property: 'the ball comes to rest', violated: true };
const exported = (path: Path): Itf => JSON.parse(itf(rally, path, enactFound(rally, path).views, captions)) as Itf;

test('what the trace shows stands in front, and each variable is set in each state', () => {
  const { '#meta': meta, vars, states } = exported(lost);
  expect(meta).toEqual({
    format: 'ITF',
    description: 'a ball',
    source: 'rally',
    status: 'violation',
    property: 'the ball comes to rest',
    varTypes: {},
  });
  expect(vars).toEqual(['left', 'right', 'rightwards', 'leftwards', 'mbt::actionTaken', 'mbt::nondetPicks']);
  expect(states.map((state) => Object.keys(state))).toEqual(states.map(() => ['#meta', ...vars]));
  expect(states.map((state) => state['#meta'])).toEqual([{ index: 0 }, { index: 1 }, { index: 2 }]);
});

test('states are variants, parallel regions records, integers big, null is None, a queue a list of variants', () => {
  const [, served] = exported(lost).states;
  const unit = { '#tup': [] };
  expect(served).toMatchObject({
    left: {
      state: {
        tag: 'playing',
        value: { legs: { tag: 'running', value: unit }, arm: { tag: 'swinging', value: unit } },
      },
      context: { coach: 'Ann', rank: { '#bigint': '7' } },
    },
    right: { state: { tag: 'ready', value: unit }, context: { coach: { tag: 'None', value: unit } } },
    rightwards: [{ tag: 'BALL', value: { spin: { '#bigint': '2' } } }],
    leftwards: [],
  });
});

test('the action that led to a state, and what was picked for it', () => {
  const { states } = exported(lost);
  const none = { tag: 'None', value: { '#tup': [] } };
  expect(states.map((state) => state['mbt::actionTaken'])).toEqual(['init', 'left.SERVE', 'rightwards loses']);
  expect(states.map((state) => state['mbt::nondetPicks'])).toEqual([
    { party: none, channel: none, message: none },
    {
      party: { tag: 'Some', value: 'left' },
      channel: none,
      message: { tag: 'Some', value: { tag: 'SERVE', value: { '#tup': [] } } },
    },
    {
      party: { tag: 'Some', value: 'right' },
      channel: { tag: 'Some', value: 'rightwards' },
      message: { tag: 'Some', value: { tag: 'BALL', value: { spin: { '#bigint': '2' } } } },
    },
  ]);
});

test('in a lasso the last state is there, and after it comes the one that `loop` names', () => {
  const { states, loop } = exported(endless);
  const bare = (index: number): unknown => {
    const { '#meta': _, 'mbt::actionTaken': __, 'mbt::nondetPicks': ___, ...rest } = states[index]!;
    return rest;
  };
  expect([states.length, loop]).toEqual([5, 3]);
  expect(bare(4)).toEqual(bare(2));
  expect(states.slice(loop).map((state) => state['mbt::actionTaken'])).toEqual([
    'leftwards delivers',
    'rightwards delivers',
  ]);
});
