/**
 * What user A says for a server-server transfer, under each variant and in each order.
 *
 * Source    RFC 438 example (R438-21), RFC 478 figure (R478-12..16), RFC 430 C.2, RFC 354 p. 22; axes of the sweep.
 * Models    B is the server that is told to wait, C the one that calls; V430 tells neither.
 * Omits     login. In V354 and V454 no reply names C's socket before it calls, so no right SOCK can be sent to B (P40).
 */
import type { Line, Script, Server, ToldSock } from './ftp-script.ts';
import { traitsOf } from './ftp-replies.ts';
import type { Address, FtpCommand } from './messages.ts';
import type { ServerKnobs } from './knobs.ts';

/** Which socket a SOCK names. */
export type Sock = 'ok' | 'none' | 'wrong-host' | 'wrong-socket' | 'wrong-parity';

/** When the two transfer commands go out: both at once, or one after the other's primary reply. */
export type Order = 'conc' | 'PW' | 'AW';

/** Who is told to wait, and who to do what, when the user mixes the roles up. */
export type Conflict =
  | 'none'
  | 'no-pasv'
  | 'both-pasv'
  | 'pasv-at-other'
  | 'roles-swapped'
  | 'roles-swapped-sock-for-other-direction'
  | 'stor-both'
  | 'retr-both'
  | 'sock-after-pasv';

export type Plan = {
  readonly protocol: ServerKnobs['protocol'];
  readonly order: Order;
  /** The waiting server receives the file (STOR, or APPE where `appends`), or sends it. */
  readonly direction: 'passive-receives' | 'passive-sends';
  readonly sockPassive: Sock;
  readonly sockActive: Sock;
  readonly conflict: Conflict;
  readonly appends?: boolean;
  /** RETR spelt as in the figure of RFC 478. */
  readonly figureSpelling?: boolean;
  /** Says everything without waiting for replies. */
  readonly hurries?: boolean;
  /** Transfers in one session, one after the other. Default 1. */
  readonly transfers?: 1 | 2;
  /** Sends BYE to both at the end. */
  readonly leaves?: boolean;
};

/** The data sockets of B and C: fixed by RFC 542 as S+2 and S+3, allocated where a variant hands out numbers. */
export const dataSockets = (protocol: ServerKnobs['protocol'], server: Server) => {
  const base = server === 'B' ? 200 : 300;
  return traitsOf[protocol].sockets === 'fixed'
    ? { receive: base + 2, send: base + 3 }
    : { receive: base + 60, send: base + 61 };
};

type Does = 'RETR' | 'STOR';
const opposite = (does: Does): Does => (does === 'RETR' ? 'STOR' : 'RETR');

/** What each server is told to do with the file. */
export function transfersOf({ direction, conflict }: Plan): Readonly<Record<Server, Does>> {
  const B: Does = direction === 'passive-receives' ? 'STOR' : 'RETR';
  if (conflict === 'stor-both') return { B: 'STOR', C: 'STOR' };
  if (conflict === 'retr-both') return { B: 'RETR', C: 'RETR' };
  if (conflict.startsWith('roles-swapped')) return { B: opposite(B), C: B };
  return { B, C: opposite(B) };
}

/**
 * The transfers that the SOCKs (and LSTN) prepare for. In `roles-swapped` they fit the exchanged transfer commands; in
 * `roles-swapped-sock-for-other-direction`, and where both servers have the same command, they are those of the plan
 * before the mix-up.
 */
function preparedFor(plan: Plan): Readonly<Record<Server, Does>> {
  const conflict = plan.conflict === 'roles-swapped' ? plan.conflict : 'none';
  return transfersOf({ ...plan, conflict });
}

/** The servers that are told to wait (LSTN or PASV). */
export function waiters({ protocol, conflict }: Plan): readonly Server[] {
  if (traitsOf[protocol].waitsBy === null || conflict === 'no-pasv') return [];
  if (conflict === 'both-pasv') return ['B', 'C'];
  return conflict === 'pasv-at-other' ? ['C'] : ['B'];
}

const otherOf = (server: Server): Server => (server === 'B' ? 'C' : 'B');

/** The address that a SOCK to `server` names, when numbers are known beforehand. */
function sockAddress(plan: Plan, server: Server, sock: Exclude<Sock, 'none'>): Address {
  const peer = otherOf(server);
  const sockets = dataSockets(plan.protocol, peer);
  // A server that retrieves sends to the peer's receive socket.
  const right = preparedFor(plan)[server] === 'RETR' ? sockets.receive : sockets.send;
  if (sock === 'wrong-parity') return { host: peer, socket: right ^ 1 };
  return { host: sock === 'wrong-host' ? 'X' : peer, socket: sock === 'wrong-socket' ? right + 4 : right };
}

const sockFor = (plan: Plan, server: Server): Sock => (server === 'B' ? plan.sockPassive : plan.sockActive);

