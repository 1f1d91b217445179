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

test('what is missing is named, and what systems have not', () => {
  const door =
    (description: unknown): (() => unknown) =>
    () =>
      system(description as System);
  const whole = { name: 'talk', parties: { ear: { chart } }, channels: {}, ending };
  expect(door(undefined)).toThrow('a system is described by an object');
  expect(door({ ...whole, parties: undefined })).toThrow('system "talk": its parties are missing');
  expect(door({ ...whole, channels: undefined })).toThrow('system "talk": its channels are missing');
  expect(door({ ...whole, ending: undefined })).toThrow('system "talk": the function "ending" is missing');
  expect(door({ ...whole, progres: [] })).toThrow('system "talk": it has a field "progres"; did you mean "progress"?');
  expect(door({ ...whole, name: undefined })).toThrow('its name is missing');
  expect(told({ air: { duplicates: 10_000 } })).toContain('duplicates is 10000; it may be 255 at most');
  expect(told({ air: { duplicates: 255 } })).toBe('nothing');
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

test('what did not come through the door is looked at as well', () => {
  const description = { name: 'talk', parties: { ear: { chart } }, channels: { air }, ending };
  const refused = (changes: Partial<System>): string => {
    try {
      check({ ...description, ...changes });
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing';
  };
  const own = (...events: Party['own'] & {}): Partial<System> => ({ parties: { ear: { chart, own: events } } });
  const ask = { type: 'ASK', by: 'anna', at: 2 };
  const channel = (changes: object): Partial<System> => ({ channels: { air: { ...air, ...changes } as Channel } });
  expect([
    refused({}),
    refused(channel({ capacity: 0 })),
    refused(channel({ kind: 'fifoo' })),
    refused(channel({ to: 'toString' })),
    refused(channel({ fairness: 'Weak' })),
    refused({ parties: { ear: { chart, ports: { out: 'constructor' } } } }),
    refused({ progress: ['ear.ASKK'] }),
    refused(own({ event: ask, fairness: 'Strong' as 'strong' })),
    refused(own({ event: ask, fairness: 'none' }, { event: { at: 2, by: 'anna', type: 'ASK' }, fairness: 'none' })),
    refused(own({ event: { type: 'ASKK' }, fairness: 'none' })),
  ]).toMatchInlineSnapshot(`
    [
      "nothing",
      "system "talk": the capacity of channel "air" is 0; it must be a whole number above 0",
      "system "talk": channel "air" is of the kind "fifoo"; did you mean "fifo"?",
      "system "talk": channel "air" leads to the party "toString", which is not there; there are: ear",
      "system "talk": channel "air" has the fairness "Weak"; did you mean "weak"?",
      "system "talk": port "out" of "ear" leads to the channel "constructor", which is not there; there are: air",
      "system "talk": progress names the step class "ear.ASKK", which no step has; there are: air delivers",
      "system "talk": the own step {"type":"ASK","by":"anna","at":2} of "ear" has the fairness "Strong"; did you mean "strong"?",
      "system "talk": the own step {"at":2,"by":"anna","type":"ASK"} of "ear" is listed twice",
      "system "talk": "ear" has the own step "ASKK", but no state of its chart has a transition for it; did you mean "ASK"?",
    ]
  `);
});

test('names that every object has are names like others', () => {
  const named = system({
    name: 'named',
    parties: { constructor: { chart: createMachine({ id: 'c', initial: 'toString', states: { toString: {} } }) } },
    channels: { toString: { kind: 'fifo' as const, to: 'constructor', capacity: 1 } },
    ending: ({ party }) => ({ name: String(party['constructor']!.matches('toString')), fine: true }),
  });
  expect(check(named).outcomes).toMatchObject([{ name: 'true' }]);
});

test('events that a chart takes by a wildcard are known', () => {
  const wild = createMachine({
    id: 'wild',
    initial: 'a',
    states: { a: { on: { 'ASK.*': 'b' } }, b: { on: { '*': 'a' } } },
  });
  const events = ['ASK', 'ASK.twice', 'else'];
  const own = events.map((type) => ({ event: { type }, fairness: 'none' as const }));
  const wilds = { name: 'wild', parties: { it: { chart: wild, own } }, channels: {}, ending };
  expect(check(wilds)).toMatchObject({ states: 2, steps: 5 });
});
