/** What is seen of systems: their labels, their ends, and paths that can be taken again. */
import fc from 'fast-check';
import { setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { endLabel, type OwnStep, type System } from '../../src/model/index.ts';
import {
  bisimilar,
  compare,
  allSteps,
  messagesOf,
  observe,
  refinementFailure,
  seenBy,
  wording,
} from '../../src/relate/index.ts';
import { pathAlong } from '../../src/relate/trace-inclusion.ts';
import { enactFound } from '../../src/trace/index.ts';
import { randomCase } from '../reference/random-system.ts';
import { numRuns } from './random-lts.ts';

/** A system of one party without memory of its own, for each list of own steps a chart of them. */
const machine = (
  states: Readonly<Record<string, Readonly<Record<string, string>>>>,
  fine: readonly string[],
): System => {
  const events = [...new Set(Object.values(states).flatMap((on) => Object.keys(on)))];
  return system({
    name: 'machine',
    parties: {
      it: {
        chart: setup({}).createMachine({
          id: 'machine',
          initial: Object.keys(states)[0]!,
          states: Object.fromEntries(Object.entries(states).map(([name, on]) => [name, { on }])),
        }),
        own: events.map((type): OwnStep => ({ event: { type }, fairness: 'weak' })),
      },
    },
    channels: {},
    ending: ({ party }) =>
      fine.some((state) => party['it']!.matches(state)) ? { name: 'over', fine: true } : undefined,
  });
};
const plain = wording(({ type }) => type);
const unlessHidden = (hidden: string) => (step: Parameters<ReturnType<typeof allSteps>>[0]) =>
  step.message.type === hidden ? undefined : step.message.type;

const anySystem = randomCase.map(({ system: drawn }) => drawn);
/** Some random systems cannot be evaluated, or have a queue that is full before the first step. */
const observedIfAny = (drawn: System): ReturnType<typeof observe> | undefined => {
  try {
    return observe(drawn, allSteps(wording(undefined)), { maxStates: 2000 });
  } catch (error) {
    if ((error as Error).name === 'ModelError') return undefined;
    throw error;
  }
};

test('the ends that are seen are the outcomes that a check reports', () => {
  let ends = 0;
  fc.assert(
    fc.property(anySystem, (drawn) => {
      const seen = observedIfAny(drawn);
      if (seen === undefined || seen.stopped !== undefined) return;
      const outcomes = check(drawn).outcomes.map(({ name }) => endLabel(name));
      expect(seen.lts.names.filter((name) => name.startsWith('ends: ')).sort()).toEqual([...outcomes].sort());
      ends += outcomes.length;
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
  expect(ends).toBeGreaterThan(0);
});

test('a path of edges is a path that live actors take', () => {
  fc.assert(
    fc.property(anySystem, fc.infiniteStream(fc.nat()), (drawn, choices) => {
      const seen = observedIfAny(drawn);
      if (seen === undefined) return;
      const { offsets, labels, targets } = seen.lts;
      const trace: number[] = [];
      let state = 0;
      for (const choice of choices) {
        const count = offsets[state + 1]! - offsets[state]!;
        if (count === 0 || trace.length === 12) break;
        const edge = offsets[state]! + (choice % count);
        trace.push(labels[edge]!);
        state = targets[edge]!;
      }
      const path = seen.pathOf(pathAlong(seen.lts, 0, trace));
      expect(() => enactFound(drawn, path)).not.toThrow();
      const names = trace.map((label) => seen.lts.names[label]!).filter((name) => !name.startsWith('ends: '));
      expect(path.steps.map(allSteps(wording(undefined)))).toEqual(names);
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});

test('a deadlock is not swallowed: the same steps, and an end that the service has not', () => {
  const service = machine({ idle: { go: 'done' }, done: {} }, ['done']);
  const stuck = machine({ idle: { go: 'done', stick: 'stuck' }, done: {}, stuck: {} }, ['done']);
  const failure = refinementFailure(observe(stuck, unlessHidden('stick')), observe(service, unlessHidden('')));
  expect(failure).toMatchObject({ trace: ['ends: deadlock'], instead: ['go'] });
  expect(failure?.path.steps.map(({ message }) => message.type)).toEqual(['stick']);
});

test('a fair loop without progress is an end, hidden or not', () => {
  const service = machine({ idle: { go: 'done' }, done: {} }, ['done']);
  const turning = machine({ idle: { go: 'done' }, done: { turn: 'done' } }, []);
  const failure = refinementFailure(observe(turning, unlessHidden('turn')), observe(service, unlessHidden('')));
  expect(failure).toMatchObject({ trace: ['go', 'ends: livelock'], instead: ['ends: over'] });
});

test('the same traces and other choices are told from bisimilar ones, and going on unseen from resting', () => {
  const late = machine({ a: { coin: 'b' }, b: { tea: 'c', coffee: 'c' }, c: {} }, ['c']);
  const early = machine(
    { a: { tick: 'b', tock: 'c' }, b: { coin: 'd' }, c: { coin: 'e' }, d: { tea: 'f' }, e: { coffee: 'f' }, f: {} },
    ['f'],
  );
  const hides = ({ message: { type } }: { readonly message: { readonly type: string } }) =>
    type === 'tick' || type === 'tock' ? undefined : type;
  expect(compare(observe(late, hides), observe(early, hides))).toEqual({
    relation: 'traces',
    choice: 'can do [coin], so that then it (can do [coffee]) and (can do [tea])',
    goesOnUnseen: [false, false],
  });
  expect(bisimilar(observe(late, hides), observe(early, hides), 'branching')).toBe(false);
  const idle = machine({ a: { coin: 'b' }, b: {} }, ['b']);
  const restless = machine({ a: { coin: 'b', tick: 'a' }, b: {} }, ['b']);
  expect(compare(observe(idle, hides), observe(restless, hides))).toMatchObject({
    goesOnUnseen: [false, true],
  });
});

test('a system is the same as itself, and of a part of one nothing is claimed', () => {
  const ball = machine({ a: { coin: 'b' }, b: { tea: 'a' } }, []);
  const visible = messagesOf(new Set(['it']), plain);
  expect(compare(observe(ball, visible), observe(ball, visible)).relation).toBe('strong');
  const part = observe(ball, visible, { maxStates: 1 });
  expect(part.stopped).toBe('states');
  expect(() => compare(part, part)).toThrow(
    'system "machine" was not explored completely: nothing can be claimed of it',
  );
  expect(seenBy(ball, new Set(['nobody']), plain)(observe(ball, visible).pathOf([0]).steps[0]!)).toBeUndefined();
});

test('different messages of one label are told apart by the fields in which they differ', () => {
  const say = wording(({ type }) => type);
  expect(
    [
      { type: 'a', n: 1, m: 1 },
      { type: 'a', n: 2, m: 1 },
      { type: 'a', n: 2 },
      { type: 'a', n: 1, m: 1 },
    ].map(say),
  ).toEqual(['a', 'a (n 2)', 'a (m none, n 2)', 'a']);
});
