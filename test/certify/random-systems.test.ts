/** What the engine says of random systems is certified; what is wrong is refused, whatever evidence comes with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Certificate, certificateOf, type CertifiedVerdict, certify, Refusal } from '../../src/certify/index.ts';
import { check } from '../../src/check/index.ts';
import type { Report } from '../../src/model/index.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { Dice, forgery } from './forgery.ts';

const numRuns = Number(process.env.FC_RUNS ?? 150);
const maxStates = 600;

/** A system that can be searched, with its report; none when it is refused or too large to be worth it. */
function searched({ system, families }: RandomCase): Report | undefined {
  try {
    const report = check(system, { families, evidence: true, maxStates });
    return report.stopped === undefined ? report : undefined;
  } catch {
    return undefined;
  }
}

const claimsOf = ({ families }: RandomCase) => families.flatMap(({ claims }) => claims);

const stands = (drawn: RandomCase, certificate: Certificate): boolean => {
  try {
    certify(drawn.system, claimsOf(drawn), certificate);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

test('what the engine says is certified', () => {
  fc.assert(
    fc.property(randomCase, (drawn) => {
      const report = searched(drawn);
      if (!report) return;
      const { verdicts, open } = certify(drawn.system, claimsOf(drawn), certificateOf(report));
      expect(verdicts + open.length).toBe(report.verdicts.length);
      if (report.complete) expect(open).toEqual([]);
    }),
    { numRuns },
  );
});

test('by a sample too', () => {
  fc.assert(
    fc.property(randomCase, fc.nat(), (drawn, seed) => {
      const report = searched(drawn);
      const certificate = report && certificateOf(report);
      if (!certificate?.complete) return;
      const complete = { ...certificate.complete, sample: { seed, size: 20 } };
      expect(certify(drawn.system, claimsOf(drawn), { ...certificate, complete }).sample).toEqual({ seed, size: 20 });
    }),
    { numRuns },
  );
});

const opposite = {
  holds: 'violated',
  violated: 'holds',
  reached: 'not reached',
  'not reached': 'reached',
  'not finished': 'holds',
} as const;

const decided = ({ verdict }: CertifiedVerdict): boolean => verdict !== 'not finished';

test('the opposite of a verdict is refused, whatever evidence is forged for it', () => {
  fc.assert(
    fc.property(randomCase, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), (drawn, numbers) => {
      const report = searched(drawn);
      if (!report) return;
      const dice = new Dice(numbers);
      const certificate = certificateOf(report);
      for (const verdict of certificate.verdicts.filter(decided)) {
        const forged = forgery(drawn.system, certificate, { ...verdict, verdict: opposite[verdict.verdict] }, dice);
        expect([verdict, stands(drawn, forged)]).toEqual([verdict, false]);
      }
    }),
    { numRuns },
  );
});

test('a state set with a state too few, too many or changed is refused', () => {
  fc.assert(
    fc.property(randomCase, fc.nat(), fc.nat(), (drawn, which, how) => {
      const report = searched(drawn);
      const certificate = report && certificateOf(report);
      if (!certificate?.complete || report!.states < 2) return;
      const { evidence } = certificate.complete;
      const { states } = evidence;
      const state = 1 + (which % (states.count - 1));
      const column = how % states.columns.length;
      const without = (numbers: Uint32Array): Uint32Array => numbers.filter((_, index) => index !== state);
      const twice = (numbers: Uint32Array): Uint32Array => Uint32Array.from([...numbers, numbers[state]!]);
      const sets = [
        { ...states, count: states.count - 1, columns: states.columns.map(without), parents: without(states.parents) },
        { ...states, count: states.count + 1, columns: states.columns.map(twice), parents: twice(states.parents) },
        {
          ...states,
          columns: states.columns.with(
            column,
            states.columns[column]!.with(state, states.columns[column]![state]! + 1),
          ),
        },
        { ...states, parents: states.parents.with(state, state) },
      ];
      for (const set of sets) {
        const complete = { ...certificate.complete, evidence: { ...evidence, states: set } };
        expect(stands(drawn, { ...certificate, complete })).toBe(false);
      }
    }),
    { numRuns },
  );
});
