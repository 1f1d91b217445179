/**
 * The control dialogue of an FTP server: parameters, reservations, leaving.
 *
 * Source    RFC 354 pp. 13-22; RFC 438 c, d; RFC 430 C.2; RFC 454 p. 19.
 * Omits     login; the transfer commands and ABOR, which the region `transfer` answers.
 */
import { cite } from './clauses.ts';
import { closeFiltered, close, refilter, reply, replyPair, replySock, words } from './ftp-server-words.ts';

export const dialogue = words.createStateConfig({
  initial: 'open',
  states: {
    open: {
      on: {
        SOCK: [
          { guard: 'busy', actions: reply(504), meta: cite('FTP-03', 'FTP-19') },
          { guard: 'sockContradicts', actions: reply(505), meta: cite('H2') },
          { guard: 'sockAgainstOpenRefused', actions: reply(505), meta: cite('H4') },
          { guard: 'sockTooLate', actions: reply(504), meta: cite('H3') },
          {
            guard: 'sockAgainstOpen',
            actions: ['nameSock', closeFiltered, refilter, 'partFiltered', replySock],
            meta: cite('H4', 'FTP-19'),
          },
          { guard: 'sockAtOnce', actions: ['nameSock', refilter, replySock], meta: cite('R478-05', 'H3') },
          {
            actions: ['nameSock', replySock],
            meta: cite(
              'FTP-15',
              'FTP-16',
              'FTP-18',
              'R438-18',
              'R438-20',
              'R478-13',
              'FTP-17',
              'R438-25',
              'H18',
              'H19',
              'H2',
            ),
          },
        ],
        GETS: [
          { guard: 'unknown', actions: reply(506), meta: cite('FTP-02') },
          { actions: replyPair, meta: cite('FTP-14', 'NCP-05') },
        ],
        REIN: [
          { guard: 'busy', actions: ['dropPeers', reply(233)], meta: cite('FTP-44') },
          { actions: ['dropPeers', reply(233)], meta: cite('FTP-44', 'FTP-18', 'H35') },
        ],
        BYE: [
          { guard: 'busy', target: 'leaving', actions: reply(232), meta: cite('FTP-45') },
          { target: '#over', actions: [...close.both, reply(231)], meta: cite('FTP-45', 'H7') },
        ],
        CONTROL_LOST: [
          { guard: 'keepsListening', target: '#over', meta: cite('FTP-05', 'H10') },
          { target: '#over', actions: close.both, meta: cite('FTP-06', 'H10', 'R478-22') },
        ],
      },
    },
    leaving: {
      always: { guard: 'idle', target: '#over', actions: close.both, meta: cite('FTP-45') },
      on: {
        SOCK: { meta: cite('FTP-45') },
        GETS: { meta: cite('FTP-45') },
        REIN: { meta: cite('FTP-45') },
        BYE: { meta: cite('FTP-45') },
        CONTROL_LOST: { target: '#over', actions: close.both, meta: cite('FTP-06', 'H10') },
      },
    },
  },
});
