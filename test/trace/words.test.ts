import { expect, test } from 'vitest';

import { messageText } from '../../src/trace/message-text.ts';
import { contextChanges, newStates, stateText } from '../../src/trace/state-text.ts';

test.for([
  [{ type: 'OPEN' }, 'OPEN'],
  [{ type: 'DATA', bit: 0, item: 2 }, 'DATA bit=0 item=2'],
  [{ type: 'STR', from: { host: 'C', socket: 303 }, to: { host: 'B', socket: 202 }, size: 8 }, 'STR C303→B202 size=8'],
  [{ type: 'ACK', urgent: true, late: false, of: null }, 'ACK urgent'],
  [{ type: 'LIST', sockets: [2, 3], from: 'B' }, 'LIST from=B sockets=[2,3]'],
] as const)('a message without a label: %o is %s', ([message, text]) => {
  expect(messageText({}, message)).toBe(text);
});

test('a label of the system goes first', () => {
  expect(messageText({ label: ({ type }) => `<${type}>` }, { type: 'OPEN', n: 1 })).toBe('<OPEN>');
});

test('a state is told by its innermost states', () => {
  expect(stateText('open')).toBe('open');
  expect(stateText({ role: 'passive', transfer: { engaged: 'waiting' }, empty: {} })).toBe(
    'role.passive transfer.engaged.waiting empty',
  );
});

test('of a new state only the regions that changed are told', () => {
  const before = { role: 'passive', transfer: 'idle' };
  expect(newStates(before, { role: 'passive', transfer: { engaged: 'waiting' } })).toBe('transfer.engaged.waiting');
  expect(newStates(before, before)).toBe('');
});

test('of a context only the fields that changed are told', () => {
  expect(contextChanges({ n: 0, peer: null, kept: 1 }, { n: 1, peer: { host: 'B' }, kept: 1 })).toEqual([
    'n 0 → 1',
    'peer null → {"host":"B"}',
  ]);
  expect(contextChanges(undefined, undefined)).toEqual([]);
});
