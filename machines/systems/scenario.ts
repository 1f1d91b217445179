/**
 * What a three-party system is made for: knobs, script, faults, bounds; and what follows from it.
 */
import type { Script, Server } from '../ftp-script.ts';
import type { NcpKnobs, ServerKnobs } from '../knobs.ts';
import type { Address, HostName } from '../messages.ts';
import { dataSockets } from '../scripts.ts';
import { nameOf } from './names.ts';

export type Scenario = {
  readonly name: string;
  readonly ncp: Readonly<Record<HostName, NcpKnobs>>;
  readonly server: Readonly<Record<Server, ServerKnobs>>;
  readonly script: Script;
  /** Pieces of a file; 0 is an empty one. */
  readonly pieces: number;
  readonly user: { readonly mayAbort: boolean; readonly mayAbandon: boolean; readonly cleansUp: boolean };
  /** Servers that may say "not found" or "denied" before they connect. */
  readonly fileFaults: readonly Server[];
  /** Servers that may run out of storage during a transfer. */
  readonly storageFaults: readonly Server[];
  /** A caller at host X: its own socket, whom it calls, how often. */
  readonly intruder: null | { readonly from: number; readonly target: Address; readonly calls: number };
  readonly crash: null | { readonly server: Server; readonly restarts: 'never' | 'with reset' | 'without reset' };
  /** Messages that may be lost, by ordered pair of hosts (`C>B`). */
  readonly loses?: Readonly<Record<string, number>>;
  /** H29: the byte size that a server's session has set; null where none is set. */
  readonly sizes?: Readonly<Record<Server, number | null>>;
  /** What keeps messages in order: the pair of hosts, or only the link. */
  readonly order: 'host pair' | 'link';
  /** Whether receive sockets have links of their own (NCP-08), or all the same one. */
  readonly links: 'distinct' | 'shared';
};

type Ends = { readonly receive: number; readonly send: number };

/** A scenario and what follows from it. */
export type Setting = {
  readonly scenario: Scenario;
  readonly sockets: Readonly<Record<Server, Ends>>;
  /** User A's own data sockets, U+4 and U+5 of each session (FTP-10): 10 and 20 stand for U. */
  readonly userSockets: Readonly<Record<Server, Readonly<Record<keyof Ends, Address>>>>;
  /** Every socket that a message can name. */
  readonly addresses: readonly Address[];
  /** The sockets with a process behind them. */
  readonly served: readonly string[];
  /** Whom a socket resets after a crash. */
  readonly peers: Readonly<Record<string, readonly Address[]>>;
};

const sessionEnds = (base: number): Record<keyof Ends, Address> => ({
  receive: { host: 'A', socket: base + 4 },
  send: { host: 'A', socket: base + 5 },
});

/** The addresses that a script can come to name, told numbers included. */
function namedIn(script: Script, sockets: Setting['sockets']): readonly Address[] {
  return [...script.B, ...script.C].flatMap(({ say }) => {
    if (say.type !== 'SOCK') return [];
    if (!('told' in say)) return [say.address];
    const { receive, send } = sockets[say.told.by];
    return [receive, send].map((socket) => ({ host: say.host, socket: socket + say.off }));
  });
}

export function settingOf(scenario: Scenario): Setting {
  const sockets = {
    B: dataSockets(scenario.server.B.protocol, 'B'),
    C: dataSockets(scenario.server.C.protocol, 'C'),
  };
  const own = (host: Server): Address[] => [
    { host, socket: sockets[host].receive },
    { host, socket: sockets[host].send },
  ];
  const userSockets = { B: sessionEnds(10), C: sessionEnds(20) };
  const servers = [...own('B'), ...own('C')];
  const callers: readonly Address[] = scenario.intruder ? [{ host: 'X', socket: scenario.intruder.from }] : [];
  const users = [...Object.values(userSockets.B), ...Object.values(userSockets.C)];
  const all = [...servers, ...callers, ...users, ...namedIn(scenario.script, sockets)];
  return {
    scenario,
    sockets,
    userSockets,
    addresses: [...new Map(all.map((address) => [nameOf(address), address])).values()],
    served: [...servers, ...callers].map(nameOf),
    peers: Object.fromEntries(
      own('B').flatMap((b) =>
        own('C')
          .filter((c) => c.socket % 2 !== b.socket % 2)
          .flatMap((c) => [
            [nameOf(b), [c]],
            [nameOf(c), [b]],
          ]),
      ),
    ),
  };
}
