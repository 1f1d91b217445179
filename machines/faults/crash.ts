/**
 * A server's host stops, and comes back or not, and says so or not.
 *
 * Source    faults E1 to E4; NIC 8246 pp. 17-18; RFC 467, RFC 492.
 */
import type { Server } from '../ftp-script.ts';
import type { Departure } from '../systems/baseline.ts';

export const crash = (
  server: Server,
  restarts: 'never' | 'with reset' | 'without reset',
): Pick<Departure, 'crash'> => ({ crash: { server, restarts } });
