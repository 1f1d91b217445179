/**
 * The axes along which server-server transfers differ, and the system that stands at each point.
 *
 * Source  the questions that the documents leave open (H1 to H40), and the faults (E1 to E19).
 */
import { intrusion } from '../machines/faults/intrusion.ts';
import { scenario } from '../machines/systems/baseline.ts';
import { variants } from '../machines/variants/index.ts';
import { threeParty } from '../machines/systems/three-party.ts';
import { type Conflict, type Order, type Plan, type Sock, dataSockets } from '../machines/scripts.ts';
import type { NcpKnobs, ServerKnobs } from '../machines/knobs.ts';
import type { Axis, Sweep } from '../src/model/index.ts';

const socks = ['ok', 'none', 'wrong-host', 'wrong-socket', 'wrong-parity'] as const satisfies readonly Sock[];

const axes = [
  { name: 'variant', values: ['V354', 'V430', 'V438', 'V454', 'V478', 'V542'], baseline: 'V478' },
  { name: 'ncp', values: ['Q', 'QT', 'R', 'D'], baseline: 'R', untimed: { QT: 'Q' } },
  { name: 'order', values: ['conc', 'PW', 'AW'], baseline: 'conc' },
  { name: 'timing', values: ['late', 'early'], baseline: 'late' },
  { name: 'sockPassive', values: socks, baseline: 'ok' },
  { name: 'sockActive', values: socks, baseline: 'ok' },
  { name: 'direction', values: ['passive-receives', 'passive-sends'], baseline: 'passive-receives' },
  {
    name: 'conflict',
    values: [
      'none',
      'no-pasv',
      'both-pasv',
      'pasv-at-other',
      'roles-swapped',
      'roles-swapped-sock-for-other-direction',
      'stor-both',
      'retr-both',
      'sock-after-pasv',
    ],
    baseline: 'none',
  },
  { name: 'intruder', values: ['none', 'one-request'], baseline: 'none' },
  { name: 'mismatch', values: ['refuse-keep', 'refuse-fail', 'queue', 'accept-check'], baseline: 'refuse-keep' },
  { name: 'retry', values: ['0', '1', 'unbounded'], baseline: '0' },
  { name: 'reuse', values: ['strict', 'sloppy'], baseline: 'strict' },
  { name: 'allOnOpen', values: ['withheld', 'automatic'], baseline: 'withheld' },
] as const satisfies readonly Axis[];

type Values = { readonly [A in (typeof axes)[number] as A['name']]: string };
const retries = { '0': 0, '1': 1, unbounded: 'unbounded' } as const;

export const sweep: Sweep = {
  axes,
  cell: (values, { timeouts }) => {
    const at = values as Values;
    const { server } = variants[at.variant as keyof typeof variants];
    const { protocol } = server;
    const direction = at.direction as Plan['direction'];
    return {
      system: threeParty(
        scenario({
          name: `sweep ${axes.map(({ name }) => at[name]).join(' ')}`,
          plan: {
            protocol,
            direction,
            order: at.order as Order,
            sockPassive: at.sockPassive as Sock,
            sockActive: at.sockActive as Sock,
            conflict: at.conflict as Conflict,
          },
          ncp: {
            unlistened: at.ncp as NcpKnobs['unlistened'],
            mismatch: at.mismatch as NcpKnobs['mismatch'],
            reuse: at.reuse as NcpKnobs['reuse'],
            allOnOpen: at.allOnOpen as NcpKnobs['allOnOpen'],
            timeouts,
          },
          server: {
            ...server,
            replyTiming: at.timing as ServerKnobs['replyTiming'],
            retries: retries[at.retry as keyof typeof retries],
            timeouts,
          },
          ...(at.intruder === 'one-request' && intrusion(direction, dataSockets(protocol, 'B'))),
        }),
      ),
    };
  },
};
