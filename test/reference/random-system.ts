/** Small systems of random charts, and random claims about them, drawn by fast-check. */
import fc from 'fast-check';

import { formulaOver } from '../ltl/random-formula.ts';
import { state, taken } from '../../src/ltl/index.ts';
import {
  always,
  alwaysPossible,
  type Channel,
  type Claim,
  everyStep,
  type Fairness,
  type Family,
  leadsTo,
  ltl,
  type Message,
  neverAfter,
  outcomes,
  type Party,
  type Predicate,
  reaches,
  restsOnly,
  type System,
} from '../../src/model/index.ts';
import { ownTypes, randomChart, tag } from './random-chart.ts';

const names = ['one', 'two', 'three'];
const fairness = fc.constantFrom<Fairness>('none', 'weak', 'strong');
const chance = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary, weight: 1 });
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));

/** One party, or one for each value of `v`. */
const receiver = (parties: readonly string[]): fc.Arbitrary<string | ((message: Message) => string)> =>
  fc
    .tuple(fc.constantFrom(...parties), fc.constantFrom(...parties), fc.boolean())
    .map(([one, other, fixed]) => (fixed ? one : (message: Message) => (message.v === 1 ? other : one)));

const channel = (parties: readonly string[]): fc.Arbitrary<Channel> =>
  fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('direct' as const), to: receiver(parties) }), weight: 1 },
    {
      arbitrary: fc
        .record({
          kind: fc.constant('fifo' as const),
          to: receiver(parties),
          capacity: fc.integer({ min: 1, max: 3 }),
          fairness: chance(fairness),
          whileTagged: chance(fc.constant(tag)),
          loses: chance(fc.constant(1)),
          duplicates: chance(fc.constant(1)),
          lane: chance(fc.constant((message: Message) => String(message.v))),
        })
        .map((drawn) => present(drawn) as Channel),
      weight: 3,
    },
  );

const party = (channels: readonly string[]): fc.Arbitrary<Party> => {
  const own = fc
    .tuple(fairness, fc.boolean())
    .map(([kind, shared]) => ({ fairness: kind, ...(shared && { class: `shared ${kind}` }) }));
  return fc
    .record({
      chart: randomChart,
      left: fc.constantFrom(...channels),
      right: fc.constantFrom(...channels),
      o: own,
      p: own,
    })
    .map(({ chart, left, right, o, p }) => ({
      chart,
      own: [o, p].map((step, index) => ({ event: { type: ownTypes[index]! }, ...step })),
      ports: { left, right },
    }));
};

const contextOf = (name: string, state: Parameters<Predicate>[0]): number =>
  (state.party[name]!.context as { n: number }).n;

const predicate = (parties: readonly string[], fifos: readonly string[]): fc.Arbitrary<Predicate> => {
  const who = fc.constantFrom(...parties);
  return fc.oneof(
    fc.tuple(who, fc.nat(2)).map(
      ([name, n]): Predicate =>
        (state) =>
          contextOf(name, state) === n,
    ),
    who.map(
      (name): Predicate =>
        (state) =>
          state.party[name]!.hasTag(tag),
    ),
    fc.constantFrom(...parties, ...fifos).map((name): Predicate => {
      return (state) => (fifos.includes(name) ? state.channel[name]!.length > 0 : contextOf(name, state) > 0);
    }),
  );
};

const events = [taken('o', ({ message }) => message.type === 'o'), taken('delivery', ({ kind }) => kind === 'deliver')];

