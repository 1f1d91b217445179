/**
 * Transitions that no run of the manifest takes: why each is written all the same.
 *
 * `check` of the whole manifest reports a dead transition that is not here, and one that is here and is taken.
 */
import type { DeadForGood } from '../src/model/index.ts';

const socket: readonly DeadForGood[] = [
  {
    chart: 'ncpSocket',
    transitions: ['ACCEPT', 'CLOSE', 'CONNECT', 'GRANT', 'LISTEN', 'SEND'].map((call) => `ncpSocket.down on ${call}`),
    reason: 'The processes of a host that is down are down too.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.down on CRASH'],
    reason: 'A host that is down does not go down.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.down on RRP', 'ncpSocket.down on ERR', 'ncpSocket.resetting on ERR'],
    reason:
      'They answer a reset or an unknown CLS of before the crash: it takes a second crash, or both knobs in one run.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.resetting on RET'],
    reason: 'No receiver of the runs that crashes with a reset asks its credit back.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.resetting on DEAD#2'],
    reason: 'It takes three hosts, all down at once.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket on GRANT'],
    reason: 'A process grants while it is connected, and is told at once when it is not.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket on RTS#1', 'ncpSocket.listening on RTS#1', 'ncpSocket.pending on RTS#4'],
    reason: 'Rivals of the runs in which callers wait side by side are senders: nobody queues behind a receiver.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.closed on RTS#1', 'ncpSocket.closed on STR#1'],
    reason: 'A socket with a caller in its queue is pending, not closed; written once for both states.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.pending on RTS#3', 'ncpSocket.pending on STR#3'],
    reason: 'An NCP that drops requests has nobody pending; written once for both states.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.called on DEAD*'],
    reason: 'The subnet answers what was sent, and to a caller that is merely shown nothing has been sent.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.draining on STR'],
    reason:
      'Only senders drain, and STR comes to a sender only from a stranger of its own gender, never from its peer.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.pending on CLOSE'],
    reason: 'A process closes what it has asked for, and it has not asked for a pending socket.',
  },
  {
    chart: 'ncpSocket',
    transitions: ['ncpSocket.pending on CONNECT#1'],
    reason: 'Only the stranger calls its own gender, and nobody calls the stranger.',
  },
];

const ends: readonly DeadForGood[] = [
  {
    chart: 'icpUser',
    transitions: ['icpUser.connected on CREDIT'],
    reason: 'The protocol ends when both connections are open: nobody grants credit on them.',
  },
  {
    chart: 'icpServer',
    transitions: ['icpServer.connected on CREDIT'],
    reason: 'The protocol ends when both connections are open: nobody grants credit on them.',
  },
  {
    chart: 'icpUser',
    transitions: ['icpUser.calling on REFUSED*'],
    reason: 'The contact socket listens from the beginning, and there is one caller.',
  },
  {
    chart: 'icpUser',
    transitions: ['icpUser.refused on PEER_CLOSED'],
    reason: 'In the settings of RFC 143, 165 and 202 nothing that is open is closed once a connection is refused.',
  },
  {
    chart: 'icpServer',
    transitions: ['icpServer.refused on OPENED'],
    reason: 'In these settings a user that refuses one connection of the pair does not open the other later.',
  },
  {
    chart: 'intruder',
    transitions: ['intruder.inside on LOST*'],
    reason: 'A host that comes back resets the servers alone, and a stranger that says nothing hears of no dead host.',
  },
  {
    chart: 'intruder',
    transitions: ['leaving on ARRIVED', 'leaving on CREDIT'],
    reason: 'A process that has closed is told of no data and no credit.',
  },
];

const server: readonly DeadForGood[] = [
  {
    chart: 'ftpServer',
    transitions: ['ftpServer.serving.role.active on LSTN#3', 'ftpServer.serving.role.active on LSTN#4'],
    reason: 'Where a socket is allocated the role is not active; written once for both states.',
  },
  {
    chart: 'ftpServer',
    transitions: ['ftpServer.serving.role.allocated on LSTN#1'],
    reason: 'Whoever has allocated a socket knows LSTN; written once for both states.',
  },
  {
    chart: 'ftpServer',
    transitions: ['ftpServer.serving.role.allocated on PASV#2', 'passive on LSTN#2'],
    reason: 'No variant has both PASV and LSTN (H15).',
  },
  {
    chart: 'ftpServer',
    transitions: ['LOST', 'PEER_CLOSED', 'TURNED_AWAY'].map((note) => `ftpServer.serving.transfer.engaged on ${note}`),
    reason: 'The end that a transfer command does not use was closed when it came; of the other the inner states tell.',
  },
  {
    chart: 'ftpServer',
    transitions: ['ftpServer.serving.transfer.engaged.moving.finishing on CREDIT'],
    reason: 'A process that has closed is told of no credit.',
  },
];

export const dead: readonly DeadForGood[] = [...socket, ...server, ...ends];
