/**
 * User A, FTP servers B and C, their NCPs, and whoever else is about: the system that both RFCs speak of.
 *
 * Models    control connections as queues between A and each server; every data socket that a command can name as a
 *           party of its own; one queue for each ordered pair of hosts, or one for each link (`order: 'link'`).
 * Omits     the initial connection protocol (systems/icp.ts).
 * Bounds    the script of the user, the pieces of a file, the calls of the intruder, one crash, the capacities below.
 */
import type { Channel, Message, OwnStep, Party, System } from '../../src/model/index.ts';
import { system } from '../../src/compose/index.ts';
import { ftpServer } from '../ftp-server.ts';
import type { Server } from '../ftp-script.ts';
import { ftpUser } from '../ftp-user.ts';
import { host } from '../host.ts';
import { intruder } from '../intruder.ts';
import type { Address, HostName } from '../messages.ts';
import { ncpSocket } from '../ncp-socket.ts';
import { hosts, labelOf, nameOf, wireName } from './names.ts';
import { type Scenario, type Setting, settingOf } from './scenario.ts';
import { endingOf } from './three-party-endings.ts';

/** How many messages a queue holds. A full one is reported, never overlooked. */
const capacity = { control: 4, wire: 6 } as const;

const servers = ['B', 'C'] as const satisfies readonly Server[];
const always = (type: string, party: string): OwnStep => ({
  event: { type },
  fairness: 'weak',
  class: `${party}.${type}`,
});
const maybe = (type: string, party: string): OwnStep => ({
  event: { type },
  fairness: 'none',
  class: `${party}.${type}`,
});

function userParty({ scenario }: Setting): Party {
  const { mayAbort, cleansUp, mayAbandon } = scenario.user;
  return {
    chart: ftpUser,
    input: { script: scenario.script, mayAbort, cleansUp },
    own: [
      ...servers.map((server) => always(`SAY_${server}`, 'user')),
      ...(cleansUp ? servers.map((server) => always(`CLEAN_UP_${server}`, 'user')) : []),
      ...(mayAbort ? servers.map((server) => maybe(`ABORT_${server}`, 'user')) : []),
      ...(mayAbandon ? [maybe('ABANDON', 'user')] : []),
    ],
    ports: { B: 'control.A>B', C: 'control.A>C' },
  };
}

function serverParty({ scenario, sockets, userSockets }: Setting, server: Server): Party {
  const knobs = scenario.server[server];
  const ncp = scenario.ncp[server];
  const name = `server.${server}`;
  const refusals = scenario.fileFaults.includes(server) ? ['NOT_FOUND', 'DENIED'] : [];
  return {
    chart: ftpServer,
    input: {
      host: server,
      knobs,
      sockets: sockets[server],
      userSockets: userSockets[server],
      pieces: scenario.pieces,
      checksCaller: ncp.mismatch === 'accept-check',
      failsOnMismatch: ncp.mismatch === 'refuse-fail',
      grantsItself: ncp.allOnOpen === 'automatic',
    },
    own: [
      always('FILE_OK', name),
      ...refusals.map((type) => maybe(type, name)),
      ...(scenario.storageFaults.includes(server) ? [maybe('NO_STORAGE', name)] : []),
      ...(knobs.timeouts || knobs.listeningTimesOut ? [always('TIME_OUT', name)] : []),
      ...(knobs.repliesBeforeListening ? [always('LISTEN_NOW', name)] : []),
    ],
    ports: { ncp: `calls.${server}`, user: `control.${server}>A` },
  };
}

function socketParty({ scenario, served, peers }: Setting, { host: at, socket }: Address, index: number): Party {
  const knobs = scenario.ncp[at];
  const name = nameOf({ host: at, socket });
  return {
    chart: ncpSocket,
    input: {
      host: at,
      socket,
      knobs,
      process: served.includes(name),
      // A link for each receive socket of a host: distinct by construction (NCP-08), or one for all.
      link: scenario.links === 'shared' ? 2 : 2 + (index % 64),
      window: 1,
      ...(scenario.sizes && (at === 'B' || at === 'C') && sizesOf(scenario.sizes[at])),
      resets: peers[name] ?? [],
    },
    own: [
      ...(knobs.timeouts && knobs.unlistened === 'QT' ? [always('PENDING_TIMES_OUT', name)] : []),
      ...(knobs.timeouts ? [always('REQUEST_TIMES_OUT', name)] : []),
      ...(knobs.givesUpOnCls ? [maybe('GIVE_UP_ON_CLS', name)] : []),
    ],
    ports: {
      ...Object.fromEntries(hosts.filter((to) => to !== at).map((to) => [to, wireName(at, to)])),
      ...(served.includes(name) && { process: `notes.${at}` }),
    },
  };
}

