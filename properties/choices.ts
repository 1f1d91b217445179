/**
 * What the servers of a run do where the documents leave it open: a run says how it decides, and its servers keep to that.
 *
 * The choices are those that the run was made with, not those that its servers say they have: a server that decides
 * otherwise than its run is told here.
 *
 * Source  the holes H2-H9, H13, H14, H21-H24, H27, H35; RFC 454 pp. 21-27 for the codes; RFC 385 8, RFC 542 p. 34.
 */
import { cite } from '../machines/clauses.ts';
import { traitsOf } from '../machines/ftp-replies.ts';
import { type End, endFor, endUsed, otherEnd, ownEnd } from '../machines/ftp-session.ts';
import type { ServerKnobs } from '../machines/knobs.ts';
import type { Address, FtpCommand, Reply } from '../machines/messages.ts';
import type { Scenario } from '../machines/systems/scenario.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, type Claim, everyStep, type Family, family, reaches, type Step } from '../src/model/index.ts';
import { commandTo, given, isTransferCommand, notesOf, repliesIn, replyTo, serving } from './ftp-step-words.ts';
import { ncpChoices } from './ncp-choices.ts';
import { ends, isDone, isPassive, isTransferring, serverIs, servers, session } from './three-party-facts.ts';

type Server = (typeof servers)[number];
/** How each server decides. */
type Choices = Scenario['server'];

const isLeaving = (state: ThreeParty, server: Server): boolean => serverIs(state, server, 'serving.dialogue.leaving');
const isEngaged = (state: ThreeParty, server: Server): boolean => serverIs(state, server, 'serving.transfer.engaged');
const isPromised = (state: ThreeParty, server: Server): boolean => serverIs(state, server, 'serving.role.promising');

const differs = (known: Address | null, { host, socket }: Address): boolean =>
  known !== null && (known.host !== host || known.socket !== socket);

/** Whether a server holds the same sockets for the same purpose after a step as before. */
const holdsOn = (before: ThreeParty, after: ThreeParty, server: Server): boolean =>
  isPassive(before, server) === isPassive(after, server) &&
  ends.every((end) => session(before, server).allocated[end] === session(after, server).allocated[end]);

/** Whether a server holds nothing that it was told to wait with. */
const holdsNothing = (state: ThreeParty, server: Server): boolean =>
  serverIs(state, server, 'serving.role.active') && ends.every((end) => !session(state, server).allocated[end]);

/** A claim on every server of which a step asks something, or that does something of itself, while its session goes on. */
const onServer = (
  name: string,
  cites: { readonly cites: readonly string[] },
  holds: (before: ThreeParty, server: Server, step: Step, after: ThreeParty) => boolean,
): Claim =>
  everyStep<ThreeParty>(name, {
    ...cites,
    holds: (before, step, after) =>
      servers.every(
        (server) => !serving(before, server) || !serving(after, server) || holds(before, server, step, after),
      ),
  });

/** The command that a step brings to this server. */
const asked = (step: Step, server: Server): FtpCommand | undefined => {
  const brought = commandTo(step);
  return brought?.server === server ? brought.command : undefined;
};

const codes = (replies: readonly Reply[]): readonly number[] => replies.map(({ code }) => code);

/** The reply that SOCK is due: a refusal by H2, H3 or H4, or the one that the protocol has. */
function sockDue(before: ThreeParty, server: Server, chosen: ServerKnobs, address: Address): number {
  const { peer, opened } = session(before, server);
  const end = endFor(address);
  const passive = isPassive(before, server);
  if (isTransferring(before, server)) return 504;
  if (chosen.contradictingSock === 'rc505' && differs(peer[end], address)) return 505;
  if (passive && chosen.sockAgainstOpen === 'rc505' && differs(opened[end], address)) return 505;
  return passive && chosen.lateSock === 'rc504' ? 504 : traitsOf[chosen.protocol].sock;
}

/** The reply that PASV is due in a variant that has it. */
function pasvDue(before: ThreeParty, server: Server, chosen: ServerKnobs): number {
  const { peer } = session(before, server);
  if (isTransferring(before, server)) return 504;
  if (isPassive(before, server)) return chosen.secondPasv === 'rc504' ? 504 : 200;
  return chosen.pasvNeedsSock && peer.receive === null && peer.send === null ? 503 : 200;
}

