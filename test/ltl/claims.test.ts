/** What a formula says of runs that end, of events, and of fairness; and what live actors say to its traces. */
import { setup } from 'xstate';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { and, eventually, globally, next, not, or, state, taken } from '../../src/ltl/index.ts';
import {
  alwaysPossible,
  type Claim,
  type Fairness,
  family,
  type Formula,
  ltl,
  type StepKey,
} from '../../src/model/index.ts';
import { enact, refutation } from '../../src/trace/index.ts';

const cites: string[] = [];
const door = setup({ types: { events: {} as { type: 'OPEN' | 'SHUT' | 'BREAK' } } }).createMachine({
  id: 'door',
  initial: 'shut',
  states: { shut: { on: { OPEN: 'open' } }, open: { on: { SHUT: 'shut', BREAK: 'broken' } }, broken: {} },
});
/** A door that may be opened, must be shut as `shut` says, and may break while it is open. */
const doorway = (shut: Fairness, opens: Fairness = 'none') =>
  system({
    name: 'doorway',
    parties: {
      door: {
        chart: door,
        own: [
          { event: { type: 'OPEN' }, fairness: opens },
          { event: { type: 'SHUT' }, fairness: shut },
          { event: { type: 'BREAK' }, fairness: 'none' },
        ],
      },
    },
    channels: {},
    ending: () => ({ name: 'any', fine: true }),
  });

const is = (name: string): Formula => state(name, ({ party }) => party['door']!.matches(name));
const does = (type: string): Formula => taken(type, ({ message }) => message.type === type);
const verdictOf = (described: ReturnType<typeof doorway>, claim: Claim) =>
  check(described, { families: [family('asked', [claim])] }).verdicts[0]!;
const stepsOf = (described: ReturnType<typeof doorway>, formula: Formula) => {
  const { verdict, path } = verdictOf(described, ltl('asked', { cites, formula }));
  return verdict === 'holds' ? verdict : [path!.loop, ...path!.steps.map(({ message }) => message.type)];
};

describe('a run that may end', () => {
  test('ends, and goes on as well', () => {
    expect(stepsOf(doorway('weak'), eventually(is('open')))).toEqual([undefined]);
    expect(stepsOf(doorway('weak'), globally(is('shut')))).toEqual([undefined, 'OPEN', 'SHUT']);
  });
  test('stays in its last state, and no event is true there any more', () => {
    expect(stepsOf(doorway('weak'), or(does('OPEN'), globally(is('shut'))))).toBe('holds');
    expect(stepsOf(doorway('weak', 'weak'), or(eventually(is('broken')), globally(eventually(does('OPEN')))))).toBe(
      'holds',
    );
    expect(stepsOf(doorway('weak', 'weak'), globally(eventually(does('OPEN'))))).toEqual([undefined, 'OPEN', 'BREAK']);
  });
  test('does not end where something must happen', () => {
    expect(stepsOf(doorway('weak', 'weak'), eventually(is('open')))).toBe('holds');
    expect(stepsOf(doorway('weak', 'weak'), next(is('open')))).toBe('holds');
  });
});

test('an event is read on the step that leaves a state', () => {
  expect(stepsOf(doorway('none'), globally(or(not(does('SHUT')), is('open'))))).toBe('holds');
  expect(stepsOf(doorway('none'), globally(or(not(does('SHUT')), next(is('shut')))))).toBe('holds');
  expect(stepsOf(doorway('none', 'weak'), or(and(does('OPEN'), not(does('SHUT'))), is('open')))).toBe('holds');
});

