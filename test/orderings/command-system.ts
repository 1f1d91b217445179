/** The system in which a user gives commands in any order. */
import { crash } from '../../machines/faults/crash.ts';
import { fileRefusal, storageRefusal } from '../../machines/faults/refusal.ts';
import { ftpUser } from '../../machines/ftp-user.ts';
import type { Line, Server } from '../../machines/ftp-script.ts';
import { dataSockets } from '../../machines/scripts.ts';
import { type Departure, scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import type { ThreeParty } from '../../machines/systems/three-party-endings.ts';
import { bounded, oneShot } from '../../properties/leftovers.ts';
import { promise } from '../../properties/promise.ts';
import { dialogue, reports } from '../../properties/reports.ts';
import { security } from '../../properties/security.ts';
import { serverIs, talk } from '../../properties/three-party-facts.ts';
import type { System } from '../../src/model/index.ts';
import type { Attempt } from './attempt.ts';
import type { CommandOrder } from './command-orders.ts';
import { isTransfer, type Said } from './said.ts';

type Fault = Pick<Departure, 'intruder' | 'crash' | 'fileFaults' | 'storageFaults'>;

function faultOf(trouble: CommandOrder['troubles'][number], protocols: CommandOrder['protocols']): Fault {
  switch (trouble.kind) {
    case 'refusal':
      return trouble.when === 'before' ? fileRefusal(trouble.at) : storageRefusal(trouble.at);
    case 'crash':
      return crash(trouble.server, trouble.restarts);
    case 'stranger': {
      const { at, end, calls } = trouble;
      const socket = dataSockets(protocols[at], at)[end];
      return { intruder: { from: end === 'receive' ? 401 : 400, target: { host: at, socket }, calls } };
    }
  }
}

const line = ({ say, hurry }: Said): Line => ({
  say,
  ...(hurry && { hurry }),
  ...(isTransfer(say) && { transfer: true }),
});

/** Room for all that can be under way: who says four things at once, or calls again at once, overfills what suits others. */
const room = 32;

const roomy = ({ channels, ...rest }: System): System => ({
  ...rest,
  channels: Object.fromEntries(
    Object.entries(channels).map(([name, channel]) => [
      name,
      channel.kind === 'fifo' ? { ...channel, capacity: room } : channel,
    ]),
  ),
});

/** A user to whom every reply is a good one. */
const persistent = ({ parties, ...rest }: System): System => ({
  ...rest,
  parties: { ...parties, user: { ...parties.user!, chart: ftpUser.provide({ guards: { good: () => true } }) } },
});

const servers = ['B', 'C'] as const;

/** Whether the user waits for no reply of a server, or the session is over, or about to be. */
const waitsForNothing = (state: ThreeParty, server: Server): boolean =>
  talk(state, server).awaiting === null ||
  state.party.user.matches(`with${server}.gone`) ||
  serverIs(state, server, 'serving.dialogue.leaving') ||
  serverIs(state, server, 'over') ||
  serverIs(state, server, 'down');

/** An end is a good one when nobody waits for a reply: what was asked for may be nonsense, and is answered all the same. */
const answered = (system: System): System => ({
  ...system,
  ending: (view) => {
    const state = view as unknown as ThreeParty;
    return servers.every((at) => waitsForNothing(state, at)) ? { name: 'all answered', fine: true } : undefined;
  },
});

/** Builds the system in which these commands are given. */
function systemOf(made: CommandOrder): System {
  const { protocols: at, said: lines, persists, user, ncp, server: knobs, timeouts } = made;
  const system = threeParty(
    scenario({
      name: 'commands in any order',
      edit: () => ({ B: lines.B.map(line), C: lines.C.map(line) }),
      ncp: { timeouts },
      ncpOf: ncp,
      server: { timeouts },
      serverOf: { B: { ...knobs.B, protocol: at.B }, C: { ...knobs.C, protocol: at.C } },
      ...(user !== 'nothing' && { user: { [user]: true } }),
      ...Object.assign({}, ...made.troubles.map((trouble) => faultOf(trouble, at))),
    }),
  );
  return answered(roomy(persists ? persistent(system) : system));
}

const families = [security, reports, dialogue, oneShot, bounded, promise];

/** What hangs on more than the NCP's and the server's keeping to their rules. */
function owed({ troubles, ncp, server }: CommandOrder, claim: string): boolean {
  const stranger = troubles.some(({ kind }) => kind === 'stranger');
  const decided = servers.map((at) => ({ ...ncp[at], ...server[at] }));
  switch (claim.slice(0, 3)) {
    // Of a server that was given the command at the time of the request, and of SOCKs that are obeyed.
    case 'P16':
      return false;
    case 'P15':
      return decided.every(({ mismatch, pasvOpens }) => mismatch !== 'refuse-fail' && pasvOpens === undefined);
    case 'P22':
      return decided.every(({ lateSock, sockAgainstOpen }) => lateSock !== 'next PASV' && sockAgainstOpen !== 'ignore');
    case 'P23':
      return !stranger;
    case 'P31':
      return !stranger && decided.every(({ closedBeforeData }) => closedBeforeData !== 'end of file');
    case 'P24':
      return decided.every(({ mismatch }) => mismatch !== 'refuse-fail' && mismatch !== 'accept-check');
    case 'P35':
      return decided.every(({ passiveFor }) => passiveFor === undefined);
    case 'P36':
      return !stranger;
    default:
      return true;
  }
}

/** Builds the system of such commands. With time-outs the user waits for no reply for ever. */
export const attemptCommands = (made: CommandOrder): Attempt => ({
  system: systemOf(made),
  families,
  owed: (claim) => owed(made, claim),
  ...(made.timeouts && { ends: (name) => name === 'all answered' }),
});
