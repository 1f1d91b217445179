/**
 * How a session, a transfer and a connection end, and that none of them outlives what it rests on, step by step.
 *
 * Source  RFC 354 pp. 5-7, 17; RFC 385 4, 8, 12; RFC 454 pp. 8-9; NIC 8246 p. 12.
 */
import { cite } from '../machines/clauses.ts';
import { ownEnd } from '../machines/ftp-session.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, type Claim, everyStep, type Step } from '../src/model/index.ts';
import { callsOf, commandTo, heard, notesOf, repliesIn, replyTo, serving } from './ftp-step-words.ts';
import { ends, isDone, isPassive, isTransferring, serverIs, servers, session } from './three-party-facts.ts';

type Server = (typeof servers)[number];
type End = (typeof ends)[number];

const isLeaving = (state: ThreeParty, server: Server): boolean => serverIs(state, server, 'serving.dialogue.leaving');
const isMoving = (state: ThreeParty, server: Server): boolean =>
  serverIs(state, server, 'serving.transfer.engaged.moving');

/** Whether the connection of an end is over with this step: the server closes it, or is told. */
function isCut(step: Step, before: ThreeParty, after: ThreeParty, server: Server, end: End): boolean {
  const number = session(before, server).sockets[end];
  const notes = notesOf(step, server, number);
  if (notes.includes('OPENED')) return false;
  const closes = callsOf(step, server).some(({ type, socket }) => type === 'CLOSE' && socket === number);
  const finishes = serverIs(after, server, 'serving.transfer.engaged.moving.finishing');
  return (closes && !finishes) || ['LOST', 'PEER_CLOSED', 'CLOSED'].some((note) => notes.includes(note));
}

/** The code for each thing that a server may find wrong with its file. */
const causes: Readonly<Record<string, number>> = { NOT_FOUND: 450, DENIED: 451, NO_STORAGE: 453 };

/** For every transfer. */
export const sessionConduct: readonly Claim[] = [
  everyStep<ThreeParty>('a session ends with BYE or the loss of its control connection, and does not come back', {
    ...cite('FTP-05', 'FTP-06', 'FTP-45', 'E1', 'E3'),
    holds: (before, step, after) =>
      servers.every((server) => {
        if (!serving(before, server)) return !serving(after, server);
        const bye = commandTo(step)?.server === server && step.message.type === 'BYE';
        if (isLeaving(after, server)) return isLeaving(before, server) || bye;
        if (serving(after, server)) return !isLeaving(before, server);
        const lost = step.message.type === 'CONTROL_LOST' && step.party === `server.${server}`;
        return lost || bye || isLeaving(before, server) || heard(step, server, 'CRASH');
      }),
  }),
  always<ThreeParty>('a server is at work on a transfer exactly as long as it has a command for one', {
    ...cite('FTP-03', 'FTP-13'),
    holds: (state) =>
      servers.every(
        (server) =>
          !serving(state, server) ||
          isTransferring(state, server) !== serverIs(state, server, 'serving.transfer.unready.idle'),
      ),
  }),
  everyStep<ThreeParty>('a server that has found its file makes its connection, waits for it, or says why not', {
    ...cite('FTP-31', 'FTP-36', 'R478-07'),
    holds: (_before, { party, kind, message }, after) =>
      servers.every(
        (server) =>
          kind !== 'own' ||
          party !== `server.${server}` ||
          message.type !== 'FILE_OK' ||
          !serverIs(after, server, 'serving.transfer.unready.checking'),
      ),
  }),
  everyStep<ThreeParty>('what is wrong with a file is reported by the code for it, once', {
    ...cite('FTP-36', 'FTP-39', 'E12'),
    holds: (_before, step, after) =>
      servers.every((server) => {
        const code = causes[step.message.type];
        if (step.kind !== 'own' || step.party !== `server.${server}` || code === undefined) return true;
        return (
          !isTransferring(after, server) &&
          repliesIn(step, server)
            .map((reply) => reply.code)
            .join() === String(code)
        );
      }),
  }),
  everyStep<ThreeParty>('a server knows of no connection that it has closed or lost', {
    ...cite('FTP-39', 'NCP-40', 'NCP-76', 'H4', 'H5', 'H21', 'H33'),
    holds: (before, step, after) =>
      servers.every(
        (server) =>
          !serving(before, server) ||
          !serving(after, server) ||
          ends.every((end) => !isCut(step, before, after, server, end) || session(after, server).opened[end] === null),
      ),
  }),
  everyStep<ThreeParty>('a transfer does not outlive its connection', {
    ...cite('FTP-39', 'FTP-41', 'NCP-45', 'NCP-46', 'NCP-76'),
    holds: (before, step, after) =>
      servers.every((server) => {
        if (!isMoving(before, server)) return true;
        const was = session(before, server);
        const notes = notesOf(step, server, was.sockets[ownEnd(was)]);
        return !(notes.includes('LOST') || notes.includes('PEER_CLOSED')) || !isTransferring(after, server);
      }),
  }),
  everyStep<ThreeParty>('CLS after data is the end of the file, also of data that came before the transfer command', {
    ...cite('FTP-38', 'FTP-41', 'NCP-44', 'H20'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const { command, sockets, storing, early } = session(before, server);
        if (!isMoving(before, server) || command === 'RETR' || isTransferring(after, server)) return true;
        const hasData = storing.length + early.length > 0;
        if (!hasData || !notesOf(step, server, sockets.receive).includes('PEER_CLOSED')) return true;
        return repliesIn(step, server).some(isDone);
      }),
  }),
  everyStep<ThreeParty>('PASV that comes again gives up a connection that came before it', {
    ...cite('H5', 'FTP-46'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const asked = commandTo(step);
        if (asked?.server !== server || asked.command.type !== 'PASV' || !isPassive(before, server)) return true;
        return (
          replyTo(step, server, 'PASV') !== 200 || ends.every((end) => session(after, server).opened[end] === null)
        );
      }),
  }),
];