/** A SOCK line, or none; `told` passes on the number that the other server told. */
function sockLine(plan: Plan, server: Server, told: boolean): readonly Line[] {
  const sock = sockFor(plan, server);
  if (sock === 'none') return [];
  const peer = otherOf(server);
  if (!told) return [{ say: { type: 'SOCK', address: sockAddress(plan, server, sock) } }];
  const even = preparedFor(plan)[server] === 'RETR';
  const parity = plan.protocol !== 'V430' ? 'any' : even !== (sock === 'wrong-parity') ? 'even' : 'odd';
  const wrongParity = sock === 'wrong-parity' && parity === 'any';
  const say: ToldSock = {
    type: 'SOCK',
    told: { by: peer, parity },
    host: sock === 'wrong-host' ? 'X' : peer,
    off: wrongParity ? (even ? 1 : -1) : sock === 'wrong-socket' ? 4 : 0,
  };
  return [{ say, after: [{ server: peer, answered: 1 }] }];
}

const lstn = (does: Does): Line => ({ say: { type: 'LSTN', direction: does === 'RETR' ? 'S' : 'R' } });

/** All that comes before the transfer commands. */
function preparation(plan: Plan): Script {
  const wait = waiters(plan);
  const prepared = preparedFor(plan);
  switch (plan.protocol) {
    case 'V354':
      // No command names a server's socket before it calls: SOCK can only be wrong.
      return {
        B: plan.sockPassive === 'ok' ? [] : sockLine(plan, 'B', false),
        C: plan.sockActive === 'ok' ? [] : sockLine(plan, 'C', false),
      };
    case 'V430':
      return {
        B: [{ say: { type: 'GETS' } }, ...sockLine(plan, 'B', true)],
        C: [{ say: { type: 'GETS' } }, ...sockLine(plan, 'C', true)],
      };
    case 'V438':
    case 'V454': {
      const listens = (server: Server) => (wait.includes(server) ? [lstn(prepared[server])] : []);
      // Numbers are told by LSTN, and in V438 by SOCK; where none is told, the user names the one that will be used.
      const tells = (server: Server) =>
        wait.includes(server) ||
        (traitsOf[plan.protocol].sock === 255 && wait.length === 1 && sockFor(plan, server) !== 'none');
      const sock = (server: Server) => {
        const told = tells(otherOf(server));
        const unknowable = traitsOf[plan.protocol].sock !== 255 && !told && sockFor(plan, server) === 'ok';
        return unknowable ? [] : sockLine(plan, server, told);
      };
      return { B: [...listens('B'), ...sock('B')], C: [...listens('C'), ...sock('C')] };
    }
    case 'V478':
    case 'V542': {
      const pasv = (server: Server): readonly Line[] => (wait.includes(server) ? [{ say: { type: 'PASV' } }] : []);
      const late = plan.conflict === 'sock-after-pasv';
      const lines = (server: Server) =>
        late
          ? [...pasv(server), ...sockLine(plan, server, false)]
          : [...sockLine(plan, server, false), ...pasv(server)];
      return { B: lines('B'), C: lines('C') };
    }
  }
}

/** The whole script. */
export function scriptFor(plan: Plan): Script {
  const before = preparation(plan);
  const does = transfersOf(plan);
  const first: Server = plan.order === 'AW' ? 'C' : 'B';
  const spell = (name: Does): FtpCommand =>
    name === 'RETR' ? { type: plan.figureSpelling ? 'RTRV' : 'RETR' } : { type: plan.appends ? 'APPE' : 'STOR' };
  const lines: Record<Server, Line[]> = { B: [...before.B], C: [...before.C] };
  const order = [first, otherOf(first)] as const;
  const answered = () => order.map((server) => ({ server, answered: lines[server].length }));

  for (let transfer = 1; transfer <= (plan.transfers ?? 1); transfer++) {
    if (transfer > 1) {
      const done = order.map((server) => ({ server, done: transfer - 1 }));
      for (const server of waiters(plan)) {
        const again = lines[server].find(({ say }) => say.type === 'PASV' || say.type === 'LSTN');
        if (again) lines[server].push({ ...again, after: done });
      }
    }
    const ready: NonNullable<Line['after']> = [
      ...answered(),
      ...order.map((server) => ({ server, done: transfer - 1 })),
    ];
    const say = (server: Server): Line => ({ say: spell(does[server]), after: ready, transfer: true });
    lines[first].push(say(first));
    const then = plan.order === 'conc' ? ready : [...ready, { server: first, answered: lines[first].length }];
    lines[otherOf(first)].push({ ...say(otherOf(first)), after: then });
  }
  if (plan.leaves) {
    const done = order.map((server) => ({ server, done: plan.transfers ?? 1 }));
    for (const server of order) lines[server].push({ say: { type: 'BYE' }, after: done });
  }
  if (!plan.hurries) return lines;
  const hurried = (all: readonly Line[]): readonly Line[] =>
    all.map(({ say, transfer, after }) =>
      'told' in say ? { say, ...(after && { after }) } : { say, hurry: true, ...(transfer && { transfer }) },
    );
  return { B: hurried(lines.B), C: hurried(lines.C) };
}
