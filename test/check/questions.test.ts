/** Whatever is asked of a state, question by question, is answered as by a view of the whole state. */
import { expect, test } from 'vitest';
import { createMachine } from 'xstate';

import { componentsOf } from '../../src/check/components.ts';
import { explore } from '../../src/check/index.ts';
import { Questions } from '../../src/check/questions.ts';
import type { System, View } from '../../src/model/index.ts';

const holding = (id: string, context: unknown) =>
  createMachine({
    id,
    context: () => context as object,
    initial: 'low',
    states: { low: { tags: 'calm', on: { UP: 'high' } }, high: {} },
  });
const up = [{ event: { type: 'UP' }, fairness: 'none' }] as const;

const system: System = {
  name: 'lift',
  parties: {
    record: { chart: holding('record', { floor: 3, name: undefined }), own: up },
    other: { chart: holding('other', {}), own: up },
  },
  channels: {},
  ending: () => ({ name: 'up', fine: true }),
};

const { composition, store, states, view } = explore(system);

/** The same of a state, asked by question. */
function asked<T>(state: number, of: (view: View) => T): T {
  const questions = new Questions(composition);
  const components = componentsOf(store, state);
  return of(questions.view({ get: (question) => questions.answer(question, components) }));
}

const context = ({ party }: View) => party['record']!.context as Record<string, unknown>;
const answers: Readonly<Record<string, (view: View) => unknown>> = {
  value: ({ party }) => [party['record']!.value, party['other']!.value],
  matches: ({ party }) => [party['record']!.matches('low'), party['other']!.matches('high')],
  tag: ({ party }) => party['other']!.hasTag('calm'),
  'one key': (state) => context(state)['floor'],
  'a key that is undefined': (state) => ['name' in context(state), context(state)['name']],
  'a key that is not there': (state) => ['cellar' in context(state), context(state)['cellar']],
  'all keys': (state) => Object.entries(context(state)),
  'its text': (state) => String(context(state)),
  'what every object has': (state) => typeof context(state)['hasOwnProperty'],
};

test.for(Object.keys(answers))('%s', (name) => {
  expect(states).toBe(4);
  for (let state = 0; state < states; state++)
    expect(asked(state, answers[name]!)).toEqual(answers[name]!(view(state)));
});

test('no answer changes where only what nobody asks does', () => {
  const questions = new Questions(composition);
  const components = componentsOf(store, 0);
  const seen = questions.view({ get: (question) => questions.answer(question, components) });
  expect(context(seen)['floor']).toBe(3);
  const cluster = composition.clusterOf[0]!;
  const change = { cluster, from: 0, to: 1, queues: [] };
  expect(questions.same(change)).toBe(true);
  expect(seen.party['record']!.matches('low')).toBe(true);
  expect(questions.same(change)).toBe(false);
});
