/**
 * V438: LSTN: a server allocates a socket, and listens when the transfer command comes.
 *
 * Source    RFC 438.
 */
import { cite } from '../clauses.ts';
import type { Variant } from '../variant.ts';

export const v438: Variant = {
  name: 'V438',
  summary: 'LSTN: a server allocates a socket, and listens when the transfer command comes',
  ...cite('R438-07', 'R438-08', 'R438-10', 'R438-18', 'R438-22', 'R438-24'),
  server: { protocol: 'V438' },
};
