/**
 * The machine room of a host: everything in it stops at once, and comes back empty.
 *
 * Source    NIC 8246 pp. 17-18 (RST is never obligatory), RFC 117, RFC 467, RFC 492; faults E1 to E5.
 * Models    one crash; a restart that resets the other hosts, or one that does not.
 * Omits     partial failures; a host that is slow (RFC 394) is a host that is late.
 */
import { setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import type { Outage } from './messages.ts';

export type HostInput = { readonly restarts: 'never' | 'with reset' | 'without reset' };

type Port = 'server' | 'receive' | 'send';
const tell = (to: Port, message: Outage) => ({ type: 'send', params: { to, message } }) as const;
const tellAll = (message: Outage) =>
  [tell('server', message), tell('receive', message), tell('send', message)] as const;

export const host = setup({
  types: {
    input: {} as HostInput,
    context: {} as HostInput,
    events: {} as { readonly type: 'CRASH' | 'RESTART' },
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    resets: ({ context }) => context.restarts === 'with reset',
    forgets: ({ context }) => context.restarts === 'without reset',
  },
  // Carried by the system that the host is part of.
  actions: { send: (_scope, _sent: { readonly to: Port; readonly message: Outage }) => {} },
}).createMachine({
  id: 'host',
  context: ({ input }) => input,
  initial: 'up',
  states: {
    up: { on: { CRASH: { target: 'down', actions: tellAll({ type: 'CRASH' }), meta: cite('E1', 'E2', 'E4') } } },
    down: {
      on: {
        RESTART: [
          {
            guard: 'resets',
            target: 'back',
            actions: tellAll({ type: 'RESTART', reset: true }),
            meta: cite('E2', 'NCP-70'),
          },
          {
            guard: 'forgets',
            target: 'back',
            actions: tellAll({ type: 'RESTART', reset: false }),
            meta: cite('E3', 'NCP-74'),
          },
        ],
      },
    },
    back: {},
  },
});
