/**
 * Every clause that the specification rests on, and where to read it.
 *
 * Source    RFC 438, RFC 478, NIC 8246 and the FTP documents of 1972 to 1975; see docs/sources/README.md.
 * Models    NCP-xx and FTP-xx the ground that both stand on, R438-xx and R478-xx their own sentences, H1 to H40 what
 *           all of them leave open, E1 to E19 what may go wrong.
 *
 * A citation that is not listed here does not compile. A clause that nothing cites and that is not out of scope fails
 * `test/traceability.test.ts`.
 */
import { faults } from './clauses/faults.ts';
import { ftp } from './clauses/ftp.ts';
import { holesInRoles } from './clauses/holes-roles.ts';
import { holesInTransfer } from './clauses/holes-transfer.ts';
import { ncpConnections } from './clauses/ncp-connections.ts';
import { ncpRequests } from './clauses/ncp-requests.ts';
import { rfc438 } from './clauses/rfc438.ts';
import { rfc478 } from './clauses/rfc478.ts';

export { noRule } from './clauses/no-rule.ts';
export { outOfScope } from './clauses/out-of-scope.ts';
export type { SeedRule } from './clauses/rule.ts';

/** The questions that the documents leave open, by id, each with the answers that one may give. */
export const holes = { ...holesInRoles, ...holesInTransfer };

/** Every clause by its id. */
export const clauses = { ...ncpRequests, ...ncpConnections, ...ftp, ...rfc438, ...rfc478, ...holes, ...faults };

/** The id of a clause. */
export type Clause = keyof typeof clauses;

/** Marks a transition or a claim with the clauses that it rests on. */
export const cite = <const Ids extends readonly Clause[]>(...cites: Ids): { readonly cites: Ids } => ({ cites });
