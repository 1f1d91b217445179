/**
 * What may go wrong around a server-server transfer: each value allows more than a stronger one of its axis.
 *
 * Source  faults E1 to E19; RFC 512, RFC 626, RFC 528, RFC 492.
 */
import { crash } from '../../machines/faults/crash.ts';
import { abandons, aborts } from '../../machines/faults/interruption.ts';
import { intrusion, ownGender } from '../../machines/faults/intrusion.ts';
import { fileRefusal, storageRefusal } from '../../machines/faults/refusal.ts';
import { dataSockets, type Plan } from '../../machines/scripts.ts';
import type { ServerKnobs } from '../../machines/knobs.ts';
import type { Point } from '../../src/model/index.ts';
import { apart, type SettingAxis } from './axis-table.ts';
import { doubling, losing, narrowed, orderedByLink, reluctant, undelivered, unordered } from './faulty-system.ts';
import type { TransferSetting } from './transfer-setting.ts';

const wires = /^wire\./;

const waiting = ({ variant }: Point) => dataSockets(variant as ServerKnobs['protocol'], 'B');
const calls =
  (many: number) =>
  (point: Point): TransferSetting => ({
    scene: intrusion(point['direction'] as Plan['direction'], waiting(point), many),
  });

export const transferFaults: readonly SettingAxis<TransferSetting>[] = [
  {
    name: 'channel-order',
    says: 'what keeps its order between two hosts: all messages, those of a link, none',
    kind: 'assumption',
    values: { 'host-pair': {}, link: { change: orderedByLink(wires) }, none: { change: unordered(wires) } },
  },
  {
    name: 'loss',
    says: 'one message from one server host to the other may be lost',
    kind: 'assumption',
    values: { none: {}, 'B-to-C': { change: losing(/^wire\.B>C$/) }, 'C-to-B': { change: losing(/^wire\.C>B$/) } },
    weakens: apart('none', 'B-to-C', 'C-to-B'),
  },
  {
    name: 'duplication',
    says: 'one message from one server host to the other may come twice',
    kind: 'assumption',
    values: {
      none: {},
      'B-to-C': { change: doubling(/^wire\.B>C$/) },
      'C-to-B': { change: doubling(/^wire\.C>B$/) },
    },
    weakens: apart('none', 'B-to-C', 'C-to-B'),
  },
  {
    // A full queue cuts runs off: what fewer places allow is not more, and nothing is inherited along it.
    name: 'capacity',
    says: 'how many messages a queue holds: 4 (control) and 6 (wire), or fewer',
    kind: 'choice',
    values: { ample: {}, two: { change: narrowed(2) }, one: { change: narrowed(1) } },
  },
  {
    name: 'crash',
    says: 'a server host stops once: comes back and resets its peers, comes back and has forgotten them, or stays down',
    kind: 'assumption',
    values: {
      none: {},
      'B-resets': { scene: crash('B', 'with reset') },
      'B-forgets': { scene: crash('B', 'without reset') },
      'C-resets': { scene: crash('C', 'with reset') },
      'C-forgets': { scene: crash('C', 'without reset') },
      'B-stays-down': { scene: crash('B', 'never') },
      'C-stays-down': { scene: crash('C', 'never') },
    },
    weakens: apart('none', 'B-resets', 'B-forgets', 'C-resets', 'C-forgets', 'B-stays-down', 'C-stays-down'),
  },
  {
    name: 'stranger',
    says: 'a stranger calls the socket that the waiting server listens on',
    kind: 'assumption',
    values: {
      none: {},
      once: calls(1),
      twice: calls(2),
      'own-gender': (point) => ({ scene: ownGender(waiting(point), true) }),
    },
    weakens: { once: ['none'], twice: ['once'], 'own-gender': ['none'] },
  },
  {
    name: 'patience',
    says: 'whether any wait may end at any moment (H25)',
    kind: 'assumption',
    values: { 'for-ever': {}, 'may-end': { scene: { ncp: { timeouts: true }, server: { timeouts: true } } } },
    // A wait that may end does end, where time is fair: what goes on for ever without it may come to an end with it.
    weakens: {},
  },
  {
    name: 'storage',
    says: 'whether a receiver may run out of storage',
    kind: 'assumption',
    values: { enough: {}, 'may-run-out': { scene: storageRefusal('B', 'C') } },
  },
  {
    name: 'file',
    says: 'whether a server may refuse the file',
    kind: 'assumption',
    values: {
      given: {},
      'may-be-refused-by-B': { scene: fileRefusal('B') },
      'may-be-refused-by-C': { scene: fileRefusal('C') },
    },
    weakens: apart('given', 'may-be-refused-by-B', 'may-be-refused-by-C'),
  },
  {
    name: 'abort',
    says: 'whether the user may say ABOR at any time',
    kind: 'assumption',
    values: { never: {}, 'any-time': { scene: aborts } },
  },
  {
    name: 'user-leaves',
    says: 'whether the control connections may be lost at any time',
    kind: 'assumption',
    values: { never: {}, 'any-time': { scene: abandons } },
  },
  {
    name: 'fair-control',
    says: 'whether what waits on a control connection is delivered in the end',
    kind: 'assumption',
    values: { weak: {}, none: { change: undelivered(/^control\./) } },
  },
  {
    name: 'fair-wire',
    says: 'whether what waits between hosts is delivered in the end',
    kind: 'assumption',
    values: { weak: {}, none: { change: undelivered(wires) } },
  },
  {
    name: 'fair-user',
    says: 'whether the user says the next line in the end',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^user$/, /^SAY_/) } },
  },
  {
    name: 'fair-server',
    says: 'whether a server finds its file, and listens as it has said (H31), in the end',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^server\./, /^(FILE_OK|LISTEN_NOW)$/) } },
  },
  {
    name: 'fair-timer',
    says: 'whether a wait that may end does end (patience=may-end, H7)',
    kind: 'assumption',
    values: { weak: {}, none: { change: reluctant(/^(server|ncp)\./, /TIMES?_OUT$/) } },
  },
];
