/** What the author of a claim is told that cannot be evaluated. */
import { expect, test } from 'vitest';
import { createMachine } from 'xstate';

import { type CheckOptions, check } from '../../src/check/index.ts';
import {
  type Claim,
  type Ending,
  always,
  everyStep,
  family,
  leadsTo,
  neverAfter,
  reaches,
  restsOnly,
  type System,
} from '../../src/model/index.ts';
import { named } from '../toys/errors.ts';
import { stationRing } from '../toys/station-ring.ts';

const cites: readonly string[] = [];

function told(claims: readonly Claim[], options: CheckOptions = {}, checked: System = stationRing(3)): string {
  try {
    check(checked, { families: [family('claims', claims)], ...options });
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

test('names that are not there', () => {
  expect([
    told([always('party', { cites, holds: ({ party }) => party['station3']!.matches('critical') })]),
    told([always('channel', { cites, holds: ({ channel }) => channel['to station1']!.length === 0 })]),
    told([always('state', { cites, holds: ({ party }) => party['station1']!.matches('criticl') })]),
    told([everyStep('step', { cites, holds: (_before, _step, after) => after.party['statoin1'] !== undefined })]),
    told([leadsTo('class', { cites, from: () => true, to: () => true, fairness: { 'station1.PAS': 'weak' } })]),
    told([], { fairness: { PASS: 'weak' } }),
  ]).toMatchInlineSnapshot(`
    [
      "UnknownNameError: claim "party": system "ring of 3 stations" has no party "station3"; did you mean "station0"?",
      "UnknownNameError: claim "channel": system "ring of 3 stations" has no queue "to station1"; there are none",
      "UnknownNameError: claim "state": party "station1" has no state "criticl"; did you mean "critical"?",
      "UnknownNameError: claim "step": system "ring of 3 stations" has no party "statoin1"; did you mean "station1"?",
      "UnknownNameError: claim "class": system "ring of 3 stations" has no step class "station1.PAS"; did you mean "station1.PASS"?",
      "UnknownNameError: system "ring of 3 stations" has no step class "PASS"; there are: station0.ENTER, station0.LEAVE, station0.PASS, station1.ENTER, station1.LEAVE, station1.PASS, station2.ENTER, station2.LEAVE, station2.PASS",
    ]
  `);
});

test('a predicate that throws, and one name for two claims', () => {
  const bad = always('bad', { cites, holds: () => JSON.parse('{') as boolean });
  const fine = restsOnly('fine', { cites, in: () => true });
  expect([told([bad]), told([fine, fine])]).toMatchInlineSnapshot(`
    [
      "ModelError: claim "bad" throws: Expected property name or '}' in JSON at position 1",
      "ModelError: family "claims" has two claims named "fine"",
    ]
  `);
});

test('an ending that throws is named by its system', () => {
  const faulty = { ...named, ending: (): never => JSON.parse('{') as never };
  expect(() => check(faulty)).toThrowErrorMatchingInlineSnapshot(`
    [ModelError: the ending of system "a named rest" throws: Expected property name or '}' in JSON at position 1
      Met after 2 steps: speaker SPEAK, listener HELLO.]
  `);
});

test('families that do not stand in the options, as a caller without a compiler may write it', () => {
  const claims = family('claims', [always('nothing', { cites, holds: () => true })]);
  for (const options of [[claims], claims, { families: claims }, { families: claims.claims }]) {
    expect(() => check(stationRing(3), options as CheckOptions)).toThrow(
      new TypeError('check(system, options): families go into a list by that name: { families: [family] }'),
    );
  }
});

test('a tag that no state bears', () => {
  expect(told([always('tag', { cites, holds: ({ party }) => !party['station0']!.hasTag('tokken') })])).toBe(
    'UnknownNameError: claim "tag": no state of party "station0" bears the tag "tokken"; there are none',
  );
});

test('an answer that is neither true nor false', () => {
  const promise = (async () => false) as unknown as () => boolean;
  const number = (() => 1) as unknown as () => boolean;
  expect([
    told([always('always', { cites, holds: promise })]),
    told([reaches('reaches', { cites, when: number })]),
    told([everyStep('every step', { cites, holds: promise })]),
    told([leadsTo('leads to', { cites, from: () => true, to: number })]),
    told([neverAfter('never after', { cites, after: promise, never: () => true })]),
  ]).toMatchInlineSnapshot(`
    [
      "ModelError: claim "always" gives a promise, where it should give true or false",
      "ModelError: claim "reaches" gives 1, where it should give true or false",
      "ModelError: claim "every step" gives a promise, where it should give true or false
      Met in the initial state.",
      "ModelError: claim "leads to" gives 1, where it should give true or false",
      "ModelError: claim "never after" gives a promise, where it should give true or false",
    ]
  `);
});

test('an ending that is none', () => {
  const endings = ['done', null, { name: 'done' }, { name: '', fine: true }] as unknown as Ending[];
  expect(endings.map((ending) => told([], {}, { ...named, ending: () => ending }))).toMatchInlineSnapshot(`
    [
      "ModelError: the ending of system "a named rest" gives "done", where it should give undefined or { name: string, fine: boolean }
      Met after 2 steps: speaker SPEAK, listener HELLO.",
      "ModelError: the ending of system "a named rest" gives null, where it should give undefined or { name: string, fine: boolean }
      Met after 2 steps: speaker SPEAK, listener HELLO.",
      "ModelError: the ending of system "a named rest" gives {"name":"done"}, where it should give undefined or { name: string, fine: boolean }
      Met after 2 steps: speaker SPEAK, listener HELLO.",
      "ModelError: the ending of system "a named rest" gives {"name":"","fine":true}, where it should give undefined or { name: string, fine: boolean }
      Met after 2 steps: speaker SPEAK, listener HELLO.",
    ]
  `);
});

test('one name for two claims of different families, or for a claim and a protocol error', () => {
  const claim = always('it', { cites, holds: () => true });
  const families = [family('one', [claim]), family('other', [claim])];
  expect(told([], { families })).toBe('ModelError: families "one" and "other" both have a claim named "it"');
  expect(told([always('deadlock', { cites, holds: () => true })])).toBe(
    'ModelError: family "claims" has a claim named "deadlock", as a protocol error is; name it otherwise',
  );
});

test('a fairness that there is not', () => {
  const fairness = { 'station1.PASS': 'Weak' as 'weak' };
  expect(told([leadsTo('class', { cites, from: () => true, to: () => true, fairness })])).toBe(
    'UnknownNameError: claim "class": "Weak" is no fairness; there are: none, weak, strong',
  );
});

test('a state of a chart that has none', () => {
  const flat = createMachine({ id: 'flat', on: { HELLO: {} } });
  const system = { name: 'flat', parties: { it: { chart: flat } }, channels: {}, ending: () => undefined };
  expect(told([always('state', { cites, holds: ({ party }) => party['it']!.matches('a') })], {}, system)).toBe(
    'UnknownNameError: claim "state": party "it" has no state "a"; there are none',
  );
});

test('options that there are not, limits that are none, formulas that are none', () => {
  const formula = (given: unknown): Claim => ({ kind: 'ltl', name: 'f', cites, formula: given as never });
  expect(
    [
      told([], { maxState: 5 } as CheckOptions),
      told([], { maxStates: -1 }),
      told([], { maxStates: Number.NaN }),
      told([], { maxStates: '5' as never }),
      told([formula('G p')]),
      told([formula({ operator: 'G', of: null })]),
      told([formula({ operator: 'U', left: { operator: 'true' }, right: 'p' })]),
      told([], {}, null as unknown as System),
    ].map((said) => said.slice(0, 90)),
  ).toMatchInlineSnapshot(`
    [
      "TypeError: check(system, options): there is no option "maxState"; did you mean "maxStates"",
      "TypeError: check(system, options): maxStates is -1; it must be a number, 0 or more",
      "TypeError: check(system, options): maxStates is NaN; it must be a number, 0 or more",
      "TypeError: check(system, options): maxStates is 5; it must be a number, 0 or more",
      "ModelError: claim "f": its formula has the text "G p" where a formula belongs; build it wi",
      "ModelError: claim "f": its formula has null where a formula belongs; build it with tempora",
      "ModelError: claim "f": its formula has the text "p" where a formula belongs; build it with",
      "ModelError: a system is described by an object: { name, parties, channels, ending }",
    ]
  `);
});