const aboutCommands = (chosenBy: Choices): readonly Claim[] => [
  onServer(
    'SOCK is refused where it contradicts or comes too late, as was chosen, and told what the protocol tells elsewhere',
    cite('FTP-11', 'FTP-19', 'R438-18', 'R478-13', 'H2', 'H3', 'H4', 'H18'),
    (before, server, step, after) => {
      const command = asked(step, server);
      if (command?.type !== 'SOCK' || isLeaving(before, server)) return true;
      const { address } = command;
      const chosen = chosenBy[server];
      const end = endFor(address);
      const due = sockDue(before, server, chosen, address);
      const [reply] = given(step, server, 'SOCK');
      if (reply?.code !== due) return false;
      const named = chosen.sockTells === 'own' ? session(before, server).sockets[end] : address.socket;
      if (due === 255 && reply.sockets?.join() !== String(named)) return false;
      const { opened } = session(before, server);
      if (due >= 500 || !isPassive(before, server) || !differs(opened[end], address)) return true;
      const closes = chosen.lateSock === 'at once' && chosen.sockAgainstOpen === 'close';
      return (session(after, server).opened[end] === null) === closes;
    },
  ),
  onServer(
    'PASV is refused out of turn, without the SOCK that it needs, or when it comes again, as was chosen',
    cite('FTP-03', 'R478-14', 'R478-19', 'H5', 'H27'),
    (before, server, step) => {
      const known = traitsOf[chosenBy[server].protocol].commands.includes('PASV');
      if (asked(step, server)?.type !== 'PASV' || isLeaving(before, server) || isPromised(before, server)) return true;
      return replyTo(step, server, 'PASV') === (known ? pasvDue(before, server, chosenBy[server]) : 506);
    },
  ),
  onServer(
    'a transfer command against the direction of LSTN is refused or obeyed, as was chosen',
    cite('R438-14', 'H14'),
    (before, server, step) => {
      const command = asked(step, server);
      if (command === undefined || !isTransferCommand(command.type) || isTransferring(before, server)) return true;
      const { allocated } = session(before, server);
      const against = (allocated.receive || allocated.send) && !allocated[endUsed(command.type)];
      return (replyTo(step, server, command.type) === 505) === (against && chosenBy[server].againstLstn === 'rc505');
    },
  ),
  onServer(
    'a server that will call names its socket first, where the protocol has it do so',
    cite('FTP-11', 'R478-17'),
    (before, server, step, after) => {
      const command = asked(step, server);
      if (command === undefined || !isTransferCommand(command.type)) return true;
      const told = repliesIn(step, server).filter(({ of }) => of === 'spontaneous');
      const taken = !isTransferring(before, server) && isTransferring(after, server);
      const { allocated, sockets } = session(before, server);
      const end = endUsed(command.type);
      const waits = isPassive(before, server) || allocated[end];
      if (!taken || waits || !traitsOf[chosenBy[server].protocol].announces) return told.length === 0;
      return told.length === 1 && told[0]?.sockets?.join() === String(sockets[end]);
    },
  ),
];

