/**
 * Named settings of the two sockets: the plain one, and departures from it in one place each.
 */
import type { NcpKnobs } from '../knobs.ts';
import type { Whim } from '../ncp-process.ts';
import type { TwoSockets } from './two-sockets.ts';

const plain: TwoSockets = { name: 'two sockets' };
const knobs = (changed: Partial<NcpKnobs>): TwoSockets => ({ ...plain, knobs: changed });

/** A receiver that listens for the sender, and a rival that calls it. */
const called: readonly Whim[] = ['CONNECT', 'LISTEN_FOR_PEER', 'CLOSE', 'GRANT'];
const rivalry = (changed: Partial<NcpKnobs>): TwoSockets => ({
  ...plain,
  knobs: changed,
  sender: { may: ['CONNECT', 'CLOSE'], calls: 1 },
  receiver: { may: called, calls: 2, pieces: 0 },
  rival: { may: ['CONNECT', 'CLOSE'], calls: 1 },
});

/** Either end may ask or listen. */
const both: readonly Whim[] = ['CONNECT', 'LISTEN_FOR_PEER', 'CLOSE'];

const settings = {
  refuse: plain,
  'more-of-everything': { ...plain, sender: { calls: 4, pieces: 3 }, receiver: { calls: 4, pieces: 3 } },
  queue: knobs({ unlistened: 'Q' }),
  'queue-times-out': knobs({ unlistened: 'QT', timeouts: true }),
  drop: knobs({ unlistened: 'D' }),
  'drop-and-answer': knobs({ unlistened: 'D', unknownCls: 'CLS' }),
  'drop-times-out': knobs({ unlistened: 'D', timeouts: true }),
  'times-out': knobs({ timeouts: true }),
  'by-process': {
    ...knobs({ acceptance: 'by process' }),
    receiver: { may: ['CONNECT', 'LISTEN', 'LISTEN_FOR_PEER', 'ACCEPT', 'CLOSE', 'GRANT'] },
  },
  'credit-on-opening': knobs({ allOnOpen: 'automatic' }),
  'credit-back': {
    ...plain,
    sender: { calls: 1, pieces: 2 },
    receiver: { calls: 1, pieces: 2, asksBack: true },
  },
  'size-differs': {
    ...plain,
    sender: { size: 8 },
    receiver: { size: 36 },
  },

  // What a listener does with a caller that it does not want, and a busy socket with one that it has no time for.
  'mismatch-refuse-keep': rivalry({}),
  'mismatch-refuse-fail': rivalry({ mismatch: 'refuse-fail' }),
  'mismatch-queue': rivalry({ mismatch: 'queue' }),
  'mismatch-accept-check': rivalry({ mismatch: 'accept-check' }),
  'busy-queue': rivalry({ busy: 'queue' }),
  'queue-with-rival': rivalry({ unlistened: 'Q' }),
  'by-process-with-rival': {
    ...rivalry({ acceptance: 'by process' }),
    receiver: { may: ['CONNECT', 'LISTEN', 'LISTEN_FOR_PEER', 'ACCEPT', 'CLOSE'], calls: 2, pieces: 0 },
  },
  'listens-for-others': {
    ...rivalry({ mismatch: 'queue', queueBound: 1 }),
    receiver: { may: [...called, 'LISTEN_FOR_OTHER'], calls: 2, pieces: 0 },
  },

  // Against the rules of closing.
  'sloppy-reuse': knobs({ reuse: 'sloppy' }),
  'gives-up-on-cls': { ...knobs({ givesUpOnCls: true }), sender: { pieces: 0 }, receiver: { pieces: 0 } },
  'loses-and-gives-up': {
    ...knobs({ givesUpOnCls: true }),
    sender: { calls: 1, pieces: 0 },
    receiver: { calls: 1, pieces: 0 },
    loses: { 'B>C': 1 },
  },
  'sloppy-and-error': knobs({ reuse: 'sloppy', unknownCls: 'ERR' }),
  'sloppy-and-answer': {
    ...knobs({ reuse: 'sloppy', unknownCls: 'CLS' }),
    sender: { pieces: 0 },
    receiver: { pieces: 0 },
  },

  // Outages.
  'crash-reset': { ...plain, receiver: { crash: 'with reset' } },
  'crash-of-sender-reset': { ...plain, sender: { calls: 1, crash: 'with reset' }, receiver: { asksBack: true } },
  'crash-of-both-reset': {
    ...plain,
    sender: { calls: 1, pieces: 0, crash: 'with reset' },
    receiver: { calls: 1, pieces: 0, crash: 'with reset' },
  },
  'crash-by-process': {
    ...knobs({ acceptance: 'by process' }),
    sender: { calls: 1, crash: 'with reset' },
    receiver: { calls: 1, may: ['LISTEN', 'LISTEN_FOR_PEER', 'ACCEPT', 'CLOSE', 'GRANT'] },
  },
  'crash-of-sender-no-reset': {
    ...knobs({ repeatedRequest: 'restart' }),
    sender: { crash: 'without reset' },
    receiver: { calls: 1, asksBack: true },
  },
  'crash-no-reset': { ...plain, sender: { calls: 1 }, receiver: { crash: 'without reset', asksBack: true } },
  'crash-restart': {
    ...knobs({ repeatedRequest: 'restart' }),
    sender: { calls: 1 },
    receiver: { crash: 'without reset' },
  },

  'crash-reset-with-rival': {
    ...rivalry({}),
    receiver: { may: called, calls: 1, pieces: 0, crash: 'with reset' },
  },

  // The subnet.
  'loses-request': { ...plain, loses: { 'B>C': 1 } },
  'loses-answer': { ...plain, loses: { 'C>B': 1 } },
  'loses-and-times-out': { ...knobs({ timeouts: true }), loses: { 'C>B': 1 } },
  duplicates: { ...plain, duplicates: { 'B>C': 1 } },
  'queue-duplicates': {
    ...knobs({ unlistened: 'Q' }),
    sender: { calls: 1 },
    receiver: { calls: 1 },
    duplicates: { 'B>C': 1, 'C>B': 1 },
  },
  'by-process-duplicates': {
    ...knobs({ acceptance: 'by process' }),
    sender: { may: [...both, 'ACCEPT'], calls: 1, pieces: 0 },
    receiver: { may: [...both, 'ACCEPT'], calls: 1, pieces: 0 },
    duplicates: { 'B>C': 1, 'C>B': 1 },
  },
  'mismatch-queue-duplicates': { ...rivalry({ mismatch: 'queue' }), duplicates: { 'X>C': 1 } },
  'busy-queue-duplicates': { ...rivalry({ busy: 'queue' }), duplicates: { 'X>C': 1 } },
  'order-per-link': { ...plain, order: 'link' },
} as const satisfies Readonly<Record<string, TwoSockets>>;

/** The name of a setting. */
export type TwoSocketsSetting = keyof typeof settings;

/** A setting by its name, which is also the name of its system: `two-sockets/<setting>`. */
export const twoSocketsSetting = (name: TwoSocketsSetting): TwoSockets => ({
  ...settings[name],
  name: `two-sockets/${name}`,
});
