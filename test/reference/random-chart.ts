/**
 * Small charts drawn by fast-check: nested states, parallel regions, history, final states, contexts, guards, `always`, `raise`, sends.
 *
 * Every chart understands messages `a`, `b` (with `v` 0 or 1) and own steps `o`, `p`; it sends through ports `left`, `right`.
 */
import fc from 'fast-check';
import { type AnyStateMachine, assign, raise, setup } from 'xstate';

type Context = { n: number };
type Event = { type: string; v?: number };
type Send = { to: string; message: { type: string; v: number } };

/** What a chart may receive, and what it may do of itself. */
export const messageTypes = ['a', 'b'] as const;
export const ownTypes = ['o', 'p'] as const;
/** The tag that some states bear. */
export const tag = 'open';

const charts = setup({
  types: { context: {} as Context, events: {} as Event },
  actions: {
    send: (_scope, _send: Send) => {},
    count: assign({ n: ({ context }) => (context.n + 1) % 3 }),
    reset: assign({ n: 0 }),
    keep: assign({ n: ({ context, event }) => event.v ?? context.n }),
    again: raise({ type: 'r' }),
  },
  guards: {
    isLow: ({ context }) => context.n === 0,
    isFull: ({ context }) => context.n === 2,
    isOne: ({ event }) => event.v === 1,
  },
});

const port = fc.constantFrom('left', 'right');
const send = fc
  .record({ to: port, type: fc.constantFrom(...messageTypes), v: fc.nat(1) })
  .map(({ to, type, v }) => ({ type: 'send', params: { to, message: { type, v } } }));
const change = fc.constantFrom('count', 'reset', 'keep');
/** On an event: whatever there is. Where one macrostep could go round for ever, less. */
const anyAction = fc.oneof(
  { arbitrary: change, weight: 3 },
  { arbitrary: send, weight: 2 },
  { arbitrary: fc.constant('again'), weight: 1 },
);
const afterRaise = fc.oneof(change, send);
const onEntry = fc.oneof(fc.constant('reset'), send);
const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });

type Transition = { target?: string; guard?: string; actions?: unknown[]; reenter?: boolean };
const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as T;

/** A transition to one of the targets, or to none; at times one that does nothing. */
const transition = (targets: readonly string[], action: fc.Arbitrary<unknown>): fc.Arbitrary<Transition> =>
  fc.oneof(
    { arbitrary: fc.constant({}), weight: 1 },
    {
      arbitrary: fc
        .record({
          target: fc.constantFrom(...targets, ...targets, undefined),
          guard: rare(fc.constantFrom('isLow', 'isFull', 'isOne')),
          actions: fc.array(action, { maxLength: 2 }),
          reenter: rare(fc.constant(true)),
        })
        .map((drawn) => present(drawn) as Transition),
      weight: 6,
    },
  );

const handlers = (targets: readonly string[]): fc.Arbitrary<Record<string, Transition[]>> => {
  const list = (action: fc.Arbitrary<unknown>) => fc.array(transition(targets, action), { minLength: 1, maxLength: 2 });
  const often = fc.option(list(anyAction), { nil: undefined });
  return fc
    .record({ a: often, b: often, o: often, p: rare(list(anyAction)), r: rare(list(afterRaise)) })
    .map((on) => present(on) as Record<string, Transition[]>);
};

const always = (targets: readonly string[]): fc.Arbitrary<unknown> =>
  fc.constantFrom(...targets).map((target) => ({ guard: 'isFull', target, actions: 'reset' }));

const leaf = (targets: readonly string[], tags = rare(fc.constant(tag))) =>
  fc.record({ on: handlers(targets), tags, entry: rare(onEntry), always: rare(always(targets)) }).map(present);

const final = fc.record({ type: fc.constant('final'), entry: rare(onEntry) }).map(present);

/**
 * A state with states of its own, a history state and a final one among them. When it is done it is not entered again where
 * it was left: that would be at its end, and so for ever.
 */
const nest = (targets: readonly string[]) => {
  const inner = ['x', 'y', 'z'];
  const anew = targets.filter((target) => !target.endsWith('.h'));
  return fc
    .record({
      on: handlers(targets),
      onDone: rare(transition(anew, afterRaise)),
      initial: fc.constantFrom('x', 'y'),
      states: fc.record({
        x: leaf(inner),
        y: leaf(inner),
        z: final,
        h: fc.record({ type: fc.constant('history'), history: fc.constantFrom('shallow', 'deep') }),
      }),
    })
    .map(present);
};

/**
 * A region of two plain states, perhaps a nested one, which is entered at its start or where it was left, and perhaps a
 * final one.
 */
const region = fc.tuple(fc.boolean(), rare(final)).chain(([nested, end]) => {
  const targets = ['s', 't', ...(nested ? ['u', 'u.h'] : []), ...(end ? ['e'] : [])];
  return fc.record({
    initial: fc.constant('s'),
    states: fc.record({
      s: leaf(targets),
      t: leaf(targets, fc.constant(tag)),
      ...(nested && { u: nest(targets) }),
      ...(end && { e: fc.constant(end) }),
    }),
  });
});

const body = fc.oneof(
  { arbitrary: region, weight: 3 },
  {
    arbitrary: fc.record({ type: fc.constant('parallel'), states: fc.record({ one: region, two: region }) }),
    weight: 1,
  },
);

/** Charts, each with its first context. */
export const randomChart: fc.Arbitrary<AnyStateMachine> = fc.tuple(body, rare(handlers([])), fc.nat(2)).map(
  ([drawn, on, n]) =>
    charts.createMachine({
      id: 'chart',
      context: { n },
      on: { ...Object.fromEntries(ownTypes.map((type) => [type, {}])), ...on },
      ...drawn,
    } as never) as unknown as AnyStateMachine,
);
