/**
 * How user A's two conversations go on: when a line may be said, when a script stops, how a conversation ends, and what
 * a user can always do.
 *
 * Source  RFC 354 p. 22 (the dialogue alternates); RFC 454 p. 18 for ABOR; H34 for cleaning up.
 */
import { cite } from '../machines/clauses.ts';
import type { Line } from '../machines/ftp-script.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { alwaysPossible, type Claim, everyStep, family, leadsTo, reaches } from '../src/model/index.ts';
import { peerOf, saidTo, servers, talk } from './three-party-facts.ts';

type Server = (typeof servers)[number];

const conversationIs = (state: ThreeParty, server: Server, region: string): boolean =>
  state.party.user.matches(`with${server}.${region}`);
const comesTo = (before: ThreeParty, after: ThreeParty, server: Server, region: string): boolean =>
  !conversationIs(before, server, region) && conversationIs(after, server, region);

/** What has to have come before a line is said. */
const isDue = (state: ThreeParty, { after = [] }: Line): boolean =>
  after.every(({ server, answered = 0, done = 0 }) => {
    const heard = talk(state, server);
    return heard.answered >= answered && heard.done >= done;
  });

/** For every system with the user. */
export const userCourse: readonly Claim[] = [
  everyStep<ThreeParty>('the user says nothing before the replies that it has to wait for', {
    ...cite('FTP-03', 'R438-19', 'R438-21', 'R478-16'),
    holds: (before, step) =>
      servers.every((server) => {
        if (step.party !== 'user' || step.message.type !== `SAY_${server}`) return true;
        const line = before.party.user.context.script[server][talk(before, server).at];
        if (line === undefined || !isDue(before, line)) return false;
        return talk(before, server).awaiting === null || line.interrupt === true || line.hurry === true;
      }),
  }),
  everyStep<ThreeParty>('a script stops at the first error, and at nothing else', {
    ...cite('FTP-04', 'FTP-34'),
    holds: (before, { party, message }, after) =>
      servers.every((server) => {
        const fails =
          party === 'user' && message.type === 'REPLY' && message.from === server && Number(message.code) >= 400;
        if (comesTo(before, after, server, 'stopped')) return fails;
        return !(fails && conversationIs(before, server, 'free')) || conversationIs(after, server, 'stopped');
      }),
  }),
  everyStep<ThreeParty>('a conversation ends when the user hangs up or loses it, and not with the other one', {
    ...cite('FTP-05', 'E11', 'E14'),
    holds: (before, { party, message }, after) =>
      servers.every((server) => {
        if (!comesTo(before, after, server, 'gone')) return true;
        return (
          party === 'user' &&
          (message.type === 'ABANDON' || (message.type === 'CONTROL_LOST' && message.from === server))
        );
      }),
  }),
];

/** Whether the user has given a transfer command to a server. */
const hasBegun = (state: ThreeParty, server: Server): boolean =>
  state.party.user.context.script[server].slice(0, talk(state, server).at).some(({ transfer }) => transfer === true);

/** For users who may abort. */
export const mayAbort = family('aborting', [
  ...servers.map((server) =>
    alwaysPossible<ThreeParty>(`as long as the user has not aborted its transfer at ${server} it can do so`, {
      ...cite('FTP-07', 'FTP-43', 'E13'),
      when: (state) =>
        hasBegun(state, server) && !talk(state, server).aborted && !conversationIs(state, server, 'gone'),
      to: (state) => talk(state, server).aborted,
    }),
  ),
  ...servers.map((server) =>
    reaches<ThreeParty>(`ABOR comes to ${server} before the reply to its transfer command`, {
      ...cite('FTP-07', 'E13'),
      when: (state) => talk(state, server).aborted && talk(state, server).primaries < saidTo(state, server) - 1,
    }),
  ),
]);

/** A server that is left when the other one has failed. */
const isLeft = (state: ThreeParty, server: Server): boolean =>
  talk(state, peerOf[server]).errors.length > 0 &&
  talk(state, server).at > 0 &&
  !talk(state, server).aborted &&
  !conversationIs(state, server, 'gone');

/** For users who clean up. */
export const cleaningUp = family('cleaning up', [
  leadsTo<ThreeParty>('H34 the user aborts one server when the other one has failed', {
    ...cite('H34', 'E12'),
    from: (state) => servers.some((server) => isLeft(state, server)),
    to: (state) => servers.every((server) => !isLeft(state, server)),
  }),
  reaches<ThreeParty>('one server is left when the other one has failed', {
    ...cite('H34', 'FTP-34'),
    when: (state) => servers.some((server) => isLeft(state, server)),
  }),
]);

/** For users who talk on while a transfer is under way. */
export const talkingOn = family('talking on', [
  reaches<ThreeParty>('a command comes to a server that has not yet answered its transfer command', {
    ...cite('FTP-07', 'FTP-03'),
    when: (state) =>
      servers.some((server) => {
        const { command, started } = state.party[`server.${server}`].context;
        const [head] = state.channel[`control.A>${server}`] ?? [];
        return head !== undefined && command !== null && !started;
      }),
  }),
]);
