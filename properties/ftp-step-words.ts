/**
 * The words of the claims about what a server says in one step.
 */
import type { FtpCommand, Reply } from '../machines/messages.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import type { Message, Step } from '../src/model/index.ts';
import { serverIs, servers } from './three-party-facts.ts';

type Server = (typeof servers)[number];

const delivered = ({ kind }: Step): boolean => kind === 'deliver' || kind === 'duplicate';

/** The command that a step brings to a server, if it brings one. */
export function commandTo(step: Step): { readonly server: Server; readonly command: FtpCommand } | undefined {
  const server = servers.find((one) => step.channel === `control.A>${one}`);
  if (server === undefined || !delivered(step) || step.message.type === 'CONTROL_LOST') return undefined;
  return { server, command: step.message as unknown as FtpCommand };
}

/** Whether a session goes on. */
export const serving = (state: ThreeParty, server: Server): boolean => serverIs(state, server, 'serving');

/** The replies that a step sends from a server's connection to the user. */
export const repliesIn = ({ sends }: Step, server: Server): readonly Reply[] =>
  sends
    .filter(({ channel, message }) => channel === `control.${server}>A` && message.type === 'REPLY')
    .map(({ message }) => message as unknown as Reply);

/** The replies to a command. RTRV is another spelling of RETR, once it is taken. */
export const given = (step: Step, server: Server, command: FtpCommand['type']): readonly Reply[] =>
  repliesIn(step, server).filter(({ of }) => of === command);

/** The code of the first reply to a command; undefined without one. */
export const replyTo = (step: Step, server: Server, command: FtpCommand['type']): number | undefined =>
  given(step, server, command)[0]?.code;

/** Whether a command is for a transfer. */
export const isTransferCommand = (type: FtpCommand['type']): boolean => ['RETR', 'RTRV', 'STOR', 'APPE'].includes(type);

/** What a server asks of its NCP in the step. */
export const callsOf = ({ sends }: Step, server: Server): readonly Message[] =>
  sends
    .filter(({ from, channel }) => from === `server.${server}` && channel === `calls.${server}`)
    .map(({ message }) => message);

/** Whether a server is told this within the step by a call. */
export const heard = ({ sends }: Step, server: Server, type: string): boolean =>
  sends.some(({ to, message }) => to === `server.${server}` && message.type === type);

/** What a server is told by its NCP of one of its sockets within the step. */
export const notesOf = ({ sends }: Step, server: Server, socket: number): readonly string[] =>
  sends
    .filter(({ to, message }) => to === `server.${server}` && message.socket === socket)
    .map(({ message }) => message.type);

/** Whether a session is after the step what it was before it. */
export const sameValue = (before: ThreeParty, after: ThreeParty, server: Server): boolean => {
  const [was, is] = [before.party[`server.${server}`], after.party[`server.${server}`]];
  return JSON.stringify([was.value, was.context]) === JSON.stringify([is.value, is.context]);
};
