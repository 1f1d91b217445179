/** Any commands in any order, with whatever goes wrong beside them. */
import fc from 'fast-check';

import type { Server } from '../../machines/ftp-script.ts';
import type { NcpKnobs, ServerKnobs } from '../../machines/knobs.ts';
import { any, ncpChoices, serverChoices } from './open-choices.ts';
import { type Protocols, said, type Said } from './said.ts';

type Trouble =
  | { readonly kind: 'refusal'; readonly at: Server; readonly when: 'before' | 'while' }
  | { readonly kind: 'stranger'; readonly at: Server; readonly end: 'receive' | 'send'; readonly calls: number }
  | { readonly kind: 'crash'; readonly server: Server; readonly restarts: 'never' | 'with reset' | 'without reset' };

export type CommandOrder = {
  readonly protocols: Protocols;
  readonly said: Readonly<Record<Server, readonly Said[]>>;
  /** Whether the user takes no notice of refusals, and goes on. */
  readonly persists: boolean;
  /** What the user may do besides: ABOR at any time or after a failure, leave at any time. */
  readonly user: 'nothing' | 'mayAbort' | 'cleansUp' | 'mayAbandon';
  readonly ncp: Readonly<Record<Server, Partial<NcpKnobs>>>;
  readonly server: Readonly<Record<Server, Partial<ServerKnobs>>>;
  readonly timeouts: boolean;
  /** Nothing, one thing or two, of different kinds. */
  readonly troubles: readonly Trouble[];
};

const protocol = any('V478', 'V438', 'V542', 'V430', 'V454', 'V354');
const protocols: fc.Arbitrary<Protocols> = fc.oneof(
  { weight: 4, arbitrary: protocol.map((name) => ({ B: name, C: name })) },
  { weight: 1, arbitrary: fc.record({ B: protocol, C: protocol }) },
);
const server = any('B', 'C');
const refusal: fc.Arbitrary<Trouble> = fc.record({ kind: any('refusal'), at: server, when: any('before', 'while') });
const stranger: fc.Arbitrary<Trouble> = fc.record({
  kind: any('stranger'),
  at: server,
  end: any('receive', 'send'),
  calls: any(1, 2),
});
const crash: fc.Arbitrary<Trouble> = fc.record({
  kind: any('crash'),
  server,
  restarts: any('never', 'with reset', 'without reset'),
});

const ordersAmid = (...troubles: readonly fc.Arbitrary<Trouble>[]): fc.Arbitrary<CommandOrder> =>
  protocols.chain((chosen) =>
    fc.record({
      protocols: fc.constant(chosen),
      said: said(chosen),
      persists: fc.boolean(),
      user: any('nothing', 'nothing', 'mayAbort', 'cleansUp', 'mayAbandon'),
      ncp: fc.record({ B: ncpChoices, C: ncpChoices }),
      server: fc.record({ B: serverChoices, C: serverChoices }),
      timeouts: fc.boolean(),
      troubles: fc.tuple(...troubles),
    }),
  );

/** Any commands in any order; nobody is to blame but who says them and who answers. */
export const commandOrders = ordersAmid();
/** While a stranger calls. */
export const amidCalls = ordersAmid(stranger);
/** While a host crashes. */
export const amidCrashes = ordersAmid(crash);
/** While two things go wrong. */
export const amidPairs = fc.oneof(
  ordersAmid(stranger, crash),
  ordersAmid(stranger, refusal),
  ordersAmid(crash, refusal),
);
