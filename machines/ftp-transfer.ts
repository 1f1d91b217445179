/**
 * One transfer of an FTP server: checked, connected or waited for, moved, reported.
 *
 * Source    RFC 354 pp. 5-8, 15-19; RFC 385 7, 8, 12; RFC 438 b; RFC 478; RFC 614 for checks first and time-outs.
 * Omits     restart markers, block and text mode: CLS is the end of the file (FTP-38, FTP-41).
 */
import { cite } from './clauses.ts';
import { moving } from './ftp-moving.ts';
import { announce, close, dial, listen, reply, report, words } from './ftp-server-words.ts';

const command = [
  { guard: 'againstLstn', actions: reply(505), meta: cite('H14', 'R438-14') },
  { guard: 'announces', target: '.checking', actions: [announce, 'takeCommand'], meta: cite('FTP-11') },
  { target: '.checking', actions: 'takeCommand', meta: cite('FTP-13', 'R438-14', 'R478-15', 'FTP-36') },
] as const;
const notNow = { actions: reply(504), meta: cite('FTP-03') } as const;
const toIdle = '#idle';

const unready = words.createStateConfig({
  tags: 'readsControl',
  initial: 'idle',
  on: {
    RETR: command,
    RTRV: command,
    STOR: command,
    APPE: command,
    // A connection may come before the transfer command (R478-09).
    OPENED: [
      { guard: 'callerUnfit', actions: [close.noted, listen.noted], meta: cite('H1', 'FTP-33') },
      { actions: 'meet', meta: cite('R478-09') },
    ],
    CREDIT: { actions: 'countCredit', meta: cite('NCP-60') },
    ARRIVED: { actions: 'keepEarly', meta: cite('H20') },
    PEER_CLOSED: [
      { guard: 'listensAgain', actions: ['part', listen.noted], meta: cite('H33') },
      { actions: ['part', 'saySpent'], meta: cite('H33') },
    ],
    LOST: [
      { guard: 'passive', actions: ['part', listen.noted], meta: cite('NCP-76', 'H36') },
      { actions: 'part', meta: cite('NCP-76') },
    ],
    // Whoever closed has forgotten it, and listens again where that is due.
    CLOSED: { meta: cite('NCP-40', 'H1', 'H4', 'H5') },
    TURNED_AWAY: [
      { guard: 'failsOnMismatch', actions: 'spoil', meta: cite('H1', 'R478-11') },
      { meta: cite('H1', 'R478-11') },
    ],
  },
  states: {
    idle: {
      id: 'idle',
      on: {
        ABOR: [
          { guard: 'listensOn', actions: reply(202), meta: cite('H8', 'FTP-43') },
          { guard: 'passive', actions: reply(201), meta: cite('H8') },
          { guard: 'holdsSockets', actions: reply(201), meta: cite('H7', 'FTP-43') },
          { actions: reply(202), meta: cite('FTP-43') },
        ],
      },
    },
    checking: {
      on: {
        RETR: notNow,
        RTRV: notNow,
        STOR: notNow,
        APPE: notNow,
        FILE_OK: [
          {
            guard: 'spoiled',
            target: toIdle,
            actions: [...close.both, 'partBoth', report(454), 'sayEnded', 'endCommand'],
            meta: cite('H1', 'FTP-34'),
          },
          { guard: 'premature', target: '#moving', actions: [close.other, 'partOther'], meta: cite('R478-09', 'H12') },
          { guard: 'wrongEndOpen', target: toIdle, actions: [report(505), 'refuseCommand'], meta: cite('H13') },
          {
            guard: 'passiveEarly',
            target: '#waiting',
            actions: [close.other, 'partOther', report(250), 'begin'],
            meta: cite('H22', 'H12', 'H13'),
          },
          {
            guard: 'passive',
            target: '#waiting',
            actions: [close.other, 'partOther'],
            meta: cite('R478-07', 'H12', 'H13'),
          },
          { guard: 'promisedEarly', target: '#waiting', actions: [report(250), 'begin'], meta: cite('H22', 'H31') },
          { guard: 'promised', target: '#waiting', meta: cite('R478-07', 'H31') },
          {
            guard: 'allocatedEarlyFirst',
            target: '#promising',
            actions: [report(250), 'begin'],
            meta: cite('H22', 'H31'),
          },
          {
            guard: 'allocatedEarly',
            target: '#waiting',
            actions: [listen.own, report(250), 'begin'],
            meta: cite('H22', 'R438-14'),
          },
          {
            guard: 'allocatedFor',
            target: '#waiting',
            actions: listen.own,
            meta: cite('R438-10', 'R438-14', 'R438-17'),
          },
          {
            guard: 'early',
            target: '#connecting',
            actions: [report(250), 'begin', dial],
            meta: cite('H22', 'FTP-35', 'FTP-31'),
          },
          { target: '#connecting', actions: dial, meta: cite('FTP-31', 'FTP-32', 'FTP-10', 'H28') },
        ],
        NOT_FOUND: [
          {
            guard: 'retrievingWhileOpen',
            target: toIdle,
            actions: [close.own, listen.own, 'partOwn', report(450), 'refuseCommand'],
            meta: cite('FTP-36', 'H21'),
          },
          { guard: 'retrieving', target: toIdle, actions: [report(450), 'refuseCommand'], meta: cite('FTP-36', 'E12') },
        ],
        DENIED: [
          {
            guard: 'closesOnFailure',
            target: toIdle,
            actions: [close.own, listen.own, 'partOwn', report(451), 'refuseCommand'],
            meta: cite('FTP-36', 'H21'),
          },
          { target: toIdle, actions: [report(451), 'refuseCommand'], meta: cite('FTP-36', 'E12') },
        ],
        ABOR: { target: toIdle, actions: [reply(201), 'refuseCommand'], meta: cite('FTP-43') },
      },
    },
  },
});

