/**
 * V454: LSTN without the change to SOCK: no reply tells the socket that will call.
 *
 * Source    RFC 454 pp. 19-22.
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v454: Variant = {
  name: 'V454',
  summary: 'LSTN without the change to SOCK: no reply tells the socket that will call',
  ...cite('R438-08', 'FTP-11', 'R438-18'),
  server: { protocol: 'V454' },
};
