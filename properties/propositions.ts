/**
 * Facts and events by name, for formulas on the command line: `check <run> --ltl 'G (retrAccepted -> F (done | refused))'`.
 * Those about servers are for server-server transfers, those about ends for the runs of two sockets.
 */
import { secondary } from '../machines/ftp-replies.ts';
import type { Session } from '../machines/ftp-session.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import type { Predicate, Step, View, Vocable } from '../src/model/index.ts';
import { nearIs, twoEnds } from './ncp-words.ts';
import {
  completed,
  doneAt,
  ends,
  failedAt,
  isFree,
  isListening,
  isOpen,
  isPassive,
  isTransferring,
  isWaiting,
  serverIs,
  servers,
  session,
} from './three-party-facts.ts';

const fact = <V extends View>(name: string, says: string, holds: Predicate<V>): Vocable => ({
  proposition: { kind: 'state', name, holds: holds as unknown as Predicate },
  says,
});
const event = (name: string, says: string, taken: (step: Step) => boolean): Vocable => ({
  proposition: { kind: 'event', name, taken },
  says,
});

/** A server has looked at its file and is at work on one of these commands. */
const hasAccepted = (state: ThreeParty, ...commands: readonly Session['command'][]): boolean =>
  servers.some(
    (server) =>
      commands.includes(session(state, server).command) && serverIs(state, server, 'serving.transfer.engaged'),
  );

/** The user hears a reply of one of these kinds. */
export const hears = ({ kind, party, message }: Step, isMeant: (code: number) => boolean): boolean =>
  kind === 'deliver' && party === 'user' && message.type === 'REPLY' && isMeant(message.code as number);
/** Whether a code reports the end of a transfer, good or bad. */
export const endsTransfer = (code: number): boolean => secondary.some((each) => each === code) || code >= 400;
/** A request for a connection is put on a wire. */
export const requests = ({ sends }: Step): boolean =>
  sends.some(({ channel, message }) => channel.startsWith('wire.') && ['STR', 'RTS'].includes(message.type));
/** A server takes a command of one of these types from the user. */
export const takesCommand = ({ kind, party, message }: Step, ...types: readonly string[]): boolean =>
  kind === 'deliver' && party.startsWith('server.') && types.includes(message.type);

/** Everything that can be named, in the order of `list --propositions`. */
export const propositions: readonly Vocable[] = [
  fact<ThreeParty>('retrAccepted', 'A server is at work on RETR: its file is there.', (state) =>
    hasAccepted(state, 'RETR'),
  ),
  fact<ThreeParty>('storAccepted', 'A server is at work on STOR or APPE: it may write its file.', (state) =>
    hasAccepted(state, 'STOR', 'APPE'),
  ),
  fact<ThreeParty>('passive', 'A server has been told by PASV to wait, and does so.', (state) =>
    servers.some((server) => isPassive(state, server)),
  ),
  fact<ThreeParty>('listening', 'A data socket of a server listens.', (state) =>
    servers.some((server) => ends.some((end) => isListening(state, server, end))),
  ),
  fact<ThreeParty>('waiting', 'A server with a transfer command waits for its data connection.', (state) =>
    servers.some((server) => isWaiting(state, server)),
  ),
  fact<ThreeParty>('connected', 'A data connection is open at both servers.', (state) =>
    servers.every((server) => ends.some((end) => isOpen(state, server, end))),
  ),
  fact<ThreeParty>('idle', 'No server has a transfer command.', (state) =>
    servers.every((server) => !isTransferring(state, server)),
  ),
  fact<ThreeParty>('free', 'No data socket of a server is in use.', (state) =>
    servers.every((server) => ends.every((end) => isFree(state, server, end))),
  ),
  fact<ThreeParty>('reported', 'A server has reported the end of its transfer, heard or on its way.', (state) =>
    servers.some((server) => doneAt(state, server) > 0),
  ),
  fact<ThreeParty>('done', 'Both servers have reported the end, and the whole file has arrived.', completed),
  fact<ThreeParty>('refused', 'A server has reported an error, heard or on its way.', (state) =>
    servers.some((server) => failedAt(state, server)),
  ),
  event('hearsBegin', 'The user hears rc250: a transfer begins.', (step) => hears(step, (code) => code === 250)),
  event('hearsEnd', 'The user hears that a transfer has ended, well or not.', (step) => hears(step, endsTransfer)),
  event('hearsError', 'The user hears an error.', (step) => hears(step, (code) => code >= 400)),
  event('toldToWait', 'A server takes LSTN or PASV from the user.', (step) => takesCommand(step, 'LSTN', 'PASV')),
  event('takesTransfer', 'A server takes RETR, STOR or APPE from the user.', (step) =>
    takesCommand(step, 'RETR', 'RTRV', 'STOR', 'APPE'),
  ),
  event('requests', 'A request for a connection (STR or RTS) is put on a wire.', requests),
  event(
    'dataArrives',
    'A message of data comes to an NCP.',
    ({ kind, message }) => kind === 'deliver' && message.type === 'DATA',
  ),
  fact<Sockets>('endsOpen', 'Both ends of two sockets are open.', (state) =>
    twoEnds.every((pair) => nearIs(state, pair, 'open')),
  ),
  fact<Sockets>('endsClosed', 'Both ends of two sockets are closed.', (state) =>
    twoEnds.every((pair) => nearIs(state, pair, 'closed')),
  ),
];
