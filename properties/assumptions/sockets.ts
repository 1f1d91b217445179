/**
 * The landscape of the NCP alone: two sockets whose processes do as they like.
 */
import { twoSockets, type TwoSockets } from '../../machines/systems/two-sockets.ts';
import type { NcpKnobs } from '../../machines/knobs.ts';
import type { Home, Landscape } from '../../src/model/index.ts';
import { ncpClosing, ncpClosingByTheLetter, ncpClosingWithRival } from '../ncp-closing.ts';
import { ncpCreditBack, ncpData } from '../ncp-data.ts';
import { conductOfNcps } from '../ncp-conduct.ts';
import { ncpMatching, ncpMatchingWithRival } from '../ncp-matching.ts';
import { ncpForgetful, ncpReset } from '../ncp-outage.ts';
import { ncpPending } from '../ncp-pending.ts';
import { processConduct } from '../process-conduct.ts';
import { ncpWaysBack } from '../ways-back.ts';
import { apart, named, type SettingAxis, settingsAt } from './axis-table.ts';
import { socketDesigns } from './designs.ts';
import { reluctant } from './faulty-system.ts';
import { fixedInSockets } from './fixed.ts';
import { type Faulty, subnet } from './subnet.ts';

type Setting = Faulty & { readonly with?: Omit<TwoSockets, 'name'> };
const knobs = (changed: Partial<NcpKnobs>): Setting => ({ with: { knobs: changed } });

/** What the NCPs choose. */
const ncps: readonly SettingAxis<Setting>[] = [
  {
    name: 'ncp',
    says: 'requests for which nobody waits are refused, queued, dropped, or queued for a while',
    kind: 'choice',
    values: {
      R: {},
      Q: knobs({ unlistened: 'Q' }),
      D: knobs({ unlistened: 'D' }),
      QT: knobs({ unlistened: 'QT', timeouts: true }),
    },
  },
  {
    name: 'mismatch',
    says: 'what a listener does with a caller that it does not want (H1)',
    kind: 'choice',
    values: {
      'refuse-keep': {},
      'refuse-fail': knobs({ mismatch: 'refuse-fail' }),
      queue: knobs({ mismatch: 'queue' }),
      'accept-check': knobs({ mismatch: 'accept-check' }),
    },
  },
  {
    name: 'busy',
    says: 'what a busy socket does with a caller (H32)',
    kind: 'choice',
    values: { refuse: {}, queue: knobs({ busy: 'queue' }) },
  },
  {
    name: 'reuse',
    says: 'whether a socket may be used again before CLS has gone both ways',
    kind: 'choice',
    values: { strict: {}, sloppy: knobs({ reuse: 'sloppy' }) },
  },
  {
    name: 'allOnOpen',
    says: 'who grants credit on opening (H20)',
    kind: 'choice',
    values: { withheld: {}, automatic: knobs({ allOnOpen: 'automatic' }) },
  },
  {
    name: 'unknownCls',
    says: 'what a CLS for an unknown pair gets (H37)',
    kind: 'choice',
    values: { discard: {}, ERR: knobs({ unknownCls: 'ERR' }), CLS: knobs({ unknownCls: 'CLS' }) },
  },
  {
    name: 'repeatedRequest',
    says: 'what a request for the open pair does (H38)',
    kind: 'choice',
    values: { ignore: {}, restart: knobs({ repeatedRequest: 'restart' }) },
  },
  {
    name: 'acceptance',
    says: 'whether a caller that a listener wants is taken at once, or shown to the receiving process first',
    kind: 'choice',
    values: {
      automatic: {},
      'by-process': {
        with: {
          knobs: { acceptance: 'by process' },
          receiver: { may: ['CONNECT', 'LISTEN', 'LISTEN_FOR_PEER', 'ACCEPT', 'CLOSE', 'GRANT'] },
        },
      },
    },
  },
  {
    name: 'queue-bound',
    says: 'how many requests a socket queues',
    kind: 'choice',
    values: { two: {}, one: knobs({ queueBound: 1 }) },
  },
  {
    name: 'gives-up-on-CLS',
    says: 'whether an NCP may give up waiting for a CLS',
    kind: 'choice',
    values: { no: {}, yes: knobs({ givesUpOnCls: true }) },
  },
  {
    name: 'byte-size',
    says: 'the byte sizes that the two processes insist on (H29)',
    kind: 'choice',
    values: { unset: {}, 'B-8-C-36': { with: { sender: { size: 8 }, receiver: { size: 36 } } } },
  },
];

