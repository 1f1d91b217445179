/**
 * What user A says in one step, and what it notes of a reply.
 *
 * Source  RFC 354 pp. 18-22: the dialogue alternates; the scripts are the model's.
 */
import { cite } from '../machines/clauses.ts';
import { commandOf } from '../machines/ftp-script.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { type Claim, everyStep, type Step } from '../src/model/index.ts';
import type { Reply } from '../machines/messages.ts';
import { servers, talk } from './three-party-facts.ts';

type Server = (typeof servers)[number];

const saidTo = ({ sends }: Step, server: Server) =>
  sends
    .filter(({ from, channel }) => from === 'user' && channel === `control.A>${server}`)
    .map(({ message }) => message);
const with_ = (server: Server, region: string): string => `with${server}.${region}`;
const userIs = (state: ThreeParty, server: Server, region: string): boolean =>
  state.party.user.matches(with_(server, region));
const doesNothing = (before: ThreeParty, after: ThreeParty, server: Server): boolean =>
  JSON.stringify(talk(before, server)) === JSON.stringify(talk(after, server));

/** For every system with the user. */
export const userConduct: readonly Claim[] = [
  everyStep<ThreeParty>('the user says the next line of its script to the server that it is for, once', {
    ...cite('FTP-03', 'R438-21', 'R478-12', 'R478-15'),
    holds: (before, step, after) =>
      step.party !== 'user' ||
      servers.every((server) => {
        if (step.message.type !== `SAY_${server}`)
          return step.message.type.startsWith('SAY_') ? saidTo(step, server).length === 0 : true;
        const { context } = before.party.user;
        const line = context.script[server][talk(before, server).at];
        const said = saidTo(step, server);
        return (
          line !== undefined &&
          said.length === 1 &&
          JSON.stringify(said[0]) === JSON.stringify(commandOf(context, line)) &&
          talk(after, server).at === talk(before, server).at + 1 &&
          (line.hurry === true || (talk(after, server).awaiting === line.say.type && userIs(after, server, 'waiting')))
        );
      }),
  }),
  everyStep<ThreeParty>('the user aborts with one ABOR to the server that it gives up, once, and waits for the reply', {
    ...cite('FTP-07', 'FTP-43', 'H34', 'E13'),
    holds: (before, step, after) =>
      step.party !== 'user' ||
      servers.every((server) => {
        if (step.message.type !== `ABORT_${server}` && step.message.type !== `CLEAN_UP_${server}`) return true;
        const [said, ...more] = saidTo(step, server);
        return (
          said?.type === 'ABOR' &&
          more.length === 0 &&
          !talk(before, server).aborted &&
          talk(after, server).aborted &&
          talk(after, server).awaiting === 'ABOR' &&
          userIs(after, server, 'waiting') &&
          servers.every(
            (other) => other === server || (saidTo(step, other).length === 0 && doesNothing(before, after, other)),
          )
        );
      }),
  }),
  everyStep<ThreeParty>('the user aborts what it has begun, and cleans up after a failure of the other server', {
    ...cite('H34', 'E13'),
    holds: (before, step) =>
      step.party !== 'user' ||
      servers.every((server) => {
        const { script } = before.party.user.context;
        const begun = script[server].slice(0, talk(before, server).at).some(({ transfer }) => transfer === true);
        if (step.message.type === `ABORT_${server}`) return begun && before.party.user.context.mayAbort;
        if (step.message.type !== `CLEAN_UP_${server}`) return true;
        return servers.some((other) => other !== server && talk(before, other).errors.length > 0);
      }),
  }),
  everyStep<ThreeParty>('a user who goes away hangs up once on each server that is there, and is gone for good', {
    ...cite('E11', 'E14', 'FTP-05'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const leaves = step.party === 'user' && step.message.type === 'ABANDON' && !userIs(before, server, 'gone');
        const hangsUp = saidTo(step, server).filter(({ type }) => type === 'CONTROL_LOST').length;
        return (
          hangsUp === (leaves ? 1 : 0) && (!(leaves || userIs(before, server, 'gone')) || userIs(after, server, 'gone'))
        );
      }),
  }),
  everyStep<ThreeParty>('a user who has lost its connection to a server hears and says no more there', {
    ...cite('FTP-05', 'E14'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const lost = step.party === 'user' && step.message.type === 'CONTROL_LOST' && step.message.from === server;
        if (lost && !userIs(after, server, 'gone')) return false;
        return (
          !userIs(before, server, 'gone') || (saidTo(step, server).length === 0 && doesNothing(before, after, server))
        );
      }),
  }),
  everyStep<ThreeParty>('a reply is noted for the server that it comes from, and a user that hears one says nothing', {
    ...cite('FTP-03', 'FTP-04', 'R438-19'),
    holds: (before, step, after) => {
      if (step.party !== 'user' || step.message.type !== 'REPLY') return true;
      const reply = step.message as unknown as Reply;
      return servers.every((server) => {
        if (saidTo(step, server).length > 0) return false;
        if (reply.from !== server || userIs(before, server, 'gone')) return doesNothing(before, after, server);
        const [was, is] = [talk(before, server), talk(after, server)];
        const failed = reply.code >= 400;
        return (
          is.at === was.at &&
          is.errors.includes(reply.code) === (failed || was.errors.includes(reply.code)) &&
          is.done === was.done + (reply.code === 252 || reply.code === 257 ? 1 : 0) &&
          (reply.sockets === undefined || is.told.join() === reply.sockets.join()) &&
          (!userIs(before, server, 'stopped') || userIs(after, server, 'stopped')) &&
          (is.awaiting !== null || was.awaiting === null || userIs(after, server, failed ? 'stopped' : 'free'))
        );
      });
    },
  }),
];