const claims = (
  parties: readonly string[],
  fifos: readonly string[],
  classes: readonly string[],
): fc.Arbitrary<Claim[]> => {
  const test = predicate(parties, fifos);
  const cites: string[] = [];
  const changed = chance(fc.tuple(fc.constantFrom(...classes), fairness));
  return fc
    .tuple(
      fc.array(fc.tuple(test, test), { minLength: 9, maxLength: 9 }),
      changed,
      fc.subarray(['low', 'high', 'deadlock', 'livelock']),
      fc.tuple(test, test).chain(([p, q]) => formulaOver([state('p', p), state('q', q), ...events], 3)),
    )
    .map(([pairs, override, only, formula]) => {
      const [p, q] = [(index: number) => pairs[index]![0], (index: number) => pairs[index]![1]];
      return [
        always('always', { cites, holds: (state) => !p(0)(state) || q(0)(state) }),
        everyStep('everyStep', {
          cites,
          holds: (before, { kind }, after) => kind === 'lose' || !p(1)(before) || !q(1)(after),
        }),
        everyStep('everyStep of one party', {
          cites,
          holds: (_, { kind, party, message }, after) =>
            kind !== 'deliver' || party !== parties[0] || message.v !== 1 || q(0)(after),
        }),
        reaches('reaches', { cites, when: (state) => p(2)(state) && q(2)(state) }),
        leadsTo('leadsTo', { cites, from: p(3), to: q(3) }),
        leadsTo('leadsTo under other fairness', {
          cites,
          from: p(4),
          to: q(4),
          ...(override && { fairness: { [override[0]]: override[1] } }),
        }),
        neverAfter('neverAfter', { cites, after: p(5), never: q(5) }),
        restsOnly('restsOnly', { cites, in: p(6) }),
        outcomes('outcomes', { cites, only }),
        ltl('ltl', { cites, formula }),
        ltl('ltl under other fairness', {
          cites,
          formula,
          ...(override && { fairness: { [override[0]]: override[1] } }),
        }),
        alwaysPossible('alwaysPossible', { cites, to: p(7), when: q(7) }),
        alwaysPossible('always possible from everywhere', { cites, to: q(8) }),
      ];
    });
};

/** A system or claim as text: charts by their configuration, functions by their source. */
const written = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, name: string, field: unknown) {
    const thing = this[name];
    if (typeof thing === 'function') return String(thing);
    return typeof thing === 'object' && thing !== null && 'config' in thing ? thing.config : field;
  });

export type RandomCase = { readonly system: System; readonly families: readonly Family[] };

/** Systems of two or three parties and one to three channels, with one claim of each kind. */
export const randomCase: fc.Arbitrary<RandomCase> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([partyCount, channelCount]) => {
    const parties = names.slice(0, partyCount);
    const channels = ['c0', 'c1', 'c2'].slice(0, channelCount);
    return fc.tuple(
      fc.tuple(...parties.map(() => party(channels))),
      fc.tuple(...channels.map(() => channel(parties))),
      fc.array(chance(fc.constantFrom({ name: 'low', fine: true }, { name: 'high', fine: false })), {
        minLength: 3,
        maxLength: 3,
      }),
    );
  })
  .chain(([parties, channels, endings]) => {
    const fifos = channels.flatMap(({ kind }, index) => (kind === 'fifo' ? [`c${index}`] : []));
    const system: System = {
      name: 'random',
      parties: Object.fromEntries(parties.map((each, index) => [names[index]!, each])),
      channels: Object.fromEntries(channels.map((each, index) => [`c${index}`, each])),
      ending: (state) => endings[contextOf('one', state)],
    };
    const classes = [...fifos.map((name) => `${name} delivers`), 'one.o', 'one.p'].filter(
      (name) =>
        !name.startsWith('one.') ||
        system.parties.one!.own!.some((step) => `one.${step.event.type}` === name && !step.class),
    );
    const known = classes.length > 0 ? classes : [system.parties.one!.own![0]!.class!];
    return fc
      .tuple(claims(Object.keys(system.parties), fifos, known), fc.subarray(classes))
      .map(([drawn, progress]) => ({
        system: { ...system, progress },
        families: [{ name: 'random', claims: drawn }],
        [fc.toStringMethod]: () => `${written({ ...system, progress })}\n${drawn.map(written).join('\n')}`,
      }));
  });