/** A host that has set BYTE sends in that size and takes no other (H29). */
const sizesOf = (size: number | null) => (size === null ? {} : { size, acceptsSize: size });

const toSocket = (message: Message): string => nameOf(message.to as Address);
const ownSocket =
  (at: HostName) =>
  (message: Message): string =>
    nameOf({ host: at, socket: message.socket as number });

function channelsOf({ scenario }: Setting): Record<string, Channel> {
  const channels: Record<string, Channel> = {};
  for (const server of servers) {
    channels[`control.A>${server}`] = {
      kind: 'fifo',
      to: `server.${server}`,
      capacity: capacity.control,
      whileTagged: 'readsControl',
    };
    channels[`control.${server}>A`] = { kind: 'fifo', to: 'user', capacity: capacity.control };
    channels[`calls.${server}`] = { kind: 'direct', to: ownSocket(server) };
    channels[`notes.${server}`] = { kind: 'direct', to: `server.${server}` };
  }
  if (scenario.intruder) {
    channels['calls.X'] = { kind: 'direct', to: ownSocket('X') };
    channels['notes.X'] = { kind: 'direct', to: 'intruder' };
  }
  for (const from of hosts) {
    for (const to of hosts) {
      const loses = scenario.loses?.[`${from}>${to}`] ?? 0;
      if (from === to) continue;
      channels[wireName(from, to)] = {
        kind: 'fifo',
        to: toSocket,
        capacity: capacity.wire,
        ...(loses > 0 && { loses }),
        // Control commands go on link 0, data on the connection's own link.
        ...(scenario.order === 'link' && { lane: ({ type }: Message) => (type === 'DATA' ? 'data' : 'control') }),
      };
    }
  }
  return channels;
}

/** The composed system of a scenario. */
export function threeParty(scenario: Scenario): System {
  const setting = settingOf(scenario);
  const sockets = Object.fromEntries(
    setting.addresses.map((address, index) => [nameOf(address), socketParty(setting, address, index)]),
  );
  const channels = channelsOf(setting);
  const parties: Record<string, Party> = {
    user: userParty(setting),
    'server.B': serverParty(setting, 'B'),
    'server.C': serverParty(setting, 'C'),
    ...sockets,
  };
  if (scenario.intruder) {
    const { from, target, calls } = scenario.intruder;
    parties.intruder = {
      chart: intruder,
      input: { socket: from, target, calls },
      own: ['CALL', 'STRIKE', 'HANG_UP'].map((type) => maybe(type, 'intruder')),
      ports: { ncp: 'calls.X' },
    };
  }
  if (scenario.crash) {
    const { server, restarts } = scenario.crash;
    parties[`host.${server}`] = {
      chart: host,
      input: { restarts },
      own: [maybe('CRASH', `host.${server}`), always('RESTART', `host.${server}`)],
      ports: { server: `outage.${server}`, receive: `outage.${server}.receive`, send: `outage.${server}.send` },
    };
    channels[`outage.${server}`] = { kind: 'direct', to: `server.${server}` };
    for (const end of ['receive', 'send'] as const) {
      const socket = setting.sockets[server][end];
      channels[`outage.${server}.${end}`] = { kind: 'direct', to: nameOf({ host: server, socket }) };
    }
  }
  return system({
    name: scenario.name,
    parties,
    channels,
    ending: endingOf(setting),
    lanes: Object.fromEntries(Object.keys(parties).map((party) => [party, laneOf(party)])),
    label: labelOf,
  });
}

const laneOf = (party: string): string => {
  if (party === 'user') return 'A';
  return party === 'intruder' ? 'X' : (party.split('.')[1] ?? party);
};

export type { Scenario } from './scenario.ts';
