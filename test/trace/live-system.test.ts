import fc from 'fast-check';
import { assign, setup } from 'xstate';
import { expect, test } from 'vitest';

import { ModelError, type Path, type Step, type System, UnknownNameError } from '../../src/model/index.ts';
import { LiveSystem, replay } from '../../src/trace/live-system.ts';
import { initialState, stepsOf } from '../../src/certify/naive-steps.ts';
import { viewOf } from '../../src/certify/naive-view.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, overWires } from '../toys/alternating-bit.ts';
import { named, overflow, unspecified } from '../toys/errors.ts';
import { stationRing } from '../toys/station-ring.ts';

const numRuns = Number(process.env.FC_RUNS ?? 60);

/** Takes the first `count` steps that are possible. */
const walk = (system: System, count: number): Step[] => {
  const live = new LiveSystem(system);
  return Array.from({ length: count }, () => live.take(live.enabled()[0]!).step);
};
const seen = (state: { party: object; channel: object }): string => JSON.stringify([state.party, state.channel]);

/** Walks by choices at random, comparing with the pure functions at every step. */
function walksAlike(system: System, choices: readonly number[]): void {
  const live = new LiveSystem(system);
  let { state } = initialState(system);
  for (const choice of choices) {
    const possible = stepsOf(system, state);
    expect(live.enabled()).toEqual(
      possible.map(({ step: { sends: _, ...step }, fairness }) => ({ ...step, fairness })),
    );
    expect(seen(live.view())).toBe(seen(viewOf(state)));
    if (possible.length === 0) return;
    const { step, next, errors } = possible[choice % possible.length]!;
    expect(live.take(step)).toEqual({ step, errors });
    if (!next) return;
    state = next;
  }
}

const walks = fc.array(fc.nat(), { maxLength: 60 });

test.for([overQueues({ loses: 1, duplicates: 1 }), overWires('weak'), stationRing(3)])(
  'running actors of "$name" go where the pure functions lead',
  (system) => {
    fc.assert(
      fc.property(walks, (choices) => walksAlike(system, choices)),
      { numRuns },
    );
  },
);

test('running actors of random systems go where the pure functions lead', () => {
  const refused = /more than 1000 (direct calls|microsteps)|full before the first step/;
  fc.assert(
    fc.property(randomCase, walks, ({ system }, choices) => {
      try {
        walksAlike(system, choices);
      } catch (error) {
        if (!refused.test(String(error))) throw error;
      }
    }),
    { numRuns: 5 * numRuns },
  );
});

test('a path replays', () => {
  const steps = walk(overQueues({ loses: 0, duplicates: 0 }), 6);
  expect(replay(overQueues({ loses: 0, duplicates: 0 }), { steps })).toMatchObject({ agrees: true, errors: [] });
});

test('a loop replays when it closes', () => {
  const steps = walk(stationRing(3), 2);
  expect(steps.map(({ message }) => message.type)).toEqual(['ENTER', 'LEAVE']);
  expect(replay(stationRing(3), { steps, loop: 0 }).agrees).toBe(true);
  expect(replay(stationRing(3), { steps, loop: 1 })).toMatchObject({ agrees: false, at: 2 });
});

test('a step that is not possible is named with those that are', () => {
  const [step] = walk(named, 1);
  expect(replay(named, { steps: [step!, step!] })).toEqual({
    agrees: false,
    at: 1,
    expected: 'speaker does {"type":"SPEAK"}',
    got: 'air delivers {"type":"HELLO"} to listener',
  });
});

test('a step that sends something else differs', () => {
  const [step] = walk(named, 1);
  const path: Path = { steps: [{ ...step!, sends: [] }] };
  expect(replay(named, path)).toMatchObject({ agrees: false, at: 0 });
});

test('the errors of the last step are given', () => {
  const air = { message: { type: 'HELLO' } };
  expect(replay(unspecified, { steps: walk(unspecified, 2) })).toMatchObject({
    errors: [{ kind: 'unspecified reception', where: 'listener', ...air }],
  });
  const live = new LiveSystem(overflow);
  const speak = live.enabled()[0]!;
  live.take(speak);
  live.take(speak);
  expect(live.take(speak).errors).toEqual([{ kind: 'bound hit', where: 'air', ...air }]);
  expect(live.enabled()).toEqual([]);
});

test('asking for a party that is not there names the nearest', () => {
  expect(() => new LiveSystem(named).view().party.speeker).toThrow(UnknownNameError);
  expect(() => new LiveSystem(named).view().party.speeker).toThrow('did you mean "speaker"?');
});

test('a chart that throws is named with the message', () => {
  const chart = setup({ types: { events: {} as { type: 'GO' } } }).createMachine({
    id: 'thrower',
    context: {},
    on: {
      GO: {
        actions: assign(() => {
          throw new Error('no such thing');
        }),
      },
    },
  });
  const system: System = {
    name: 'thrower',
    parties: { one: { chart, own: [{ event: { type: 'GO' }, fairness: 'weak' }] } },
    channels: {},
    ending: () => undefined,
  };
  const [go] = new LiveSystem(system).enabled();
  expect(() => new LiveSystem(system).take(go!)).toThrow(ModelError);
  expect(() => new LiveSystem(system).take(go!)).toThrow(/party "one".*no such thing/);
});
