/**
 * V478: PASV: a server listens at once and says so; sockets are fixed.
 *
 * Source    RFC 478, with the fixed sockets of RFC 542 (R478-17).
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v478: Variant = {
  name: 'V478',
  summary: 'PASV: a server listens at once and says so; sockets are fixed',
  ...cite('R478-04', 'R478-06', 'R478-08', 'R478-17'),
  server: { protocol: 'V478' },
};
