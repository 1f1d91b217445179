/** The specification patterns against their definition: what each segment of a run is like. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  absence,
  after,
  afterUntil,
  before,
  between,
  boundedExistence,
  existence,
  isTrueOf,
  precedence,
  precedenceChain,
  response,
  responseChain,
  type Scope,
  state,
  throughout,
  universality,
} from '../../src/ltl/index.ts';
import type { Formula } from '../../src/model/index.ts';
import { randomWord, type Word } from './random-formula.ts';

const numRuns = Number(process.env.FC_RUNS ?? 2000);

const [p, q, r, s, t] = (['p', 'q', 'r', 's', 't'] as const).map((name) => state(name, () => true)) as [
  Formula,
  Formula,
  Formula,
  Formula,
  Formula,
];

type Truths = Readonly<Record<string, boolean>>;

/** The truths from a position on up to the first one where `end` is true, and whether there is one. */
function segment({ truths, length, loop }: Word, from: number, end?: string): { moments: Truths[]; ends: boolean } {
  const moments: Truths[] = [];
  for (let at = from; moments.length < 8 * length; at = at + 1 === length ? loop : at + 1) {
    if (end !== undefined && truths[at]![end]) return { moments, ends: true };
    moments.push(truths[at]!);
  }
  return { moments, ends: false };
}

type Found = { moments: readonly Truths[]; ends: boolean };

/** The segments that each scope gives, with q and r. */
const scopes: Readonly<Record<string, { scope: Scope; segments: (word: Word) => Found[] }>> = {
  throughout: { scope: throughout, segments: (word) => [segment(word, 0)] },
  'before r': { scope: before(r), segments: (word) => [segment(word, 0, 'r')].filter(({ ends }) => ends) },
  'after q': {
    scope: after(q),
    segments: (word) => {
      const first = word.truths.findIndex((at) => at['q']);
      return first < 0 ? [] : [segment(word, first)];
    },
  },
  'between q and r': {
    scope: between(q, r),
    segments: (word) =>
      word.truths
        .flatMap((at, from) => (at['q'] && !at['r'] ? [segment(word, from, 'r')] : []))
        .filter(({ ends }) => ends),
  },
  'after q until r': {
    scope: afterUntil(q, r),
    segments: (word) => word.truths.flatMap((at, from) => (at['q'] && !at['r'] ? [segment(word, from, 'r')] : [])),
  },
};

/** Of a segment that does not end only the first part is asked of, and all of it may answer. */
const asked = ({ moments, ends }: Found): readonly Truths[] => (ends ? moments : moments.slice(0, moments.length / 2));

const patterns: Readonly<Record<string, { pattern: (scope: Scope) => Formula; holds: (found: Found) => boolean }>> = {
  absence: { pattern: (scope) => absence(p, scope), holds: ({ moments }) => moments.every((at) => !at['p']) },
  existence: { pattern: (scope) => existence(p, scope), holds: ({ moments }) => moments.some((at) => at['p']) },
  universality: { pattern: (scope) => universality(p, scope), holds: ({ moments }) => moments.every((at) => at['p']) },
  'bounded existence': {
    pattern: (scope) => boundedExistence(p, scope),
    holds: ({ moments }) => moments.filter((at, index) => at['p'] && !moments[index - 1]?.['p']).length <= 2,
  },
  precedence: {
    pattern: (scope) => precedence(s, p, scope),
    holds: ({ moments }) =>
      moments.every((at, index) => !at['p'] || moments.slice(0, index + 1).some((earlier) => earlier['s'])),
  },
  response: {
    pattern: (scope) => response(p, s, scope),
    holds: (found) =>
      asked(found).every((at, index) => !at['p'] || found.moments.slice(index).some((later) => later['s'])),
  },
  'precedence chain': {
    pattern: (scope) => precedenceChain(s, t, p, scope),
    holds: ({ moments }) =>
      moments.every((at, index) => {
        if (!at['p']) return true;
        const first = moments.findIndex((earlier) => earlier['s']);
        return first >= 0 && moments.slice(first + 1, index + 1).some((between) => between['t']);
      }),
  },
  'response chain': {
    pattern: (scope) => responseChain(p, s, t, scope),
    holds: (found) =>
      asked(found).every((at, index) => {
        if (!at['p']) return true;
        const later = found.moments.slice(index);
        const first = later.findIndex((moment) => moment['s']);
        return first >= 0 && later.slice(first + 1).some((moment) => moment['t']);
      }),
  },
};

const cases = Object.entries(patterns).flatMap(([name, one]) =>
  Object.entries(scopes).map(([where, scoped]) => ({ name, where, ...one, ...scoped })),
);

test.for(cases)('$name, $where', ({ pattern, scope, segments, holds }) => {
  const formula = pattern(scope);
  fc.assert(
    fc.property(randomWord(['p', 'q', 'r', 's', 't'], 8), (word) => {
      expect(isTrueOf(formula, word)).toBe(segments(word).every(holds));
    }),
    { numRuns },
  );
});
