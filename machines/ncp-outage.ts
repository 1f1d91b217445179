/**
 * A host that is down, and one that comes back and asks the others to forget.
 *
 * Source    NIC 8246 pp. 17-18 (RST, RRP); RFC 381 (IMP-to-host type 7); RFC 467, RFC 492 (restarts without RST).
 */
import { cite } from './clauses.ts';
import { socketChart as chart } from './ncp-words.ts';

const unreachable = { actions: 'answerDead', meta: cite('NCP-75', 'E4') } as const;
const nobodyActs = { meta: cite('E1', 'E2') } as const;
const discarded = { meta: cite('NCP-71') } as const;
const later = { actions: 'postponeCall', meta: cite('NCP-71') } as const;

/** Down: whoever writes is told by the subnet. */
export const down = chart.createStateConfig({
  on: {
    RESTART: [
      {
        guard: 'resetsOthers',
        target: 'resetting',
        actions: ['sendResets', 'awaitAnswers'],
        meta: cite('NCP-70', 'E2'),
      },
      { target: 'closed', meta: cite('NCP-74', 'E3') },
    ],
    CRASH: nobodyActs,
    STR: unreachable,
    RTS: unreachable,
    CLS: unreachable,
    ALL: unreachable,
    GVB: unreachable,
    RET: unreachable,
    DATA: unreachable,
    ERR: unreachable,
    RST: unreachable,
    RRP: unreachable,
    DEAD: nobodyActs,
    LISTEN: nobodyActs,
    CONNECT: nobodyActs,
    ACCEPT: nobodyActs,
    CLOSE: nobodyActs,
    GRANT: nobodyActs,
    SEND: nobodyActs,
  },
});

/** RST is sent: nothing else is listened to, and nothing else said, until every RRP is there. */
export const resetting = chart.createStateConfig({
  on: {
    RRP: [
      { guard: 'lastResetAnswered', target: 'closed', actions: 'countAnswer', meta: cite('NCP-71', 'NCP-73') },
      { actions: 'countAnswer', meta: cite('NCP-71') },
    ],
    DEAD: [
      { guard: 'lastResetAnswered', target: 'closed', actions: 'countAnswer', meta: cite('NCP-71', 'NCP-75') },
      { actions: 'countAnswer', meta: cite('NCP-75') },
    ],
    RST: { actions: 'answerReset', meta: cite('NCP-72') },
    DATA: { actions: 'acknowledge', meta: cite('NCP-71') },
    STR: discarded,
    RTS: discarded,
    CLS: discarded,
    ALL: discarded,
    GVB: discarded,
    RET: discarded,
    ERR: discarded,
    LISTEN: later,
    CONNECT: later,
    CLOSE: [
      { guard: 'connectWaits', actions: ['forgetCall', 'noteClosed'], meta: cite('NCP-71') },
      { actions: 'forgetCall', meta: cite('NCP-71') },
    ],
  },
});
