/**
 * Where a transfer gives the user the service that the documents promise, and where not: everything but what the user
 * sees hidden, whatever is seen of the three hosts has to be possible in the service, ends included.
 *
 * Source  RFC 478 w330-357 ("either order"), RFC 438 b; machines/service.ts.
 */
import { cite } from '../machines/clauses.ts';
import { scenario } from '../machines/systems/baseline.ts';
import { threeParty } from '../machines/systems/three-party.ts';
import { transferServiceOf } from '../machines/systems/transfer-service.ts';
import { serviceShows, userSees } from '../machines/systems/user-view.ts';
import type { Refinement } from '../src/model/index.ts';
import { cells, inOrder } from './runs/orders.ts';
import { boundsOf } from './runs/transfer-run.ts';

/** What the service never does, and the transfer does: the last label of a shortest trace that only the transfer has. */
const beyond: Readonly<Record<string, string>> = {
  'orders/V438/R/conc/late': 'C to A: 454 RETR',
  'orders/V438/R/conc/early': 'C to A: 454 RETR',
  'orders/V438/R/PW/late': 'ends: deadlock',
  'orders/V438/R/AW/late': 'C to A: 454 RETR',
  'orders/V438/R/AW/early': 'C to A: 454 RETR',
  'orders/V438/Q/PW/late': 'ends: deadlock',
  'orders/V438/Q/AW/late': 'ends: deadlock',
  'orders/V438/D/conc/late': 'ends: deadlock',
  'orders/V438/D/conc/early': 'ends: deadlock',
  'orders/V438/D/PW/late': 'ends: deadlock',
  'orders/V438/D/AW/late': 'ends: deadlock',
  'orders/V438/D/AW/early': 'ends: deadlock',
  'orders/V478/R/PW/late': 'ends: deadlock',
  'orders/V478/Q/PW/late': 'ends: deadlock',
  'orders/V478/D/PW/late': 'ends: deadlock',
};

const compared = ['V478', 'V438'];

export const refinements: readonly Refinement[] = cells
  .filter(({ variant }) => compared.includes(variant))
  .map((cell): Refinement => {
    const { name, departure } = inOrder(cell);
    const made = scenario({ ...departure, name });
    return {
      name,
      summary: 'the transfer as the user wants it',
      ...cite('R478-02', 'R478-16', 'R438-04', 'R438-02'),
      implementation: { system: () => threeParty(made), visible: userSees },
      service: { system: () => transferServiceOf(made), visible: serviceShows },
      bounds: boundsOf(made),
      ...(beyond[name] !== undefined && { beyond: beyond[name] }),
    };
  });
