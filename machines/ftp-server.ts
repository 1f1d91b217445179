/**
 * An FTP server of 1972-73 that may take part in a server-server transfer.
 *
 * Source    RFC 354, 385, 430, 438, 454, 478, 542; the choices they leave open are its knobs (knobs.ts).
 * Models    one session with user A: control dialogue, data role and transfer as parallel regions.
 * Omits     login, byte size, type, structure and mode, restart; more than one session (FTP-01 is the ICP's, see icp.ts).
 * Variants  the knob `protocol`; a command that a variant has not got is answered by rc506.
 */
import { cite } from './clauses.ts';
import { dialogue } from './ftp-dialogue.ts';
import { role } from './ftp-role.ts';
import { hangUp, words } from './ftp-server-words.ts';
import { newSession } from './ftp-session.ts';
import { transfer } from './ftp-transfer.ts';

const ended = { meta: cite('FTP-05') } as const;
/** Whatever user A still says. */
const commands = {
  SOCK: ended,
  LSTN: ended,
  PASV: ended,
  GETS: ended,
  RETR: ended,
  RTRV: ended,
  STOR: ended,
  APPE: ended,
  ABOR: ended,
  REIN: ended,
  BYE: ended,
  CONTROL_LOST: ended,
} as const;
const noteAfterEnd = { meta: cite('NCP-40') } as const;

export const ftpServer = words.createMachine({
  id: 'ftpServer',
  context: ({ input }) => newSession(input),
  initial: 'serving',
  states: {
    serving: {
      type: 'parallel',
      on: { CRASH: { target: 'down', actions: ['startOver', hangUp], meta: cite('E1', 'E2', 'E4') } },
      states: { dialogue, role, transfer },
    },

    // The session is over: nothing that still comes matters.
    over: {
      id: 'over',
      tags: 'readsControl',
      on: {
        ...commands,
        OPENED: noteAfterEnd,
        REFUSED: noteAfterEnd,
        CLOSED: noteAfterEnd,
        PEER_CLOSED: noteAfterEnd,
        LOST: noteAfterEnd,
        TURNED_AWAY: noteAfterEnd,
        CREDIT: noteAfterEnd,
        ARRIVED: noteAfterEnd,
        CRASH: { target: 'down', actions: 'startOver', meta: cite('E1') },
      },
    },

    down: {
      on: {
        ...commands,
        RESTART: { target: 'over', meta: cite('E2', 'E3') },
      },
      tags: 'readsControl',
    },
  },
});
