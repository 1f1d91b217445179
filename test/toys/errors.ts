/**
 * The smallest systems that show each protocol error, and one that shows none.
 *
 * Two parties: `speaker` says HELLO once or again and again; `listener` takes it, or not.
 */
import { setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import type { Ending, System } from '../../src/model/index.ts';

type Hello = { to: 'out'; message: { type: 'HELLO' } };
const actions = { send: (_scope: unknown, _sending: Hello) => {} };
const hello = { type: 'send', params: { to: 'out', message: { type: 'HELLO' } } } as const;

const once = setup({ types: { events: {} as { type: 'SPEAK' } }, actions }).createMachine({
  id: 'once',
  initial: 'silent',
  states: { silent: { on: { SPEAK: { target: 'spoken', actions: hello } } }, spoken: {} },
});
const always = setup({ types: { events: {} as { type: 'SPEAK' } }, actions }).createMachine({
  id: 'always',
  on: { SPEAK: { actions: hello } },
});
const polite = setup({ types: { events: {} as { type: 'HELLO' } } }).createMachine({
  id: 'polite',
  initial: 'waiting',
  states: { waiting: { on: { HELLO: 'greeted' } }, greeted: { on: { HELLO: {} } } },
});
const deaf = setup({ types: { events: {} as { type: 'HELLO' } } }).createMachine({ id: 'deaf' });

type Charts = { speaker: typeof once | typeof always; listener: typeof polite | typeof deaf };
const pair = (name: string, { speaker, listener }: Charts, ending?: Ending): System =>
  system({
    name,
    parties: {
      speaker: { chart: speaker, own: [{ event: { type: 'SPEAK' }, fairness: 'weak' }], ports: { out: 'air' } },
      listener: { chart: listener },
    },
    channels: { air: { kind: 'fifo', to: 'listener', capacity: 2 } },
    ending: () => ending,
  });

const greeted: Ending = { name: 'greeted', fine: true };

/** 3 states in a row, the last a rest that the system names. */
export const named = pair('a named rest', { speaker: once, listener: polite }, greeted);
/** The same, and nobody named the rest. */
export const deadlock = pair('deadlock', { speaker: once, listener: polite });
/** HELLO arrives at a listener that has no transition for it, after 2 steps. */
export const unspecified = pair('unspecified reception', { speaker: once, listener: deaf }, greeted);
/** The third HELLO without a delivery finds the channel full, after 3 steps. */
export const overflow = pair('bound hit', { speaker: always, listener: polite }, greeted);

const spinner = setup({ types: { events: {} as { type: 'TICK' } } }).createMachine({
  id: 'spinner',
  initial: 'even',
  states: { even: { on: { TICK: 'odd' } }, odd: { on: { TICK: 'even' } } },
});

/** Two states, two steps, round and round: a livelock, unless TICK is progress. */
export const livelock = (progress: readonly string[] = []): System =>
  system({
    name: 'livelock',
    parties: { spinner: { chart: spinner, own: [{ event: { type: 'TICK' }, fairness: 'weak' }] } },
    channels: {},
    ending: () => undefined,
    progress,
  });