test('a loop is fair to every class; the claim may say otherwise', () => {
  const formula = globally(or(not(is('open')), eventually(not(is('open')))));
  const claim = (fairness?: Readonly<Record<string, Fairness>>) =>
    ltl('asked', { cites, formula, ...(fairness && { fairness }) });
  expect(verdictOf(doorway('weak'), claim()).verdict).toBe('holds');
  expect(verdictOf(doorway('none'), claim()).verdict).toBe('violated');
  expect(verdictOf(doorway('none'), claim({ 'door.SHUT': 'weak' })).verdict).toBe('holds');
  expect(() => verdictOf(doorway('none'), claim({ 'door.SLAM': 'weak' }))).toThrow(
    'system "doorway" has no step class "door.SLAM"; did you mean "door.SHUT"?',
  );
});

test('a state of no return is shown by a shortest trace to it', () => {
  const claim = alwaysPossible('asked', { cites, to: ({ party }) => party['door']!.matches('shut') });
  const { verdict, path, detail } = verdictOf(doorway('weak'), claim);
  expect([verdict, path?.steps.length]).toEqual(['violated', 2]);
  expect(detail).toBe('no steps lead there any more from door broken');
  const intact = { ...claim, when: ({ party }: Parameters<typeof claim.to>[0]) => !party['door']!.matches('broken') };
  expect(verdictOf(doorway('weak'), intact).verdict).toBe('holds');
});

test('claims about all runs are left open when not all was searched', () => {
  const claims = [ltl('asked', { cites, formula: is('open') }), alwaysPossible('home', { cites, to: () => false })];
  const { verdicts } = check(doorway('weak'), { families: [family('asked', claims)], maxStates: 1 });
  expect(verdicts.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['not finished', 'not finished']);
});

test('what cannot be evaluated is refused in words', () => {
  const asked = (formula: Formula) => () => verdictOf(doorway('weak'), ltl('asked', { cites, formula }));
  const wrong = state('wrong', () => 'yes' as unknown as boolean);
  expect(asked(globally(wrong))).toThrow('claim "asked" gives "yes", where it should give true or false');
  expect(asked(globally(taken('wrong', () => undefined as unknown as boolean)))).toThrow(
    'claim "asked" gives undefined, where it should give true or false',
  );
  const many = Array.from({ length: 31 }, (_, number) => state(`p${number}`, () => true));
  expect(asked(and(...many))).toThrow(
    'claim "asked": a formula has 31 propositions, and may have 30; split it, or join some',
  );
  const wide = and(...many.slice(0, 14).map((one) => globally(eventually(one))));
  expect(asked(wide)).not.toThrow();
  expect(asked(not(wide))).toThrow('more than 1024 nodes; split it into several claims');
});

describe('a trace', () => {
  const key = (type: string): StepKey => ({ kind: 'own', party: 'door', message: { type } });
  const said = (claim: Claim, steps: readonly string[], loop?: number) =>
    refutation(
      doorway('weak'),
      { kind: claim.kind, claim: 'asked' },
      claim,
      enact(doorway('weak'), steps.map(key), loop),
    );
  const opens = ltl('asked', { cites, formula: eventually(is('open')) });
  const rarely = ltl('asked', { cites, formula: not(globally(eventually(is('open')))) });
  const home = alwaysPossible('asked', { cites, to: ({ party }) => party['door']!.matches('shut') });

  test.for([
    ['shows a run that ends', opens, [], undefined, undefined],
    ['is one of which the formula is true', opens, ['OPEN', 'SHUT'], undefined, 'the formula is true of this run'],
    [
      'goes on',
      ltl('asked', { cites, formula: is('open') }),
      ['OPEN'],
      undefined,
      'it goes on: door.SHUT must be taken',
    ],
    ['shows a loop', rarely, ['OPEN', 'SHUT'], 0, undefined],
    ['shows a state of no return', home, ['OPEN', 'BREAK'], undefined, undefined],
    ['can still return', home, ['OPEN'], undefined, '1 more steps lead there'],
    ['ends in no loop', home, ['OPEN', 'SHUT'], 0, 'a loop is no state of no return'],
  ] as const)('%s', ([, claim, steps, loop, why]) => {
    expect(said(claim, steps, loop)).toBe(why);
  });
});
