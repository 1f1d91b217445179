/** What the door says of systems that are written wrongly. */
import { createMachine } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import type { Channel, Party, System } from '../../src/model/index.ts';

const chart = createMachine({ id: 'chart', on: { ASK: {} } });
const ending = (): undefined => undefined;
const air: Channel = { kind: 'fifo', to: 'ear', capacity: 1 };

/** What is said of `mouth` and `ear`, joined by `air`, with some things changed. */
function told(changes: Partial<Omit<System, 'ending'>> & { mouth?: Partial<Party>; air?: Partial<Channel> }): string {
  const { mouth, air: other, ...rest } = changes;
  try {
    system({
      name: 'talk',
      parties: { mouth: { chart, ports: { out: 'air' }, ...mouth }, ear: { chart } },
      channels: { air: { ...air, ...other } as Channel },
      ending,
      ...rest,
    });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

test('a system that is written well is given back', () => {
  expect(told({})).toBe('nothing');
});

test('each fault is named with its place', () => {
  const own = (fairness: 'weak' | 'none', type: string) => ({ event: { type }, fairness, class: 'speaking' });
  expect([
    told({ parties: {} }),
    told({ mouth: { ports: { out: 'airr' } } }),
    told({ air: { to: 'eye' } }),
    told({ air: { capacity: 0 } }),
    told({ air: { capacity: 1.5 } }),
    told({ air: { loses: -1 } }),
    told({ channels: { air, mouth: air } }),
    told({ mouth: { own: [own('weak', 'SAY'), own('none', 'SHOUT')] } }),
    told({ mouth: { own: [own('weak', 'SAY'), own('weak', 'SAY')] } }),
    told({ progress: ['air deliver'] }),
  ]).toMatchInlineSnapshot(`
    [
      "system "talk": it has no parties",
      "system "talk": port "out" of "mouth" leads to the channel "airr", which is not there; did you mean "air"?",
      "system "talk": channel "air" leads to the party "eye", which is not there; did you mean "ear"?",
      "system "talk": the capacity of channel "air" is 0; it must be a whole number above 0",
      "system "talk": the capacity of channel "air" is 1.5; it must be a whole number above 0",
      "system "talk": channel "air": loses is -1; it must be a whole number, 0 or more",
      "system "talk": "mouth" is a party and a channel; give one of them another name",
      "system "talk": the steps of class "speaking" are declared weak and none; steps of one class share one fairness",
      "system "talk": the own step {"type":"SAY"} of "mouth" is listed twice",
      "system "talk": progress names the step class "air deliver", which no step has; did you mean "air delivers"?",
    ]
  `);
});

test('a channel that waits for a tag which no state bears', () => {
  const talk = (whileTagged: string): System =>
    system({ name: 'talk', parties: { ear: { chart: tagged } }, channels: { air: { ...air, whileTagged } }, ending });
  const tagged = createMachine({ id: 'tagged', tags: 'listening' });
  expect(() => check(talk('listenning'))).toThrowErrorMatchingInlineSnapshot(
    `[ModelError: channel "air" delivers only while "ear" bears the tag "listenning", but no state of its chart does; did you mean "listening"?]`,
  );
  expect(check(talk('listening')).states).toBe(1);
});

test('a channel whose function names nobody', () => {
  const caller = createMachine({
    id: 'caller',
    on: { CALL: { actions: { type: 'send', params: { to: 'out', message: { type: 'HELLO', at: 'bert' } } } } },
  });
  const calling = system({
    name: 'calling',
    parties: { anna: { chart: caller, own: [{ event: { type: 'CALL' }, fairness: 'none' }], ports: { out: 'line' } } },
    channels: { line: { kind: 'direct', to: ({ at }) => at as string } },
    ending,
  });
  expect(() => check(calling)).toThrowErrorMatchingInlineSnapshot(`
    [ModelError: channel "line": the receiver of {"type":"HELLO","at":"bert"} is "bert", which is no party; there are: anna
      Met in the initial state.]
  `);
});

test('parties that call each other without end', () => {
  const pong = createMachine({
    id: 'pong',
    on: { BALL: { actions: { type: 'send', params: { to: 'over', message: { type: 'BALL' } } } } },
  });
  const game = system({
    name: 'game',
    parties: {
      anna: { chart: pong, own: [{ event: { type: 'BALL' }, fairness: 'none' }], ports: { over: 'toBert' } },
      bert: { chart: pong, ports: { over: 'toAnna' } },
    },
    channels: { toAnna: { kind: 'direct', to: 'anna' }, toBert: { kind: 'direct', to: 'bert' } },
    ending,
  });
  expect(() => check(game)).toThrowErrorMatchingInlineSnapshot(`
    [ModelError: one step makes more than 1000 direct calls; the last are: bert calls anna with BALL, anna calls bert with BALL, bert calls anna with BALL, anna calls bert with BALL. Parties that call each other without end need a channel of kind "fifo" between them, or a guard
      Met in the initial state.]
  `);
});
