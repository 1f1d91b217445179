/**
 * The kinds of end that a server-server transfer can come to, most serious first.
 *
 * stolen     bytes went to, or came from, a socket that is not the peer's
 * false-252  a server reported the end of the transfer and no whole file arrived
 * rcNNN      a server reported an error (rc505, rc452, rc454, then any other)
 * completes  both servers reported the end and the file arrived whole
 * idle       no transfer was asked for, and every command has its reply
 * aborted, abandoned, server lost   the user ended it, or knows that a server is gone
 * Anything else is nobody's wish: somebody waits for ever and was told no error.
 */
import type { Ending, View } from '../../src/model/index.ts';
import type { Server, UserMemory } from '../ftp-script.ts';
import type { Session } from '../ftp-session.ts';
import type { IntruderMemory } from '../intruder.ts';
import type { Bytes, HostName } from '../messages.ts';
import type { Memory as SocketMemory } from '../ncp-memory.ts';
import { wires } from './names.ts';
import type { Setting } from './scenario.ts';

/** The parties that claims about a three-party system look at. */
export type ThreeParty = View<{
  readonly user: UserMemory;
  readonly 'server.B': Session;
  readonly 'server.C': Session;
  readonly intruder: IntruderMemory;
  readonly [socket: `ncp.${string}`]: SocketMemory;
}>;

const peerOf = (server: Server): HostName => (server === 'B' ? 'C' : 'B');
const servers = ['B', 'C'] as const;
const order = [505, 452, 454] as const;

const sessionOf = (state: ThreeParty, server: Server): Session => state.party[`server.${server}`].context;

/** Whether a server has sent bytes to, or taken bytes from, a host that is not its peer. */
export const wasRobbed = (state: ThreeParty, server: Server): boolean =>
  sessionOf(state, server).exchangedWith.some((host) => host !== peerOf(server));

/** Whether a server's last stored file is the whole file of its peer. */
export const isWhole = (file: readonly Bytes[] | null, server: Server, pieces: number): boolean =>
  file !== null &&
  file.length === pieces &&
  file.every(({ of, piece }, index) => of === peerOf(server) && piece === index + 1);

/** Names an end; `undefined` where somebody waits for ever and nobody was told. */
export function endingOf({ scenario }: Setting): (state: View) => Ending | undefined {
  const transfers = (server: Server): number => scenario.script[server].filter(({ transfer }) => transfer).length;
  const wanted = { B: transfers('B'), C: transfers('C') };
  return (view) => {
    const state = view as unknown as ThreeParty;
    if (servers.some((server) => wasRobbed(state, server))) return { name: 'stolen', fine: false };
    const user = state.party.user.context;
    const arrived = servers.some((server) => isWhole(sessionOf(state, server).file, server, scenario.pieces));
    if (user.B.done + user.C.done > 0 && !arrived) return { name: 'false-252', fine: false };
    const errors = [...user.B.errors, ...user.C.errors];
    const first = order.find((code) => errors.includes(code)) ?? errors[0];
    if (first !== undefined) return { name: `rc${first}`, fine: true };
    // Hosts that go on for ever have not ended, whatever the user did.
    if (wires.some((name) => state.channel[name]!.length > 0)) return undefined;
    const nothingAsked = servers.every((server) => wanted[server] === 0 && user[server].awaiting === null);
    if (nothingAsked) return { name: 'idle', fine: true };
    if (arrived && servers.every((server) => user[server].done === wanted[server]))
      return { name: 'completes', fine: true };
    if (servers.some((server) => state.party.user.matches(`with${server}.gone`))) {
      return { name: scenario.user.mayAbandon ? 'abandoned' : 'server lost', fine: true };
    }
    if (user.B.aborted || user.C.aborted) return { name: 'aborted', fine: true };
    return undefined;
  };
}
