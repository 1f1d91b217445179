/**
 * What the runs named icp/... give. Written by `npm run renew`; read every change before you commit it.
 */
import type { Expected } from '../../src/model/index.ts';

export const icp: Readonly<Record<string, Expected>> = {
  'icp/rfc-165/R': { outcomes: ['connected'], states: 21, steps: 28, depth: 12 },
  'icp/rfc-165/Q': { outcomes: ['connected'], states: 21, steps: 28, depth: 12 },
  'icp/rfc-165-user-listens/R': { outcomes: ['connected'], states: 18, steps: 22, depth: 12 },
  'icp/rfc-165-server-asks-late/R': { outcomes: ['refused'], states: 30, steps: 38, depth: 20, violated: ['P45 whoever calls gets both connections', 'every end is a pair of connections'] },
  'icp/rfc-165-server-asks-late/Q': { outcomes: ['connected'], states: 15, steps: 16, depth: 12 },
  'icp/rfc-165-server-asks-late-user-listens/R': { outcomes: ['connected'], states: 14, steps: 14, depth: 12 },
  'icp/rfc-143/refuse': { outcomes: ['refused'], states: 25, steps: 32, depth: 16, violated: ['P45 whoever calls gets both connections', 'every end is a pair of connections', 'no call for the pair reaches the contact socket before it is free'] },
  'icp/rfc-143/queue': { outcomes: ['connected'], states: 18, steps: 22, depth: 12, violated: ['no call for the pair reaches the contact socket before it is free'] },
  'icp/rfc-143-server-asks-late/R': { outcomes: ['refused'], states: 22, steps: 26, depth: 16, violated: ['P45 whoever calls gets both connections', 'every end is a pair of connections'] },
  'icp/rfc-202/R': { outcomes: ['refused'], states: 23, steps: 30, depth: 14, violated: ['P45 whoever calls gets both connections', 'every end is a pair of connections'] },
  'icp/rfc-202/Q': { outcomes: ['deadlock'], states: 14, steps: 16, depth: 10, violated: ['P45 whoever calls gets both connections', 'every end is a pair of connections', 'deadlock'] },
  'icp/rfc-202-same-order/Q': { outcomes: ['connected'], states: 19, steps: 24, depth: 12 },
  'icp/shared-link/R': { outcomes: ['connected'], states: 21, steps: 28, depth: 12, violated: ['P05 two open receive sockets fed by one host have different links'] },
};
