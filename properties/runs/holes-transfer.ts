/**
 * Holes H20-H30 and H34-H40 decided one way and the other: credit, replies, retries, time-outs, NCP choices.
 */
import { crash } from '../../machines/faults/crash.ts';
import { aborts } from '../../machines/faults/interruption.ts';
import { fileRefusal } from '../../machines/faults/refusal.ts';
import { peerFailure } from '../leftovers.ts';
import { promise, waits } from '../promise.ts';
import { bothWait, dialogue, reports, succeeds } from '../reports.ts';
import { security } from '../security.ts';
import { type Hole, holeRuns } from './hole-run.ts';
import { inVariant } from './transfer-run.ts';

const always = [security, reports] as const;
const timeouts = { ncp: { timeouts: true }, server: { timeouts: true } } as const;

const holes: readonly Hole[] = [
  {
    id: 'H20',
    scene: 'premature',
    says: 'who grants credit on a connection that opens before the transfer command',
    common: inVariant('V478'),
    options: { withheld: {}, automatic: { ncp: { allOnOpen: 'automatic' } } },
    families: [promise, succeeds, ...always],
  },
  {
    id: 'H20',
    scene: 'empty-file',
    says: 'the same, and the file is empty',
    common: inVariant('V478', { pieces: 0, server: { closedBeforeData: 'end of file' } }),
    options: { withheld: {}, automatic: { ncp: { allOnOpen: 'automatic' } } },
    families: [promise, ...always],
  },
  {
    id: 'H21',
    scene: 'refusal',
    says: 'STOR is refused after the connection opened',
    common: inVariant('V478', fileRefusal('B')),
    options: { close: {}, keep: { server: { failedAfterOpen: 'keep' } } },
    families: [dialogue, ...always],
  },
  {
    id: 'H22',
    scene: 'waiting-user',
    says: 'the user waits for the reply of the waiting server before the other command',
    common: inVariant('V478', { plan: { order: 'PW' } }),
    options: { early: { server: { replyTiming: 'early' } }, late: {} },
    families: [waits, ...always],
  },
  {
    id: 'H22',
    scene: 'early-before-listening',
    says: 'LSTN, early rc250, the user waits for it',
    common: inVariant('V438', { plan: { order: 'PW' }, server: { replyTiming: 'early' } }),
    options: { 'listen-first': {}, 'reply-first': { server: { repliesBeforeListening: true } } },
    families: [waits, succeeds, ...always],
  },
  {
    id: 'H23',
    scene: 'closed-before-data',
    says: 'CLS after opening and before data: accept-then-check turns the receiver away',
    common: inVariant('V478', {
      plan: { sockPassive: 'wrong-host', direction: 'passive-sends' },
      ncp: { mismatch: 'accept-check' },
    }),
    options: {
      rc452: {},
      rc454: { server: { closedBeforeData: 454 } },
      'end-of-file': { server: { closedBeforeData: 'end of file' } },
    },
    families: [...always],
  },
  {
    id: 'H23',
    scene: 'empty-file',
    says: 'the file is empty, the transfer command comes in time',
    common: inVariant('V478', { pieces: 0, plan: { order: 'PW' }, server: { replyTiming: 'early' } }),
    options: { rc452: {}, 'end-of-file': { server: { closedBeforeData: 'end of file' } } },
    families: [...always],
  },
  {
    id: 'H23',
    scene: 'sender-aborts',
    says: 'the sender is aborted in the middle of a file of two pieces',
    common: inVariant('V478', { pieces: 2, ...aborts }),
    options: { rc452: {}, 'end-of-file': { server: { closedBeforeData: 'end of file' } } },
    families: [...always],
  },
  {
    id: 'H24',
    scene: 'refused',
    says: 'C calls again when refused (LSTN)',
    common: inVariant('V438'),
    options: { never: {}, once: { server: { retries: 1 } }, 'for-ever': { server: { retries: 'unbounded' } } },
    families: [promise, ...always],
  },
  {
    id: 'H24',
    scene: 'refused-waiting-user',
    says: 'the same, the user sends the second command after the reply to the first',
    common: inVariant('V438', { plan: { order: 'AW' } }),
    options: { never: {}, 'for-ever': { server: { retries: 'unbounded' } } },
    families: [waits, ...always],
  },
  {
    id: 'H25',
    scene: 'dropped',
    says: 'the request was dropped',
    common: inVariant('V438', { ncp: { unlistened: 'D' } }),
    options: { 'times-out': timeouts, 'for-ever': {} },
    families: [promise, dialogue, ...always],
  },
  {
    id: 'H26',
    scene: 'both-wait',
    says: 'both servers were told to wait',
    common: inVariant('V478', { plan: { conflict: 'both-pasv' } }),
    options: { undetected: {}, 'times-out': timeouts },
    families: [bothWait, dialogue, ...always],
  },
  {
    id: 'H27',
    scene: 'no-sock',
    says: 'PASV without an earlier SOCK',
    common: inVariant('V478', { plan: { sockPassive: 'none' } }),
    options: { allowed: {}, rc503: { server: { pasvNeedsSock: true } } },
    families: [promise, ...always],
  },
  {
    id: 'H29',
    scene: 'byte-size',
    says: "C's session has byte size 36",
    common: inVariant('V478'),
    options: {
      'B-has-none': { sizes: { B: null, C: 36 } },
      'B-has-8': { sizes: { B: 8, C: 36 } },
    },
    families: [promise, ...always],
  },
  {
    id: 'H34',
    scene: 'peer-failed',
    says: 'C cannot connect',
    common: inVariant('V478', { plan: { sockActive: 'wrong-socket' } }),
    options: { 'user-cleans-up': { user: { cleansUp: true } }, nobody: {} },
    families: [peerFailure, ...always],
  },
  {
    id: 'H37',
    scene: 'forgotten',
    says: 'C crashes and forgets; CLS for a pair that nobody knows',
    common: inVariant('V478', crash('C', 'without reset')),
    options: { discard: {}, ERR: { ncp: { unknownCls: 'ERR' } }, CLS: { ncp: { unknownCls: 'CLS' } } },
    families: [...always],
  },
  {
    id: 'H40',
    scene: 'direction',
    says: 'which way the file goes',
    common: inVariant('V478'),
    options: { 'waiting-server-receives': {}, 'waiting-server-sends': { plan: { direction: 'passive-sends' } } },
    families: [promise, succeeds, ...always],
  },
];

export const transferHoleRuns = holes.flatMap(holeRuns);
