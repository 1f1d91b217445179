/**
 * The landscape of the initial connection: a user and a server, each with its NCP.
 */
import { icp, type Icp } from '../../machines/systems/icp.ts';
import type { NcpKnobs } from '../../machines/knobs.ts';
import type { Landscape } from '../../src/model/index.ts';
import { icpConnects, icpContactReused, icpLinks } from '../icp.ts';
import { named, type SettingAxis, settingsAt } from './axis-table.ts';
import { reluctant } from './faulty-system.ts';
import { fixedInIcp } from './fixed.ts';
import { type Faulty, subnet } from './subnet.ts';

type Setting = Faulty & { readonly with?: Omit<Icp, 'name'> };
const sendFirst = { first: 'send', waits: true } as const;
const receiveFirst = { first: 'receive', waits: true } as const;
const knobs = (changed: Partial<NcpKnobs>): Setting => ({ with: { knobs: changed } });
const axes: readonly SettingAxis<Setting>[] = [
  ...subnet('A', 'B'),
  {
    name: 'fair-user',
    says: 'whether the user begins in the end',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^user$/, /^CALL$/) } },
  },
  {
    name: 'ncp',
    says: 'requests for which nobody waits are refused, queued or dropped',
    kind: 'choice',
    values: {
      R: {},
      Q: knobs({ unlistened: 'Q' }),
      D: knobs({ unlistened: 'D' }),
    },
  },
  {
    name: 'pair',
    says: 'the sockets of the pair: U+2 and U+3, or U itself (RFC 143)',
    kind: 'choice',
    values: { 'U+2': {}, U: { with: { pair: 'U' } } },
  },
  {
    name: 'user-asks',
    says: 'both connections at once, or one after the other (RFC 202)',
    kind: 'choice',
    values: {
      together: {},
      'send-first': { with: { user: sendFirst } },
      'receive-first': { with: { user: receiveFirst } },
    },
  },
  {
    name: 'server-asks',
    says: 'both connections at once, or one after the other; at once, or after closing',
    kind: 'choice',
    values: { together: {}, 'send-first': { with: { server: sendFirst } }, late: { with: { asks: 'after closing' } } },
  },
  {
    name: 'answers-by',
    says: 'whether the user calls or listens for the pair',
    kind: 'choice',
    values: { calling: {}, listening: { with: { answersBy: 'listening' } } },
  },
  {
    name: 'busy',
    says: 'what a busy socket does with a caller (H32)',
    kind: 'choice',
    values: { refuse: {}, queue: knobs({ busy: 'queue' }) },
  },
  {
    name: 'mismatch',
    says: 'what a listener does with a caller that it does not want (H1)',
    kind: 'choice',
    values: {
      'refuse-keep': {},
      'refuse-fail': knobs({ mismatch: 'refuse-fail' }),
      queue: knobs({ mismatch: 'queue' }),
    },
  },
  {
    name: 'reuse',
    says: 'whether a socket may be used again before CLS has gone both ways',
    kind: 'choice',
    values: { strict: {}, sloppy: knobs({ reuse: 'sloppy' }) },
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
    name: 'links',
    says: 'whether receive sockets have links of their own',
    kind: 'choice',
    values: { distinct: {}, shared: { with: { links: 'shared' } } },
  },
];
const all = axes.map(({ name }) => name);
const contactItself = all.filter((name) => name !== 'pair');

export const initialConnection: Landscape = {
  name: 'initial-connection',
  says: 'a user and a server agree on a pair of connections',
  axes: named(axes),
  fixed: fixedInIcp,
  homes: [
    {
      name: 'ICP',
      says: 'the initial connection of RFC 165, an NCP that refuses, nothing goes wrong',
      at: {},
      paired: all,
      families: ({ pair }) => (pair === 'U' ? [icpConnects] : [icpConnects, icpLinks]),
    },
    {
      name: 'ICP-143',
      says: 'the initial connection of RFC 143, on the contact socket itself',
      at: { pair: 'U' },
      axes: contactItself,
      paired: contactItself,
      families: () => [icpContactReused],
    },
  ],
  designs: [],
  contradiction: () => undefined,
  system: (point, name) => {
    const settings = settingsAt(axes, point);
    const merged = settings.reduce<Omit<Icp, 'name'>>(
      (before, setting) => ({ ...before, ...setting.with, knobs: { ...before.knobs, ...setting.with?.knobs } }),
      {},
    );
    return settings.reduce((system, { change }) => change?.(system) ?? system, icp({ ...merged, name }));
  },
};
