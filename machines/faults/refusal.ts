/**
 * A server says no of itself: no such file, access denied, no storage left.
 *
 * Source    fault E12; RFC 354 p. 19 (rc450, rc451, rc453).
 */
import type { Server } from '../ftp-script.ts';
import type { Departure } from '../systems/baseline.ts';

/** Before it connects. */
export const fileRefusal = (...servers: readonly Server[]): Pick<Departure, 'fileFaults'> => ({ fileFaults: servers });

/** While data is on its way. */
export const storageRefusal = (...servers: readonly Server[]): Pick<Departure, 'storageFaults'> => ({
  storageFaults: servers,
});
