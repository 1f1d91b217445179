/**
 * What might be otherwise and has no axis in a landscape, with the reason.
 */
import type { Landscape } from '../../src/model/index.ts';
import { unmodelled } from '../findings/holes.ts';

type Fixed = Landscape['fixed'];

const subnet: Fixed = [
  {
    what: 'more than one message lost or doubled, on both ways at once',
    why: 'One is enough to break what breaks; the pairs of `loss` and `duplication` have two.',
  },
  {
    what: 'fairness of steps that somebody may take and need not',
    why: 'They are never fair: crashes, calls of a stranger, ABOR, refusals. Runs without them are runs already.',
  },
  {
    what: 'forged host numbers, messages to the wrong host (E9)',
    why: 'The subnet puts the number of the sending host into the leader: nobody can speak for another host.',
  },
];

export const fixedInTransfers: Fixed = [
  ...Object.entries(unmodelled).map(([what, why]) => ({ what, why })),
  {
    what: 'the variant V354',
    why: 'No server can be told of another before it calls: it has no transfer between servers.',
  },
  {
    what: 'loss on a control connection',
    why: 'The connection keeps order and loses nothing while it lasts; `user-leaves` is its end.',
  },
  {
    what: 'whether an NCP shows a caller to its process first (NCP-36)',
    why: 'Servers of these documents take whom their NCP lets in; `mismatch=accept-check` looks afterwards. The landscape of sockets has the axis `acceptance`.',
  },
  {
    what: 'how many requests a socket queues (NCP-26)',
    why: 'Two, which one peer and one stranger never exceed; the landscape of sockets has the axis `queue-bound`.',
  },
  {
    what: 'the restart of a host',
    why: 'A host that never comes back is `crash=B-stays-down` or `crash=C-stays-down`.',
  },
  ...subnet,
];

export const fixedInSockets: Fixed = [
  {
    what: 'questions about commands, replies and files (H2 to H19, H21 to H31, H33 to H36, H39, H40, without H29)',
    why: 'Two sockets and their processes have no commands; the landscape of transfers has them.',
  },
  {
    what: 'a stranger who departs from the home',
    why: 'A rival has bounds of its own on calls and data, so it is a home (NCP-rival), and pairs are taken around it.',
  },
  { what: 'fairness of the processes', why: 'They do as they like: no claim may rest on what they do in the end.' },
  ...subnet,
];

export const fixedInIcp: Fixed = [
  {
    what: 'crash, stranger, time-outs',
    why: 'The initial connection is one attempt between two ends without timers; the landscapes of transfers and of sockets have these faults.',
  },
  {
    what: 'questions about commands, replies and files (H2 to H31, H33 to H36, H39, H40)',
    why: 'The pair of control connections comes before the first command.',
  },
  ...subnet,
];
