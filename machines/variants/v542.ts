/**
 * V542: PASV as standardised: fixed sockets, rc257 for a transfer whose connection is closed.
 *
 * Source    RFC 542 pp. 6, 14, 24, 31-34. An earlier SOCK is assumed there, not demanded (H27).
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v542: Variant = {
  name: 'V542',
  summary: 'PASV as standardised: fixed sockets, rc257 for a transfer whose connection is closed',
  ...cite('FTP-12', 'FTP-40', 'FTP-46'),
  server: { protocol: 'V542' },
};