const failed = [report(454), 'sayEnded', 'endCommand'] as const;

const connecting = words.createStateConfig({
  id: 'connecting',
  tags: 'readsControl',
  on: {
    OPENED: { target: '#moving', actions: 'meet', meta: cite('NCP-12', 'R438-04') },
    REFUSED: [
      { guard: 'retries', actions: ['countTry', dial], meta: cite('H24', 'NCP-29') },
      { target: toIdle, actions: failed, meta: cite('FTP-34') },
    ],
    TIME_OUT: { guard: 'timesOut', target: toIdle, actions: [close.own, ...failed], meta: cite('H25', 'FTP-34') },
  },
});

/** The reply said that the transfer starts, but nobody listens yet (H22). */
const promising = words.createStateConfig({
  id: 'promising',
  tags: 'readsControl',
  on: { LISTEN_NOW: { target: '#waiting', actions: listen.own, meta: cite('H22', 'H31') } },
});

const waiting = words.createStateConfig({
  id: 'waiting',
  initial: 'choosing',
  on: {
    OPENED: [
      { guard: 'callerUnfit', actions: [close.noted, listen.noted], meta: cite('H1', 'FTP-33') },
      { target: '#moving', actions: 'meet', meta: cite('R438-15', 'R478-09') },
    ],
    TURNED_AWAY: [
      { guard: 'failsOnMismatch', target: toIdle, actions: failed, meta: cite('H1', 'FTP-34') },
      { meta: cite('H1', 'R478-11') },
    ],
    TIME_OUT: { guard: 'timesOut', target: toIdle, actions: [close.own, ...failed], meta: cite('FTP-37', 'H7') },
  },
  states: {
    choosing: {
      always: [
        { guard: 'deaf', target: 'deaf', meta: cite('H11', 'FTP-08', 'E18') },
        { target: 'hearing', meta: cite('H11') },
      ],
    },
    hearing: { tags: 'readsControl' },
    deaf: {},
  },
});

export const transfer = words.createStateConfig({
  initial: 'unready',
  states: {
    unready,
    engaged: {
      on: {
        RETR: notNow,
        RTRV: notNow,
        STOR: notNow,
        APPE: notNow,
        ABOR: [
          {
            guard: 'reportsAbort',
            target: toIdle,
            actions: [close.own, reply(201), report(452), 'sayEnded', 'endCommand'],
            meta: cite('H9', 'FTP-43'),
          },
          {
            target: toIdle,
            actions: [close.own, reply(201), 'sayEnded', 'endCommand'],
            meta: cite('H9', 'FTP-43', 'FTP-39'),
          },
        ],
        // The end that the command does not use was closed when it came.
        CLOSED: { meta: cite('H12') },
        PEER_CLOSED: { meta: cite('NCP-46') },
        LOST: { meta: cite('NCP-76') },
        TURNED_AWAY: { meta: cite('H1') },
      },
      initial: 'connecting',
      states: { connecting, promising, waiting, moving },
    },
  },
});
