/**
 * Data on its way: the reply that it started, credit, pieces, the end of the file, how it is reported.
 *
 * Source    RFC 354 pp. 7, 10, 12; RFC 385 4, 8; NIC 8246 pp. 12-15.
 * Omits     byte counts: a file is a few numbered pieces.
 */
import { cite } from './clauses.ts';
import { close, grantOne, report, reportClosedEarly, reportDone, sendPiece, words } from './ftp-server-words.ts';

const toIdle = '#idle';
const over = ['sayEnded', 'endCommand'] as const;

export const moving = words.createStateConfig({
  id: 'moving',
  tags: 'readsControl',
  initial: 'starting',
  on: { LOST: { target: toIdle, actions: [report(452), ...over], meta: cite('NCP-76', 'FTP-41') } },
  states: {
    starting: {
      always: [
        { guard: 'notStarted', actions: [report(250), 'begin'], meta: cite('FTP-35', 'H22') },
        { guard: 'sends', target: 'sending', actions: 'start', meta: cite('FTP-13') },
        { guard: 'grantsItself', target: 'receiving', actions: 'start', meta: cite('H20', 'FTP-13') },
        { target: 'receiving', actions: ['start', grantOne], meta: cite('H20', 'NCP-60') },
      ],
    },

    receiving: {
      on: {
        ARRIVED: { actions: ['store', grantOne], meta: cite('NCP-60', 'NCP-61') },
        PEER_CLOSED: [
          { guard: 'closedBeforeData', target: toIdle, actions: [reportClosedEarly, ...over], meta: cite('H23') },
          {
            target: toIdle,
            actions: [reportDone, 'keepFile', ...over],
            meta: cite('NCP-44', 'FTP-41', 'FTP-38', 'R438-16'),
          },
        ],
        NO_STORAGE: { target: toIdle, actions: [close.own, report(453), ...over], meta: cite('NCP-45', 'FTP-39') },
      },
    },

    sending: {
      always: [
        { guard: 'maySend', actions: [sendPiece, 'countSent'], meta: cite('NCP-60', 'NCP-61') },
        { guard: 'allSent', target: 'finishing', actions: close.own, meta: cite('NCP-44', 'FTP-38', 'FTP-42', 'H39') },
      ],
      on: {
        CREDIT: { actions: 'countCredit', meta: cite('NCP-60') },
        PEER_CLOSED: [
          { guard: 'nothingSent', target: toIdle, actions: [reportClosedEarly, ...over], meta: cite('H23') },
          { target: toIdle, actions: [report(452), ...over], meta: cite('NCP-45', 'NCP-46') },
        ],
      },
    },

    finishing: {
      on: {
        CLOSED: { target: toIdle, actions: [reportDone, ...over], meta: cite('NCP-40', 'FTP-40', 'R438-16') },
        CREDIT: { meta: cite('NCP-55') },
        PEER_CLOSED: { target: toIdle, actions: [report(452), ...over], meta: cite('NCP-45') },
      },
    },
  },
});
