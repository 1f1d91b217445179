/**
 * V430: GETSocket: both servers tell a pair of sockets and both call.
 *
 * Source    RFC 430 C.2, RFC 463 (as GSOC).
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v430: Variant = {
  name: 'V430',
  summary: 'GETSocket: both servers tell a pair of sockets and both call',
  ...cite('FTP-14', 'NCP-13', 'R438-06'),
  server: { protocol: 'V430' },
};
