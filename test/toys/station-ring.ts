/**
 * Stations that hand a token round by direct calls; only who holds it may be critical.
 *
 * Known by counting: the token is at one of n stations, idle or critical there: 2n states, 3n steps.
 */
import { setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import { always, family, leadsTo, type Party, reaches, type System, type View } from '../../src/model/index.ts';

const station = setup({
  types: {
    input: {} as { first: boolean },
    context: {} as { first: boolean },
    events: {} as { type: 'TOKEN' } | { type: 'ENTER' } | { type: 'LEAVE' } | { type: 'PASS' },
  },
  actions: { send: (_scope, _sending: { to: 'next'; message: { type: 'TOKEN' } }) => {} },
  guards: { isFirst: ({ context }) => context.first },
}).createMachine({
  id: 'station',
  context: ({ input }) => input,
  initial: 'starting',
  states: {
    starting: { always: [{ guard: 'isFirst', target: 'holding' }, { target: 'waiting' }] },
    waiting: { on: { TOKEN: 'holding' } },
    holding: {
      on: {
        ENTER: 'critical',
        PASS: { target: 'waiting', actions: { type: 'send', params: { to: 'next', message: { type: 'TOKEN' } } } },
      },
    },
    critical: { on: { LEAVE: 'holding' } },
  },
});

const name = (index: number): string => `station${index}`;

/** A ring of `count` stations; with `obliged` false a station may keep the token for ever. */
export const stationRing = (count: number, obliged = true): System => {
  const indices = Array.from({ length: count }, (_, index) => index);
  return system({
    name: `ring of ${count} stations`,
    parties: Object.fromEntries(
      indices.map((index): [string, Party] => [
        name(index),
        {
          chart: station,
          input: { first: index === 0 },
          own: [
            { event: { type: 'ENTER' }, fairness: 'none' },
            { event: { type: 'LEAVE' }, fairness: 'weak' },
            { event: { type: 'PASS' }, fairness: obliged ? 'strong' : 'weak' },
          ],
          ports: { next: `to ${name((index + 1) % count)}` },
        },
      ]),
    ),
    channels: Object.fromEntries(indices.map((index) => [`to ${name(index)}`, { kind: 'direct', to: name(index) }])),
    ending: () => undefined,
    progress: indices.map((index) => `${name(index)}.PASS`),
  });
};

const all = ({ party }: View, state: string): number =>
  Object.values(party).filter(({ matches }) => matches(state)).length;

/** Mutual exclusion, and that everybody's turn comes (where PASS is strongly fair). */
export const exclusion = family('exclusion', [
  always('one station at most is critical', { cites: [], holds: (state) => all(state, 'critical') <= 1 }),
  always('there is one token', { cites: [], holds: (state) => all(state, 'critical') + all(state, 'holding') === 1 }),
  reaches('the second station is critical', { cites: [], when: ({ party }) => party.station1!.matches('critical') }),
  leadsTo('the second station gets the token', {
    cites: [],
    from: () => true,
    to: ({ party }) => !party.station1!.matches('waiting'),
  }),
]);
