/** The watchers can fail: systems made wrong on purpose are caught, and the failure says all that is needed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { intrusion } from '../../machines/faults/intrusion.ts';
import { dataSockets } from '../../machines/scripts.ts';
import { scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import { security } from '../../properties/security.ts';
import type { Claim, System, Verdict } from '../../src/model/index.ts';
import { overflow, unspecified } from '../toys/errors.ts';
import type { Attempt } from './attempt.ts';
import { expectNoBreach, type Trial } from './expect-no-breach.ts';
import { Survey } from './survey.ts';

const withStranger = (): System =>
  threeParty(scenario({ name: 'a stranger calls', ...intrusion('passive-receives', dataSockets('V478', 'B')) }));

/** A listener that takes whoever calls, and leaves it to the server to look at the caller; the server leaves it to the listener. */
function heedless(): System {
  const { parties, ...rest } = withStranger();
  const listener = parties['ncp.B.202']!;
  const input = listener.input as { readonly knobs: object };
  const careless = { ...listener, input: { ...input, knobs: { ...input.knobs, mismatch: 'accept-check' } } };
  return { ...rest, parties: { ...parties, 'ncp.B.202': careless } };
}

const everything = (system: System): Attempt => ({ system, families: [security], owed: () => true });
const noClaims = (system: System): Attempt => ({ system, families: [], owed: () => true });

type Again = { readonly seed: number; readonly path?: string };

/** What a trial of one system fails with. */
function failureOf(attempt: Attempt, survey?: Trial<string>['survey'], again: Again = { seed: 478 }): string {
  const fixed = { ...again, test: 'nothing goes wrong', file: 'test/orderings/some.test.ts' };
  const configurations = fc.constant(attempt.system.name);
  try {
    expectNoBreach({ configurations, attempt: () => attempt, runs: 30, fixed, ...(survey && { survey }) });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was caught';
}

const caught = failureOf(everything(heedless()));

test('a listener that ignores its filter is caught, and shown with seed, ladder and the line to paste', async () => {
  await expect(caught).toMatchFileSnapshot('heedless-listener.txt');
});

test('the line to paste shows the same again', () => {
  const [, seed, path] = /FC_SEED=(\S+) FC_PATH=(\S+) /.exec(caught)!;
  const again = failureOf(everything(heedless()), undefined, { seed: Number(seed), path: path! });
  const told = (text: string): string => text.slice(text.indexOf('\n'), text.indexOf('seed '));
  expect(told(again)).toBe(told(caught));
});

test('live actors that go where the search does not go are caught', () => {
  const failure = failureOf(everything(heedless()), () => new Survey(withStranger()));
  expect(failure).toContain('live actors and the search part: ');
  expect(failure).toContain('one of the two is wrong');
});

/** A search that has seen everything and understood nothing. */
class Blind extends Survey {
  override verdictOn(claim: Claim): Verdict {
    const { path: _, ...verdict } = super.verdictOn(claim);
    return { ...verdict, verdict: 'holds' };
  }
}

test('what the search has not found is shown on the shortest way there through its graph', () => {
  const failure = failureOf(everything(heedless()), () => new Blind(heedless()));
  expect(failure).toContain('one of the two is wrong');
  const [, shorter, taken] = /in the graph, (\d+) steps instead of (\d+):/.exec(failure)!;
  expect(Number(shorter)).toBeLessThanOrEqual(Number(taken));
});

test('an end that is not allowed is caught, and its shortest trace shown', () => {
  const stuck = threeParty(scenario({ name: 'told first, replying late', plan: { order: 'PW' } }));
  const failure = failureOf({ ...everything(stuck), ends: (name) => name === 'completes' });
  expect(failure).toContain('from here a fair run ends in "deadlock"');
  expect(failure).toContain('The shortest trace that shows it, ');
});

test('a message that nobody expects is caught', () => {
  expect(failureOf(noClaims(unspecified))).toContain('no transition is written for {"type":"HELLO"} at "listener"');
});

test('a queue that overflows is caught', () => {
  expect(failureOf(noClaims(overflow))).toContain('the channel "air" is full when HELLO is sent');
});

test('a chart that throws is caught', () => {
  const early = { say: { type: 'SOCK', told: { by: 'C', parity: 'any' }, host: 'C', off: 0 } } as const;
  const system = threeParty(scenario({ name: 'too early', edit: () => ({ B: [early], C: [] }) }));
  expect(failureOf(everything(system))).toContain('a guard or action throws: server C has told no any socket');
});

test('a system that does what it owes passes', () => {
  expect(failureOf(everything(withStranger()))).toBe('nothing was caught');
});
