import { expect, test } from 'vitest';

import {
  always,
  everyStep,
  leadsTo,
  neverAfter,
  outcomes,
  reaches,
  restsOnly,
  type StepKey,
  type View,
} from '../../src/model/index.ts';
import { demand, enact, ReplayError, refutation } from '../../src/trace/index.ts';
import { overWires } from '../toys/alternating-bit.ts';
import { deadlock, livelock, named, overflow, unspecified } from '../toys/errors.ts';

const speak: StepKey = { kind: 'own', party: 'speaker', message: { type: 'SPEAK' } };
const hear: StepKey = { kind: 'deliver', party: 'listener', channel: 'air', message: { type: 'HELLO' } };
const tick: StepKey = { kind: 'own', party: 'spinner', message: { type: 'TICK' } };
const spinning = { ...livelock(), ending: () => ({ name: 'spins', fine: true }) };
const error = (claim: string) => ({ kind: 'protocol error', claim }) as const;

test.for([
  ['a deadlock', deadlock, 'deadlock', [speak, hear], undefined],
  ['an unspecified reception', unspecified, 'unspecified reception', [speak, hear], undefined],
  ['an unspecified reception', unspecified, 'unspecified reception', [speak], undefined],
  ['a full channel', overflow, 'bound hit', [speak, speak, speak], undefined],
  ['a full channel', overflow, 'bound hit', [speak, speak], undefined],
  ['a livelock', livelock(), 'livelock', [tick, tick], 0],
] as const)('%s is shown by its trace', ([, system, claim, steps, loop]) => {
  expect(refutation(system, error(claim), undefined, enact(system, steps, loop))).toBeUndefined();
});

test.for([
  ['goes on', deadlock, 'deadlock', [speak], undefined, 'it goes on: air delivers must be taken'],
  ['ends well', named, 'deadlock', [speak, hear], undefined, 'the end is declared: greeted'],
  [
    'is understood',
    named,
    'unspecified reception',
    [speak, hear],
    undefined,
    'the last step is no unspecified reception',
  ],
  ['has room', overflow, 'bound hit', [speak], undefined, 'the last step is no bound hit'],
  [
    'is named wrongly',
    deadlock,
    'dedlock',
    [speak, hear],
    undefined,
    'there is no protocol error "dedlock"; did you mean "deadlock"?',
  ],
  ['is no loop', livelock(), 'livelock', [tick, tick], undefined, 'what has no loop is no livelock'],
  ['is a loop', livelock(), 'deadlock', [tick, tick], 0, 'a loop is no deadlock'],
  ['loops as declared', spinning, 'livelock', [tick, tick], 0, 'the end is declared: spins'],
  ['makes progress', livelock(['spinner.TICK']), 'livelock', [tick, tick], 0, 'the loop makes progress: spinner.TICK'],
] as const)('a trace that %s shows no error', ([, system, claim, steps, loop, why]) => {
  expect(refutation(system, error(claim), undefined, enact(system, steps, loop))).toBe(why);
});

const heard = ({ party }: View): boolean => party['listener']!.matches('greeted');
const spoken = ({ party }: View): boolean => party['speaker']!.matches('spoken');
const cites: string[] = [];
const whole = enact(named, [speak, hear]);
const half = enact(named, [speak]);

test.for([
  always('nobody is greeted', { cites, holds: (state) => !heard(state) }),
  everyStep('nothing is delivered', { cites, holds: (_before, { kind }) => kind !== 'deliver' }),
  reaches('somebody is greeted', { cites, when: heard }),
  neverAfter('nobody is greeted after a speech', { cites, after: spoken, never: heard }),
  restsOnly('it rests in silence', { cites, in: (state) => !heard(state) }),
  leadsTo('a speech is forgotten', { cites, from: spoken, to: () => false }),
  outcomes('it never ends so', { cites, only: ['otherwise'] }),
])('$kind: $name, until the end of the trace', (claim) => {
  const thesis = { kind: claim.kind, claim: claim.name };
  expect(refutation(named, thesis, claim, whole)).toBeUndefined();
  expect(refutation(named, thesis, claim, half)).toEqual(expect.any(String));
});

const submit: StepKey = { kind: 'own', party: 'sender', message: { type: 'SUBMIT' } };
const resend: StepKey = { kind: 'own', party: 'sender', message: { type: 'RESEND' } };
const lose: StepKey = { kind: 'own', party: 'dataWire', message: { type: 'LOSE' } };
const confirmed = leadsTo('what is submitted is confirmed', {
  cites,
  from: ({ party }) => party['sender']!.matches('sending'),
  to: ({ party }) => party['sender']!.matches('idle'),
});

test('a loop counts only if it is fair', () => {
  const thesis = { kind: 'leadsTo', claim: confirmed.name } as const;
  const losing = (fairness: 'weak' | 'strong') => {
    const system = overWires(fairness);
    return refutation(system, thesis, confirmed, enact(system, [submit, lose, resend], 1));
  };
  expect(losing('weak')).toBeUndefined();
  expect(losing('strong')).toBe('the loop is not fair: dataWire.PASS can be taken and never is');
});

test('a demand that is not met throws', () => {
  const system = deadlock;
  expect(() => demand(system, error('deadlock'), undefined, enact(system, [speak]))).toThrow(ReplayError);
});

test('a claim on ends is refuted by a loop that is called otherwise, in one of its states', () => {
  const path = enact(spinning, [tick, tick], 0);
  const only = (...names: string[]) => outcomes('it ends so', { cites, only: names });
  const thesis = { kind: 'outcomes', claim: 'it ends so' } as const;
  expect(refutation(spinning, thesis, only('spins'), path)).toBe('the end is one of those allowed: spins');
  expect(refutation(spinning, thesis, only('rests'), path)).toBeUndefined();
  expect(refutation(spinning, { ...thesis, kind: 'always' }, only('rests'), path)).toBe(
    'the claim is of the kind outcomes, not always',
  );
});
