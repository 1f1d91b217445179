/** Which states a transition may enter, by charts that a reader can follow. */
import { type AnyStateMachine, createMachine } from 'xstate';
import { expect, test } from 'vitest';

import { entered } from '../../src/tabulate/entered.ts';

const machine: AnyStateMachine = createMachine({
  id: 'm',
  initial: 'flat',
  on: { ROOT: { target: '.flat' } },
  states: {
    flat: {
      on: { NONE: {}, SELF: 'flat', DEEP: 'nest', LEAF: '#leaf', PART: '#right2', BOTH: 'both', BACK: 'nest.was' },
    },
    nest: {
      initial: 'inner',
      on: { WITHIN: '.other', AGAIN: { target: 'nest', reenter: true } },
      states: {
        inner: { initial: 'leaf', states: { leaf: { id: 'leaf' }, twin: {} } },
        other: { on: { UP: 'inner' } },
        was: { type: 'history' },
      },
    },
    both: {
      type: 'parallel',
      states: {
        left: { initial: 'one', states: { one: { on: { STEP: 'two' } }, two: {} } },
        right: { initial: 'one', states: { one: {}, two: { id: 'right2' } } },
      },
    },
  },
});

const names = (from: string, event: string): readonly string[] => {
  const node = [
    machine.root,
    ...Object.values(machine.states),
    machine.states['nest']!.states['other']!,
    machine.states['both']!.states['left']!.states['one']!,
  ].find(({ path }) => path.join('.') === from)!;
  const [transition] = node.transitions.get(event)!;
  return [...entered(transition!)].map(({ path }) => path.join('.')).sort();
};

test.for([
  ['flat', 'NONE', []],
  ['flat', 'SELF', ['flat']],
  ['', 'ROOT', ['flat']],
  ['flat', 'DEEP', ['nest', 'nest.inner', 'nest.inner.leaf']],
  ['flat', 'LEAF', ['nest', 'nest.inner', 'nest.inner.leaf']],
  ['nest', 'WITHIN', ['nest.other']],
  ['nest', 'AGAIN', ['nest', 'nest.inner', 'nest.inner.leaf']],
  ['nest.other', 'UP', ['nest.inner', 'nest.inner.leaf']],
  ['flat', 'BOTH', ['both', 'both.left', 'both.left.one', 'both.right', 'both.right.one']],
  ['flat', 'PART', ['both', 'both.left', 'both.left.one', 'both.right', 'both.right.two']],
  ['both.left.one', 'STEP', ['both.left.two']],
  ['flat', 'BACK', ['nest', 'nest.inner', 'nest.inner.leaf', 'nest.inner.twin', 'nest.other']],
] as const)('from %s on %s', ([from, event, expected]) => {
  expect(names(from, event)).toEqual(expected);
});
