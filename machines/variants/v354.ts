/**
 * V354: FTP of July 1972: every server calls; its socket is told when it does, too late to pass on.
 *
 * Source    RFC 354, RFC 385.
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v354: Variant = {
  name: 'V354',
  summary: 'FTP of July 1972: every server calls; its socket is told when it does, too late to pass on',
  ...cite('FTP-11', 'FTP-31', 'R438-01', 'R438-03', 'R438-05'),
  server: { protocol: 'V354' },
};
