/**
 * Strangers, refusals, users who abort or leave, crashes, losses, overtaking.
 */
import { crash } from '../../machines/faults/crash.ts';
import { abandons, aborts, cleansUp } from '../../machines/faults/interruption.ts';
import { intrusion, ownGender } from '../../machines/faults/intrusion.ts';
import { loss } from '../../machines/faults/loss.ts';
import { overtaking } from '../../machines/faults/overtaking.ts';
import { fileRefusal, storageRefusal } from '../../machines/faults/refusal.ts';
import { dataSockets } from '../../machines/scripts.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { agreement } from '../agreement.ts';
import { abort, peerFailure, sessionEnd } from '../leftovers.ts';
import { promise } from '../promise.ts';
import { sameGenderCalls } from '../ncp-choices.ts';
import { dialogue, refusals, reports, succeeds } from '../reports.ts';
import { gender, intrusion as intruded, security } from '../security.ts';
import { inVariant, transferRun } from './transfer-run.ts';

const always: readonly Family[] = [security, reports];
const timeouts = { ncp: { timeouts: true }, server: { timeouts: true } } as const;
const both = ['V438', 'V478'] as const;

const strangers = both.flatMap((variant) =>
  (['passive-receives', 'passive-sends'] as const).flatMap((direction) =>
    (['ok', 'none'] as const).flatMap((sockPassive) =>
      (['R', 'Q'] as const).map((unlistened) =>
        transferRun(
          `troubles/${variant}/stranger/${direction}/sock-${sockPassive}/${unlistened}`,
          `${variant}: a stranger calls; ${direction}; SOCK to the waiting server ${sockPassive} (${unlistened})`,
          inVariant(variant, {
            plan: { direction, sockPassive },
            ncp: { unlistened },
            ...intrusion(direction, dataSockets(variant, 'B')),
          }),
          [intruded, agreement(variant), succeeds, ...always],
        ),
      ),
    ),
  ),
);

const sameGender = ([true, false] as const).map((checked) =>
  transferRun(
    `troubles/V478/stranger/own-gender/${checked ? 'checked' : 'unchecked'}`,
    `V478: a stranger calls from a socket of the same gender, which its own NCP ${checked ? 'refuses' : 'lets pass'}`,
    inVariant('V478', { plan: { sockPassive: 'none' }, ...ownGender(dataSockets('V478', 'B'), checked) }),
    [gender, succeeds, ...(checked ? [] : [sameGenderCalls]), ...always],
  ),
);

const users = both.flatMap((variant) => [
  transferRun(
    `troubles/${variant}/aborts`,
    `${variant}: ABOR at any time, to either server`,
    inVariant(variant, aborts),
    [abort, agreement(variant), dialogue, succeeds, ...always],
  ),
  transferRun(`troubles/${variant}/abandons`, `${variant}: the user leaves at any time`, inVariant(variant, abandons), [
    sessionEnd,
    succeeds,
    ...always,
  ]),
  transferRun(
    `troubles/${variant}/leaves`,
    `${variant}: BYE to both after the transfer`,
    inVariant(variant, { plan: { leaves: true }, ncp: { unlistened: 'Q' } }),
    [sessionEnd, dialogue, succeeds, ...always],
  ),
  transferRun(
    `troubles/${variant}/twice`,
    `${variant}: two transfers in one session`,
    inVariant(variant, { plan: { transfers: 2 }, ncp: { unlistened: 'Q' } }),
    [promise, agreement(variant), dialogue, succeeds, ...always],
  ),
]);

const refused = both.flatMap((variant) => [
  transferRun(
    `troubles/${variant}/refusal`,
    `${variant}: either server may refuse the file`,
    inVariant(variant, { ...fileRefusal('B', 'C'), ncp: { unlistened: 'Q' } }),
    [refusals, dialogue, succeeds, ...always],
  ),
  transferRun(
    `troubles/${variant}/storage`,
    `${variant}: the receiver may run out of storage`,
    inVariant(variant, { ...storageRefusal('B'), ncp: { unlistened: 'Q' } }),
    [dialogue, succeeds, ...always],
  ),
  transferRun(
    `troubles/${variant}/failure/left`,
    `${variant}: C cannot connect, and nobody tells B`,
    inVariant(variant, { plan: { sockActive: 'wrong-socket' } }),
    [peerFailure, ...always],
  ),
  transferRun(
    `troubles/${variant}/failure/cleaned`,
    `${variant}: C cannot connect, and the user aborts B`,
    inVariant(variant, { plan: { sockActive: 'wrong-socket' }, ...cleansUp }),
    [peerFailure, ...always],
  ),
  transferRun(
    `troubles/${variant}/failure/timed`,
    `${variant}: C cannot connect, and B's wait times out`,
    inVariant(variant, { plan: { sockActive: 'wrong-socket' }, ...timeouts }),
    [peerFailure, ...always],
  ),
]);

const crashes = (['B', 'C'] as const).flatMap((server) =>
  (['never', 'with reset', 'without reset'] as const).map((restarts) =>
    transferRun(
      `troubles/V478/crash/${server}/${restarts.replace(' ', '-')}`,
      `V478: ${server} crashes; restart ${restarts}`,
      inVariant('V478', crash(server, restarts)),
      [agreement('V478'), succeeds, ...always],
    ),
  ),
);

const wires = (['B', 'C'] as const).flatMap((from) =>
  [false, true].map((timed) =>
    transferRun(
      `troubles/V478/loss/${from}${timed ? '/timed' : ''}`,
      `V478: one message from ${from} to the other server may be lost${timed ? '; waits may time out' : ''}`,
      inVariant('V478', { ...loss(from, from === 'B' ? 'C' : 'B'), ...(timed && timeouts) }),
      [dialogue, succeeds, ...always],
    ),
  ),
);

const lanes = both.map((variant) =>
  transferRun(
    `troubles/${variant}/overtaking`,
    `${variant}: messages keep order only on their own link`,
    inVariant(variant, { ...overtaking, pieces: 2, ncp: { unlistened: 'Q' } }),
    [promise, dialogue, succeeds, ...always],
  ),
);

export const troubleRuns: readonly Run[] = [
  ...strangers,
  ...sameGender,
  ...users,
  ...refused,
  ...crashes,
  ...wires,
  ...lanes,
];