const behaviour: readonly SettingAxis<Setting>[] = [
  {
    name: 'patience',
    says: 'whether any wait for an answer may end at any moment',
    kind: 'assumption',
    values: { 'for-ever': {}, 'may-end': knobs({ timeouts: true }) },
  },
  {
    name: 'fair-timer',
    says: 'whether a wait that may end does end (patience=may-end, ncp=QT, gives-up-on-CLS)',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^ncp\./, /_TIMES_OUT$|^GIVE_UP/) } },
  },
  {
    name: 'fair-host',
    says: 'whether a host that has stopped comes back in the end (crash)',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^process\./, /^RESTART$/) } },
  },
  {
    name: 'crash',
    says: 'a host stops once and comes back, resets the other or has forgotten it',
    kind: 'assumption',
    values: {
      none: {},
      'B-resets': { with: { sender: { calls: 1, crash: 'with reset' }, receiver: { calls: 1 } } },
      'B-forgets': { with: { sender: { calls: 1, crash: 'without reset' }, receiver: { calls: 1 } } },
      'C-resets': { with: { sender: { calls: 1 }, receiver: { calls: 1, crash: 'with reset' } } },
      'C-forgets': { with: { sender: { calls: 1 }, receiver: { calls: 1, crash: 'without reset' } } },
    },
    weakens: apart('none', 'B-resets', 'B-forgets', 'C-resets', 'C-forgets'),
  },
  {
    name: 'rival',
    says: 'whether another host calls the receiver too',
    kind: 'choice',
    values: {
      none: {},
      calls: {
        with: {
          sender: { may: ['CONNECT', 'CLOSE'], calls: 1 },
          receiver: { may: ['CONNECT', 'LISTEN_FOR_PEER', 'CLOSE', 'GRANT'], calls: 2, pieces: 0 },
          rival: { may: ['CONNECT', 'CLOSE'], calls: 1 },
        },
      },
    },
  },
  {
    name: 'credit',
    says: 'whether the receiver may ask its credit back',
    kind: 'choice',
    values: {
      kept: {},
      'asked-back': { with: { sender: { calls: 1, pieces: 2 }, receiver: { calls: 1, pieces: 2, asksBack: true } } },
    },
  },
];

const axes: readonly SettingAxis<Setting>[] = [...subnet('B', 'C'), ...behaviour, ...ncps];
/** A rival and a receiver that asks back have bounds of their own: they are where claims are at home, not departures. */
const own = ['rival', 'credit'];
const varied = axes.map(({ name }) => name).filter((name) => !own.includes(name));
/** What a listener does with strangers is nothing to two sockets that have none. */
const ofStrangers = ['mismatch', 'busy', 'queue-bound'];
const together = varied.filter((name) => !ofStrangers.includes(name));
const home = (
  name: string,
  says: string,
  at: Home['at'],
  families: ReturnType<Home['families']>,
  paired = together,
): Home => ({ name, says, at, axes: varied, paired, families: () => families });
const whole = [ncpMatching, ncpClosing, ncpData, ncpWaysBack, conductOfNcps('wire.B>C'), processConduct];

/** Two settings at once: of each side what either says, the later one where both do. */
const both = (a: Omit<TwoSockets, 'name'>, b: Omit<TwoSockets, 'name'> = {}): Omit<TwoSockets, 'name'> => ({
  ...a,
  ...b,
  knobs: { ...a.knobs, ...b.knobs },
  ...((a.sender ?? b.sender) && { sender: { ...a.sender, ...b.sender } }),
  ...((a.receiver ?? b.receiver) && { receiver: { ...a.receiver, ...b.receiver } }),
});

export const sockets: Landscape = {
  name: 'sockets',
  says: 'two sockets of two hosts, whose processes do as they like',
  axes: named(axes),
  fixed: fixedInSockets,
  homes: [
    home('NCP', 'an NCP that refuses requests for which nobody waits, nothing goes wrong', {}, whole),
    home('NCP-queues', 'an NCP that queues requests', { ncp: 'Q' }, [ncpPending]),
    home(
      'NCP-rival',
      'a rival calls the receiver too',
      { rival: 'calls' },
      [ncpMatchingWithRival, ncpClosingWithRival, ncpClosingByTheLetter],
      varied,
    ),
    home('NCP-reset', 'the receiving host crashes and resets the other', { crash: 'C-resets' }, [ncpReset]),
    home('NCP-forgets', 'the receiving host crashes and says nothing', { crash: 'C-forgets' }, [ncpForgetful]),
    home('NCP-credit', 'the receiver may ask its credit back', { credit: 'asked-back' }, [ncpCreditBack]),
  ],
  designs: socketDesigns,
  contradiction: (point) =>
    point['rival'] === 'calls' && (point['crash'] !== 'none' || point['credit'] !== 'kept')
      ? 'rival=calls has its own bounds on calls and data: leave crash and credit out'
      : point['crash'] !== 'none' && point['credit'] !== 'kept'
        ? 'crash and credit have different bounds on calls and data: leave one out'
        : undefined,
  system: (point, name) => {
    const settings = settingsAt(axes, point);
    const merged = settings.reduce<Omit<TwoSockets, 'name'>>((all, { with: one }) => both(all, one), {});
    const made = twoSockets({ ...merged, name });
    return settings.reduce((system, { change }) => change?.(system) ?? system, made);
  },
};
