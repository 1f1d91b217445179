/** STOR before, after and beside RETR, in every variant, on every NCP, by users who wait and users who do not. */
import fc from 'fast-check';

import type { NcpKnobs, ServerKnobs } from '../../machines/knobs.ts';
import type { Order, Plan } from '../../machines/scripts.ts';
import { scenario } from '../../machines/systems/baseline.ts';
import type { Scenario } from '../../machines/systems/scenario.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import { variants } from '../../machines/variants/index.ts';
import { bounded, oneShot } from '../../properties/leftovers.ts';
import { promise } from '../../properties/promise.ts';
import { dialogue, reports } from '../../properties/reports.ts';
import { security } from '../../properties/security.ts';
import type { Attempt } from './attempt.ts';

export type TransferOrder = {
  readonly variant: keyof typeof variants;
  readonly order: Order;
  readonly direction: Plan['direction'];
  readonly appends: boolean;
  readonly figureSpelling: boolean;
  readonly hurries: boolean;
  readonly transfers: 1 | 2;
  readonly unlistened: NcpKnobs['unlistened'];
  readonly replyTiming: ServerKnobs['replyTiming'];
  readonly timeouts: boolean;
};

const anyTransferOrder: fc.Arbitrary<TransferOrder> = fc.record({
  variant: fc.constantFrom('V478', 'V438', 'V542', 'V430', 'V454', 'V354'),
  order: fc.constantFrom('conc', 'PW', 'AW'),
  direction: fc.constantFrom('passive-receives', 'passive-sends'),
  appends: fc.boolean(),
  figureSpelling: fc.boolean(),
  hurries: fc.boolean(),
  transfers: fc.constantFrom(1, 2),
  unlistened: fc.constantFrom('R', 'Q', 'QT', 'D'),
  replyTiming: fc.constantFrom('late', 'early'),
  timeouts: fc.boolean(),
});

/** A user who hurries asks for one transfer: more commands than four a control connection does not hold unread. */
export const transferOrders = anyTransferOrder.map((made) =>
  made.hurries ? { ...made, transfers: 1 as const } : made,
);

/** What transfers are watched for. */
export const families = [security, reports, dialogue, oneShot, bounded, promise];
/** Safety does not hang on the order, but for this: only RFC 478 promises it, as long as nobody gives up waiting. */
const tooEarly = 'P16';

/** Whether the waiting server listens before it is told to transfer, to a user who waits to hear so. */
const listensFirst = ({ variant, hurries }: TransferOrder): boolean =>
  (variant === 'V478' || variant === 'V542') && !hurries;

/** Whether the second transfer command is said before the connection that brings the first reply needs it. */
const inTime = ({ order, hurries, replyTiming }: TransferOrder): boolean =>
  order === 'conc' || hurries || replyTiming === 'early';

/** Whether the documents say that such a transfer completes, in whatever order things happen. */
export function mustComplete(made: TransferOrder): boolean {
  const { variant, order, unlistened, timeouts } = made;
  if (variant === 'V354' || timeouts) return false;
  // RFC 478: either order, whatever the NCP does. Told first, the calling server finds a listener at once.
  if (listensFirst(made)) return order === 'AW' || inTime(made);
  // RFC 438, RFC 430: where an NCP queues requests that nobody awaits yet.
  return unlistened.startsWith('Q') && inTime(made);
}

/** The scenario of such a transfer. */
export function transferScenario(made: TransferOrder): Scenario {
  const { variant, order, direction, appends, figureSpelling, hurries, transfers, unlistened, replyTiming, timeouts } =
    made;
  const { server } = variants[variant];
  const plan = { protocol: server.protocol, order, direction, appends, figureSpelling, hurries, transfers };
  const knobs = { plan, ncp: { unlistened, timeouts }, server: { ...server, replyTiming, timeouts } };
  return scenario({ ...knobs, name: 'transfers in any order' });
}

/** Builds the system of such a transfer. */
export function attemptTransfer(made: TransferOrder): Attempt {
  const { timeouts } = made;
  const completes = mustComplete(made);
  return {
    system: threeParty(transferScenario(made)),
    families,
    owed: (claim) => !claim.startsWith(tooEarly) || (listensFirst(made) && !timeouts),
    ends: (name) => (completes ? name === 'completes' : !timeouts || name !== 'deadlock'),
  };
}
