import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMachine } from 'xstate';

import { check } from '../../src/check/check.ts';
import { fairComponents } from '../../src/check/fair-loop.ts';
import { restsOf } from '../../src/check/liveness.ts';
import {
  always,
  alwaysPossible,
  type Claim,
  everyStep,
  type Fairness,
  family,
  leadsTo,
  ltl,
  neverAfter,
  outcomes,
  restsOnly,
  type System,
} from '../../src/model/index.ts';
import { response, state } from '../../src/ltl/index.ts';
import { drawnGraph } from './random-graph.ts';
import { lamp } from './lamp.ts';

const vacuousIn = (claim: Claim, system: System = lamp()) =>
  check(system, { families: [family('asked', [claim])], doubts: true }).vacuous!.map(({ kind }) => kind);

const cites = { cites: ['C'] };
const is =
  (path: string) =>
  ({ party }: { readonly party: Record<string, { readonly matches: (path: string) => boolean }> }) =>
    party['lamp']!.matches(path);
const never = () => false;
const lit = state('lit', is('on'));

test.for<[string, Claim, readonly string[]]>([
  ['always, given what never is', always('c', { ...cites, given: never, holds: never }), ['no trigger']],
  ['always, given what is now and then', always('c', { ...cites, given: is('on'), holds: is('on') }), []],
  ['every step, given one that is not there', everyStep('c', { ...cites, given: never, holds: never }), ['no trigger']],
  ['every step, given one that is', everyStep('c', { ...cites, given: is('on'), holds: () => true }), []],
  ['leads to, from nowhere', leadsTo('c', { ...cites, from: never, to: is('on') }), ['no trigger']],
  ['leads to where it is', leadsTo('c', { ...cites, from: is('broken'), to: is('broken') }), ['never awaited']],
  ['leads to, from anywhere', leadsTo('c', { ...cites, from: is('on'), to: is('broken') }), ['any trigger']],
  ['never after what never is', neverAfter('c', { ...cites, after: never, never: is('on') }), ['no trigger']],
  ['never what never is', neverAfter('c', { ...cites, after: is('on'), never }), ['any trigger']],
  ['never on after broken', neverAfter('c', { ...cites, after: is('broken'), never: is('on') }), []],
  ['rests where there are some', restsOnly('c', { ...cites, in: is('broken') }), []],
  ['possible where it is', alwaysPossible('c', { ...cites, when: is('on'), to: is('on') }), ['never awaited']],
  ['possible from elsewhere', alwaysPossible('c', { ...cites, to: is('broken') }), []],
  [
    'a formula whose trigger never comes',
    ltl('c', { ...cites, formula: response(state('no', never), lit) }),
    ['no trigger'],
  ],
  [
    'a formula whose trigger comes, and need not',
    ltl('c', {
      ...cites,
      formula: response(
        lit,
        state('yes', () => true),
      ),
    }),
    ['any part'],
  ],
  ['ends, one of which never comes', outcomes('c', { ...cites, only: ['broken', 'lit'] }), ['unused end']],
])('%s', ([, claim, kinds]) => {
  expect(vacuousIn(claim)).toEqual(kinds);
});

test('a system without rests says nothing about them', () => {
  expect(vacuousIn(restsOnly('c', { ...cites, in: never }), lamp({ breaks: false }))).toEqual(['no rest']);
});

test('a claim that is violated is not vacuous', () => {
  expect(vacuousIn(always('c', { ...cites, given: () => true, holds: never }))).toEqual([]);
});

test.for<[Fairness, Fairness]>([
  ['weak', 'weak'],
  ['strong', 'weak'],
])('that it breaks in the end needs breaking to be fair: %s assumed, %s suffices', ([assumed, suffices]) => {
  const breaks = leadsTo('it breaks', { ...cites, from: is('on'), to: is('broken') });
  const { assumptions } = check(lamp({ fairness: assumed }), { families: [family('f', [breaks])], doubts: true });
  expect(assumptions).toContainEqual({ class: 'lamp.BREAK', assumed, suffices });
});

test('fairness that nothing hangs on is idle', () => {
  const { assumptions } = check(lamp({ ending: 'the same' }), { doubts: true });
  expect(assumptions).toEqual([
    { class: 'lamp.SWITCH', assumed: 'weak', suffices: 'none' },
    { class: 'lamp.BREAK', assumed: 'weak', suffices: 'none' },
  ]);
});

test('what a claim assumes for itself of steps that never come is idle, and told', () => {
  const chart = createMachine({
    id: 'lamp',
    initial: 'on',
    states: { on: { on: { BREAK: 'broken' } }, broken: {}, away: { on: { REPAIR: 'on' } } },
  });
  const own = [
    { event: { type: 'BREAK' }, fairness: 'weak' },
    { event: { type: 'REPAIR' }, fairness: 'none' },
  ] as const;
  const system = { ...lamp(), parties: { lamp: { chart, own } } };
  const claim = leadsTo('it breaks', {
    ...cites,
    from: is('on'),
    to: is('broken'),
    fairness: { 'lamp.REPAIR': 'strong' },
  });
  const of = (claims: readonly Claim[]) => check(system, { families: [family('f', claims)], doubts: true }).assumptions;
  expect(of([claim])).toContainEqual({ class: 'lamp.REPAIR', assumed: 'strong', suffices: 'none' });
  expect(of([])!.map((one) => one.class)).not.toContain('lamp.REPAIR');
});

test('from every state some fair run goes on: assumptions by class never contradict each other', () => {
  fc.assert(
    fc.property(drawnGraph(8), ({ graph }) => {
      const rests = restsOf(graph);
      const without = new Uint8Array(graph.classNames.length);
      for (let first = 0; first < graph.states; first++) {
        const states = reachableFrom(graph, first);
        const loops = fairComponents(graph, { states, without }).lowest.length > 0;
        expect(loops || states.some((flag, state) => flag === 1 && rests[state] === 1)).toBe(true);
      }
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 500) },
  );
});

function reachableFrom(
  graph: { readonly states: number; readonly offsets: Uint32Array; readonly targets: Uint32Array },
  first: number,
): Uint8Array {
  const flags = new Uint8Array(graph.states);
  const queue = [first];
  flags[first] = 1;
  for (const state of queue) {
    for (const target of graph.targets.subarray(graph.offsets[state]!, graph.offsets[state + 1]!)) {
      if (flags[target] === 0) queue.push(target);
      flags[target] = 1;
    }
  }
  return flags;
}
