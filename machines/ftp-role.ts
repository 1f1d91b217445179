/**
 * The data role of an FTP server: calls of itself (active), calls on the transfer command's word after LSTN
 * (allocated), or has been listening since PASV (passive).
 *
 * Source    RFC 438 a-c; RFC 478; RFC 607, RFC 614 for how long PASV lasts.
 * Omits     ACTV (RFC 607), which no standard took up.
 */
import { and } from 'xstate';

import { cite } from './clauses.ts';
import { close, listen, reply, replyAllocated, words } from './ftp-server-words.ts';

const pasv = [
  { guard: 'unknown', actions: reply(506), meta: cite('FTP-02') },
  { guard: 'busy', actions: reply(504), meta: cite('FTP-03') },
  { guard: 'sockMissing', actions: reply(503), meta: cite('H27', 'R478-19') },
  { guard: 'repliesFirst', target: 'promising', actions: reply(200), meta: cite('H31') },
  { guard: 'opensReceive', target: 'passive', actions: [listen.receive, reply(200)], meta: cite('H12', 'R478-08') },
  { guard: 'opensSend', target: 'passive', actions: [listen.send, reply(200)], meta: cite('H12', 'R478-08') },
  {
    target: 'passive',
    actions: [...listen.both, reply(200)],
    meta: cite('R478-06', 'R478-08', 'R478-14', 'FTP-46', 'H12', 'H31'),
  },
] as const;

const lstn = [
  { guard: 'unknown', actions: reply(506), meta: cite('FTP-02') },
  { guard: 'busy', actions: reply(504), meta: cite('FTP-03') },
  { guard: 'refusesSecondLstn', actions: reply(505), meta: cite('H16') },
  { guard: 'refusesBothLstn', actions: reply(505), meta: cite('H17') },
  {
    target: 'allocated',
    actions: ['allocate', replyAllocated],
    meta: cite('R438-08', 'R438-09', 'R438-10', 'R438-11', 'R438-12', 'R438-13', 'H16', 'H17'),
  },
] as const;

export const role = words.createStateConfig({
  initial: 'active',
  states: {
    active: { on: { PASV: pasv, LSTN: lstn } },

    // Numbers are given out; nobody listens yet.
    allocated: {
      on: {
        LSTN: lstn,
        PASV: [
          { guard: 'unknown', actions: reply(506), meta: cite('FTP-02') },
          { actions: reply(505), meta: cite('H15') },
        ],
        ABOR: { target: 'active', actions: 'release', meta: cite('H7', 'R438-24') },
        REIN: [
          { guard: 'reinCancels', target: 'active', actions: 'release', meta: cite('H7', 'H35') },
          { meta: cite('FTP-44') },
        ],
        TRANSFER_ENDED: [
          { guard: 'lastAllocated', target: 'active', actions: 'releaseUsed', meta: cite('H7', 'R438-24', 'R438-16') },
          { guard: 'oneTransfer', actions: 'releaseUsed', meta: cite('H7', 'H17') },
          { meta: cite('H6') },
        ],
      },
    },

    // PASV was acknowledged, but nobody listens yet: what H31 warns of.
    promising: {
      id: 'promised',
      on: {
        LISTEN_NOW: { target: 'passive', actions: listen.both, meta: cite('H31') },
        PASV: { actions: reply(200), meta: cite('H5') },
        LSTN: { actions: reply(506), meta: cite('FTP-02') },
        ABOR: { target: 'active', meta: cite('H8') },
        REIN: { target: 'active', meta: cite('H35') },
        TRANSFER_ENDED: { target: 'active', meta: cite('H6') },
      },
    },

    passive: {
      id: 'passive',
      on: {
        PASV: [
          { guard: 'busy', actions: reply(504), meta: cite('FTP-03') },
          { guard: 'refusesSecondPasv', actions: reply(504), meta: cite('H5') },
          {
            guard: and(['isOpen', 'opensReceive']),
            actions: [...close.both, listen.receive, 'partBoth', reply(200)],
            meta: cite('H5', 'H12'),
          },
          {
            guard: and(['isOpen', 'opensSend']),
            actions: [...close.both, listen.send, 'partBoth', reply(200)],
            meta: cite('H5', 'H12'),
          },
          { guard: 'isOpen', actions: [...close.both, ...listen.both, 'partBoth', reply(200)], meta: cite('H5') },
          { guard: 'listensAnew', actions: [...listen.both, reply(200)], meta: cite('H5') },
          { actions: reply(200), meta: cite('H5') },
        ],
        LSTN: [
          { guard: 'unknown', actions: reply(506), meta: cite('FTP-02') },
          { actions: reply(505), meta: cite('H15') },
        ],
        ABOR: [
          {
            guard: 'aborCancels',
            target: 'active',
            actions: [...close.both, 'partBoth'],
            meta: cite('H8', 'H9', 'H34'),
          },
          { meta: cite('H8', 'FTP-43') },
        ],
        REIN: [
          { guard: 'reinCancels', target: 'active', actions: [...close.both, 'partBoth'], meta: cite('H35', 'FTP-44') },
          { meta: cite('H35', 'FTP-44') },
        ],
        PASSIVE_SPENT: { target: 'active', actions: [...close.both, 'partBoth'], meta: cite('H33') },
        TRANSFER_ENDED: [
          { guard: 'oneTransfer', target: 'active', meta: cite('H6', 'FTP-47') },
          { guard: 'opensReceive', actions: listen.receive, meta: cite('H6', 'H12') },
          { guard: 'opensSend', actions: listen.send, meta: cite('H6', 'H12') },
          { actions: listen.both, meta: cite('H6', 'FTP-47') },
        ],
        TIME_OUT: { guard: 'listeningTimesOutIdle', target: 'active', actions: close.both, meta: cite('H7') },
      },
    },
  },
});
