/** What a user says to one server: a transfer asked for more or less as it should be, and anything else in between. */
import fc from 'fast-check';

import { traitsOf } from '../../machines/ftp-replies.ts';
import type { Server } from '../../machines/ftp-script.ts';
import type { ServerKnobs } from '../../machines/knobs.ts';
import type { Address, FtpCommand } from '../../machines/messages.ts';
import { dataSockets } from '../../machines/scripts.ts';

/** A command, and whether it is said without waiting for the reply. */
export type Said = { readonly say: FtpCommand; readonly hurry: boolean };

type Protocol = ServerKnobs['protocol'];
export type Protocols = Readonly<Record<Server, Protocol>>;

/** Most lines to one server: the systems stay small enough to be searched. */
const most = 4;

const otherOf = (server: Server): Server => (server === 'B' ? 'C' : 'B');

/**
 * Sockets that a user can come to name to a server: the other server's, one beside them, the user's own, a stranger's.
 * Never one of the server's own host: a connection of a host with itself goes over no wire of the system.
 */
function known(server: Server, protocols: Protocols): readonly Address[] {
  const peer = otherOf(server);
  const { receive, send } = dataSockets(protocols[peer], peer);
  const session = server === 'B' ? 10 : 20;
  return [
    ...[receive, send, receive + 4].map((socket): Address => ({ host: peer, socket })),
    ...[session + 4, session + 5].map((socket): Address => ({ host: 'A', socket })),
    ...[400, 401].map((socket): Address => ({ host: 'X', socket })),
  ];
}

const transferCommands = ['STOR', 'RETR', 'APPE', 'RTRV'] as const;

const anyCommand = (server: Server, protocols: Protocols): fc.Arbitrary<FtpCommand> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...transferCommands).map((type) => ({ type })) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...known(server, protocols)).map((address) => ({ type: 'SOCK', address })),
    },
    { weight: 2, arbitrary: fc.constantFrom('S', 'R').map((direction) => ({ type: 'LSTN', direction })) },
    { weight: 4, arbitrary: fc.constantFrom('PASV', 'ABOR', 'REIN', 'BYE', 'GETS').map((type) => ({ type })) },
  ) as fc.Arbitrary<FtpCommand>;

/** What asks a server for its part of a transfer, in order; `waits` tells it to be called, if it can be told. */
function request(server: Server, protocols: Protocols, does: 'STOR' | 'RETR', waits: boolean): readonly FtpCommand[] {
  const has = traitsOf[protocols[server]].commands;
  const peer = otherOf(server);
  const sockets = dataSockets(protocols[peer], peer);
  const wait: readonly FtpCommand[] = [{ type: 'PASV' }, { type: 'LSTN', direction: does === 'RETR' ? 'S' : 'R' }];
  return [
    { type: 'SOCK', address: { host: peer, socket: does === 'RETR' ? sockets.receive : sockets.send } },
    ...(waits ? wait.filter(({ type }) => has.includes(type)) : []),
    { type: does },
  ];
}

/** With at most one line left out, and at most two other commands put in anywhere. */
const disturbed = (
  lines: readonly FtpCommand[],
  server: Server,
  protocols: Protocols,
): fc.Arbitrary<readonly FtpCommand[]> =>
  fc
    .tuple(
      fc.nat({ max: 2 * most }),
      fc.array(fc.tuple(fc.nat({ max: most - 1 }), anyCommand(server, protocols)), { maxLength: 2 }),
    )
    .map(([without, others]) => {
      const kept = lines.filter((_, at) => at !== without);
      return others.reduce((all, [at, other]) => all.toSpliced(at, 0, other), kept).slice(0, most);
    });

type Lines = Readonly<Record<Server, readonly FtpCommand[]>>;

/** One transfer asked for, more or less as it should be: who sends, and who is told to wait. */
const disturbedTransfer = (protocols: Protocols): fc.Arbitrary<Lines> =>
  fc
    .tuple(fc.constantFrom<Server>('B', 'C'), fc.constantFrom<readonly Server[]>(['B'], ['C'], ['B', 'C'], []))
    .chain(([sender, waiting]) => {
      const lines = (server: Server) =>
        request(server, protocols, server === sender ? 'RETR' : 'STOR', waiting.includes(server));
      return fc.record({
        B: disturbed(lines('B'), 'B', protocols),
        C: disturbed(lines('C'), 'C', protocols),
      });
    });

const anything = (protocols: Protocols): fc.Arbitrary<Lines> => {
  const lines = (server: Server) => fc.array(anyCommand(server, protocols), { maxLength: most });
  return fc.record({ B: lines('B'), C: lines('C') });
};

/** What is said to both servers. */
export function said(protocols: Protocols): fc.Arbitrary<Readonly<Record<Server, readonly Said[]>>> {
  const lines = fc.oneof(
    { weight: 3, arbitrary: disturbedTransfer(protocols) },
    { weight: 1, arbitrary: anything(protocols) },
  );
  const hurries = fc.array(fc.boolean(), { minLength: 2 * most, maxLength: 2 * most });
  return fc.tuple(lines, hurries).map(([{ B, C }, hurry]) => ({
    B: B.map((say, at) => ({ say, hurry: hurry[at] === true })),
    C: C.map((say, at) => ({ say, hurry: hurry[most + at] === true })),
  }));
}

/** Whether a command asks for a transfer. */
export const isTransfer = ({ type }: FtpCommand): boolean => transferCommands.some((each) => each === type);
