/** Inclusion of traces against sets of traces, on random systems. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bisimilarity, classOf, quotient } from '../../src/relate/bisimulation.ts';
import { type Lts, ltsOf } from '../../src/relate/lts.ts';
import { pathAlong, traceDifference } from '../../src/relate/trace-inclusion.ts';
import { traces } from './naive-relations.ts';
import { anyLts, edgesOf, numRuns } from './random-lts.ts';

/** How long the traces are that are compared where no difference is found. */
const usual = 7;

const lengthOf = (trace: string): number => (trace === '' ? 0 : trace.split(' ').length);

/** The shortest traces of one state that another has not. */
function shortestDifferences(lts: Lts, one: number, other: number, longest: number): string[] {
  const theirs = traces(lts, other, longest);
  const more = [...traces(lts, one, longest)].filter((trace) => !theirs.has(trace));
  const least = Math.min(...more.map(lengthOf));
  return more.filter((trace) => lengthOf(trace) === least);
}

const anyPair = anyLts.chain((lts) => fc.tuple(fc.constant(lts), fc.nat(lts.states - 1), fc.nat(lts.states - 1)));

test('finds a shortest trace that only one of two states has, if there is one, and what the other does instead', () => {
  let differed = 0;
  fc.assert(
    fc.property(anyPair, ([lts, one, other]) => {
      const found = traceDifference(lts, one, other);
      const longest = found?.trace.length ?? usual;
      const shortest = shortestDifferences(lts, one, other, longest);
      if (found === undefined) {
        expect(shortest).toEqual([]);
        return;
      }
      differed++;
      expect(shortest).toContain(found.trace.join(' '));
      const before = found.trace.slice(0, -1).join(' ');
      const next = [...traces(lts, other, longest)].flatMap((trace) => {
        const labels = trace.split(' ').map(Number);
        return trace !== '' && labels.slice(0, -1).join(' ') === before ? [labels.at(-1)!] : [];
      });
      expect(found.allowed).toEqual([...new Set(next)].sort());
    }),
    { numRuns },
  );
  expect(differed).toBeGreaterThan(numRuns / 20);
});

test('the classes of branching bisimilar states have the same traces, and so the same shortest differences', () => {
  fc.assert(
    fc.property(anyPair, ([lts, one, other]) => {
      const classes = bisimilarity(lts, 'branching');
      const small = traceDifference(quotient(classes), classOf(classes, one), classOf(classes, other));
      expect(small?.trace.length).toBe(traceDifference(lts, one, other)?.trace.length);
    }),
    { numRuns },
  );
});

test('a trace is shown along a path of the system that has it', () => {
  fc.assert(
    fc.property(anyPair, ([lts, one, other]) => {
      const found = traceDifference(lts, one, other);
      if (found === undefined) return;
      let state = one;
      const seen: number[] = [];
      for (const edge of pathAlong(lts, one, found.trace)) {
        const [label, target] = edgesOf(lts, state)[edge - lts.offsets[state]!]!;
        if (label !== 0) seen.push(label);
        state = target;
      }
      expect(seen).toEqual(found.trace);
    }),
    { numRuns },
  );
});

test('a path that is asked for and not there is refused', () => {
  const lts = ltsOf(2, 0, [[0, 1, 1]], ['τ', 'a']);
  expect(() => pathAlong(lts, 0, [1, 1])).toThrow(new RangeError('state 0 has no such trace of 2 labels'));
});
