/**
 * The landscape of the initial connection: a user and a server, each with its NCP.
 */
import { icp, type Icp } from '../../machines/systems/icp.ts';
import type { Landscape } from '../../src/model/index.ts';
import { icpConnects, icpContactReused, icpLinks } from '../icp.ts';
import { named, type SettingAxis, settingsAt } from './axis-table.ts';
import { type Faulty, subnet } from './subnet.ts';

type Setting = Faulty & { readonly with?: Omit<Icp, 'name'> };
const sendFirst = { first: 'send', waits: true } as const;
const receiveFirst = { first: 'receive', waits: true } as const;
const axes: readonly SettingAxis<Setting>[] = [
  ...subnet('A', 'B'),
  {
    name: 'ncp',
    says: 'requests for which nobody waits are refused, queued or dropped',
    kind: 'choice',
    values: {
      R: {},
      Q: { with: { knobs: { unlistened: 'Q' } } },
      D: { with: { knobs: { unlistened: 'D' } } },
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
    values: { refuse: {}, queue: { with: { knobs: { busy: 'queue' } } } },
  },
  {
    name: 'links',
    says: 'whether receive sockets have links of their own',
    kind: 'choice',
    values: { distinct: {}, shared: { with: { links: 'shared' } } },
  },
];
const all = axes.map(({ name }) => name);

export const initialConnection: Landscape = {
  name: 'initial-connection',
  says: 'a user and a server agree on a pair of connections',
  axes: named(axes),
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
      axes: all.filter((name) => name !== 'pair'),
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