const aboutTransfers = (chosenBy: Choices): readonly Claim[] => [
  onServer(
    'rc250 comes with the connection, or before it is tried, as was chosen',
    cite('FTP-35', 'H22'),
    (before, server, _step, after) => {
      const early = chosenBy[server].replyTiming === 'early';
      const { started } = session(after, server);
      if (!started) return !early || !isEngaged(after, server);
      return early || session(before, server).started || serverIs(after, server, 'serving.transfer.engaged.moving');
    },
  ),
  onServer(
    'the end of a transfer is reported by the code that the protocol has for it',
    cite('FTP-40', 'R438-16'),
    (_before, server, step) => {
      const done = repliesIn(step, server).filter(isDone);
      return done.every(({ code }) => code === traitsOf[chosenBy[server].protocol].done);
    },
  ),
  onServer(
    'ABOR of a transfer that waits or moves is reported once or twice, as was chosen',
    cite('FTP-43', 'H9'),
    (before, server, step) => {
      if (asked(step, server)?.type !== 'ABOR' || !isEngaged(before, server)) return true;
      const twice = chosenBy[server].aborReportsTransfer;
      return [...codes(repliesIn(step, server))].sort().join() === (twice ? '201,452' : '201');
    },
  ),
  onServer(
    'a connection at the end that the transfer does not use is closed, or the command is refused, as was chosen',
    cite('H12', 'H13'),
    (before, server, step, after) => {
      const own = step.kind === 'own' && step.party === `server.${server}` && step.message.type === 'FILE_OK';
      const was = session(before, server);
      const [end, other] = [ownEnd(was), otherEnd(ownEnd(was))];
      if (!own || !isPassive(before, server) || was.opened[end] !== null || was.opened[other] === null) return true;
      if (was.spoiled) return true;
      const refused = repliesIn(step, server).some(({ code }) => code === 505);
      if (chosenBy[server].wrongEndOpen === 'rc505') return refused && !isTransferring(after, server);
      return !refused && isTransferring(after, server) && session(after, server).opened[other] === null;
    },
  ),
  onServer(
    'a connection that came before a command that is refused is closed or kept, as was chosen',
    cite('FTP-36', 'H21'),
    (before, server, step, after) => {
      const own = step.kind === 'own' && step.party === `server.${server}`;
      if (!own || !['NOT_FOUND', 'DENIED'].includes(step.message.type)) return true;
      const end: End = ownEnd(session(before, server));
      const [was, is] = [session(before, server).opened, session(after, server).opened];
      const closes = chosenBy[server].failedAfterOpen === 'close';
      return (is[end] === null) === (closes || was[end] === null);
    },
  ),
  onServer(
    'CLS before any data is reported by the code that was chosen',
    cite('H23', 'FTP-41'),
    (before, server, step) => {
      const { command, sockets, sent, storing, early } = session(before, server);
      if (!serverIs(before, server, 'serving.transfer.engaged.moving') || command === null) return true;
      if (serverIs(before, server, 'serving.transfer.engaged.moving.finishing')) return true;
      const sends = command === 'RETR';
      const moved = sends ? sent > 0 : storing.length + early.length > 0;
      if (moved || !notesOf(step, server, sockets[ownEnd(session(before, server))]).includes('PEER_CLOSED'))
        return true;
      const chosen = chosenBy[server].closedBeforeData;
      const replies = repliesIn(step, server).filter(({ code }) => code !== 250);
      if (chosen === 'end of file' && !sends) return replies.length === 1 && replies.every(isDone);
      return codes(replies).join() === String(chosen === 'end of file' ? 452 : chosen);
    },
  ),
  always<ThreeParty>('a request that was refused is repeated no more often than was chosen', {
    ...cite('NCP-29', 'H24'),
    holds: (state) =>
      servers.every((server) => {
        const { retries } = chosenBy[server];
        return retries === 'unbounded' || session(state, server).tries <= retries;
      }),
  }),
];

const aboutRoles = (chosenBy: Choices): readonly Claim[] => [
  onServer(
    'what was arranged for a transfer ends with it, or lasts for the session, as was chosen',
    cite('FTP-47', 'R438-16', 'R438-24', 'H6', 'H7', 'H17'),
    (before, server, step, after) => {
      const over = isEngaged(before, server) && !isTransferring(after, server);
      if (!over || asked(step, server)?.type === 'ABOR') return true;
      if (chosenBy[server].passiveFor === 'session')
        return holdsOn(before, after, server) && isPromised(before, server) === isPromised(after, server);
      const { allocated } = session(after, server);
      const waits = ends.some((end) => allocated[end]);
      return (
        !allocated[ownEnd(session(before, server))] &&
        serverIs(after, server, waits ? 'serving.role.allocated' : 'serving.role.active')
      );
    },
  ),
  onServer(
    'ABOR leaves a server holding nothing, unless it listens on, as was chosen',
    cite('FTP-43', 'R438-24', 'H7', 'H8'),
    (before, server, step, after) => {
      if (asked(step, server)?.type !== 'ABOR') return true;
      const listensOn = chosenBy[server].aborWhileListening === 'nothing to abort';
      if (listensOn && isPassive(before, server) && !isTransferring(before, server))
        return holdsOn(before, after, server);
      return holdsNothing(after, server);
    },
  ),
  onServer(
    'REIN ends waiting, as was chosen, and takes nothing from a transfer under way',
    cite('FTP-44', 'R438-24', 'H7', 'H35'),
    (before, server, step, after) => {
      if (asked(step, server)?.type !== 'REIN') return true;
      if (isTransferring(before, server) || !chosenBy[server].reinCancels) return holdsOn(before, after, server);
      return holdsNothing(after, server);
    },
  ),
];

/** For every transfer, by the choices that it is made with. */
export const choices = ({ server, ncp }: Pick<Scenario, 'server' | 'ncp'>): Family =>
  family('choices', [
    ...aboutCommands(server),
    ...aboutTransfers(server),
    ...aboutRoles(server),
    ...ncpChoices(ncp),
    reaches<ThreeParty>('a server is told something', {
      ...cite('FTP-03'),
      when: (state) => servers.some((server) => (state.channel[`control.A>${server}`] ?? []).length > 0),
    }),
  ]);
