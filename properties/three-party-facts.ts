/**
 * Facts about a server-server transfer, from which the claims are made.
 */
import type { Server } from '../machines/ftp-script.ts';
import type { End, Session } from '../machines/ftp-session.ts';
import { ownEnd } from '../machines/ftp-session.ts';
import type { Address, Command, Reply } from '../machines/messages.ts';
import type { Memory as SocketMemory } from '../machines/ncp-memory.ts';
import { nameOf } from '../machines/systems/names.ts';
import { type ThreeParty, isWhole } from '../machines/systems/three-party-endings.ts';
import type { LocalView } from '../src/model/index.ts';

export const servers = ['B', 'C'] as const satisfies readonly Server[];
export const ends = ['receive', 'send'] as const satisfies readonly End[];
export const peerOf = { B: 'C', C: 'B' } as const satisfies Record<Server, Server>;

export const session = (state: ThreeParty, server: Server): Session => state.party[`server.${server}`].context;
export const serverIs = (state: ThreeParty, server: Server, path: string): boolean =>
  state.party[`server.${server}`].matches(path);
export const talk = (state: ThreeParty, server: Server) => state.party.user.context[server];

/** The NCP's view of a data socket of a server. */
export const socket = (state: ThreeParty, server: Server, end: End): LocalView<SocketMemory> =>
  state.party[nameOf({ host: server, socket: session(state, server).sockets[end] }) as `ncp.${string}`]!;

export const isOpen = (state: ThreeParty, server: Server, end: End): boolean =>
  socket(state, server, end).matches('open');
export const isListening = (state: ThreeParty, server: Server, end: End): boolean =>
  socket(state, server, end).matches('listening');
/** Nothing of the socket is in use. */
export const isFree = (state: ThreeParty, server: Server, end: End): boolean =>
  socket(state, server, end).matches('closed');

export const isPassive = (state: ThreeParty, server: Server): boolean =>
  serverIs(state, server, 'serving.role.passive');
export const isTransferring = (state: ThreeParty, server: Server): boolean => session(state, server).command !== null;
/** Waits for a data connection that has not come. */
export const isWaiting = (state: ThreeParty, server: Server): boolean =>
  serverIs(state, server, 'serving.transfer.engaged.waiting');

/** The ends that matter at a passive server: both until a transfer command says which. */
export const endsInUse = (state: ThreeParty, server: Server): readonly End[] =>
  isTransferring(state, server) && !serverIs(state, server, 'serving.transfer.unready')
    ? [ownEnd(session(state, server))]
    : ends;

/** Commands on the wire from one server's host to the other's, head first. */
export const wire = (state: ThreeParty, from: Server): readonly Command[] =>
  state.channel[`wire.${from}>${peerOf[from]}`] as unknown as readonly Command[];
export const isRequest = (command: Command | undefined): command is Extract<Command, { type: 'STR' | 'RTS' }> =>
  command?.type === 'STR' || command?.type === 'RTS';
export const sameAddress = (a: Address | null, b: Address | null): boolean =>
  a !== null && b !== null && a.host === b.host && a.socket === b.socket;

/** Replies on their way to the user. */
export const repliesOf = (state: ThreeParty, server: Server): readonly Reply[] =>
  state.channel[`control.${server}>A`] as unknown as readonly Reply[];
export const isDone = ({ code }: Reply): boolean => code === 252 || code === 257;
/** How many ends of transfers a server has reported, heard by the user or still on their way. */
export const doneAt = (state: ThreeParty, server: Server): number =>
  talk(state, server).done + repliesOf(state, server).filter(isDone).length;
/** Errors that a server has reported, heard or on their way. */
export const failedAt = (state: ThreeParty, server: Server): boolean =>
  talk(state, server).errors.length > 0 || repliesOf(state, server).some(({ code }) => code >= 400);

/** Whether a server's file is the whole file of its peer. */
export const hasWholeFile = (state: ThreeParty, server: Server): boolean =>
  isWhole(session(state, server).file, server, session(state, peerOf[server]).pieces);

/** Both servers reported the end, and the file arrived whole. */
export const completed = (state: ThreeParty): boolean =>
  servers.every((server) => doneAt(state, server) > 0) && servers.some((server) => hasWholeFile(state, server));

/** Nothing has been said yet. */
export const atStart = (state: ThreeParty): boolean => servers.every((server) => talk(state, server).at === 0);
/** Every line of the script has been said to a server. */
/** How many commands have been said to a server. */
export const saidTo = (state: ThreeParty, server: Server): number =>
  talk(state, server).at + (talk(state, server).aborted ? 1 : 0);
export const allSaid = (state: ThreeParty, server: Server): boolean =>
  talk(state, server).at === state.party.user.context.script[server].length;
