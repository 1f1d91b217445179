/** The systems that are measured. */
import { scenario } from '../machines/systems/baseline.ts';
import { threeParty } from '../machines/systems/three-party.ts';

/** Three parties and an intruder, ABOR at any time, two transfers, anything may time out or fail: over 5 million states. */
export const large = threeParty(
  scenario({
    name: 'three parties, intruder, ABOR at any time, two transfers',
    plan: { transfers: 2 },
    user: { mayAbort: true, mayAbandon: true, cleansUp: true },
    intruder: { from: 501, target: { host: 'B', socket: 202 }, calls: 2 },
    pieces: 2,
    fileFaults: ['B', 'C'],
    storageFaults: ['B', 'C'],
    ncp: { timeouts: true },
    server: { timeouts: true },
    order: 'link',
  }),
);

/** The large system with four calls of the intruder, three pieces, and a server that crashes: over 120 million states. */
export const growing = threeParty(
  scenario({
    name: 'three parties, intruder with four calls, ABOR at any time, two transfers of three pieces, a crash of B',
    plan: { transfers: 2 },
    user: { mayAbort: true, mayAbandon: true, cleansUp: true },
    intruder: { from: 501, target: { host: 'B', socket: 202 }, calls: 4 },
    crash: { server: 'B', restarts: 'with reset' },
    pieces: 3,
    fileFaults: ['B', 'C'],
    storageFaults: ['B', 'C'],
    ncp: { timeouts: true },
    server: { timeouts: true },
    order: 'link',
  }),
);

/** One transfer and one call of an intruder: over 700,000 states, which SPIN copies as its fairness needs. */
export const fair = threeParty(
  scenario({
    name: 'three parties, intruder, ABOR at any time, one transfer',
    plan: { transfers: 1 },
    user: { mayAbort: true, mayAbandon: true, cleansUp: true },
    intruder: { from: 501, target: { host: 'B', socket: 202 }, calls: 1 },
    fileFaults: ['B', 'C'],
    storageFaults: ['B', 'C'],
    ncp: { timeouts: true },
    server: { timeouts: true },
  }),
);
