/**
 * Holes H1-H18 and H31-H35 decided one way and the other: listening, SOCK, PASV, LSTN, ABOR, REIN.
 */
import { abandons, aborts, cleansUp } from '../../machines/faults/interruption.ts';
import { intrusion } from '../../machines/faults/intrusion.ts';
import { dataSockets } from '../../machines/scripts.ts';
import { abort, holding, oneShot, parameters, peerFailure, sessionEnd } from '../leftovers.ts';
import { promise } from '../promise.ts';
import { dialogue, reports, succeeds } from '../reports.ts';
import { configurable, intrusion as intruded, security } from '../security.ts';
import { type Hole, holeRuns, noTransfers, sayFirst, sayTwice, toB } from './hole-run.ts';
import { inVariant } from './transfer-run.ts';

const always = [security, reports] as const;
const stranger = intrusion('passive-receives', dataSockets('V478', 'B'));
const lateSock = { plan: { conflict: 'sock-after-pasv' }, ...stranger } as const;

const holes: readonly Hole[] = [
  {
    id: 'H1',
    scene: 'stranger',
    says: 'a stranger calls a listener that has a filter',
    common: inVariant('V478', stranger),
    options: {
      'refuse-keep': {},
      'refuse-fail': { ncp: { mismatch: 'refuse-fail' } },
      queue: { ncp: { mismatch: 'queue' } },
      'accept-check': { ncp: { mismatch: 'accept-check' } },
    },
    families: [intruded, succeeds, promise, ...always],
  },
  {
    id: 'H2',
    scene: 'two-socks',
    says: 'a second SOCK contradicts the first',
    common: inVariant('V478', { edit: sayFirst({ say: { type: 'SOCK', address: { host: 'X', socket: 303 } } }) }),
    options: { overwrite: {}, rc505: { server: { contradictingSock: 'rc505' } } },
    families: [promise, ...always],
  },
  {
    id: 'H3',
    scene: 'late-sock',
    says: 'SOCK comes after PASV, with a stranger about',
    common: inVariant('V478', lateSock),
    options: {
      'at-once': {},
      'next-PASV': { server: { lateSock: 'next PASV' } },
      rc504: { server: { lateSock: 'rc504' } },
    },
    families: [intruded, ...always],
  },
  {
    id: 'H4',
    scene: 'late-sock',
    says: 'SOCK comes after a stranger was connected',
    common: inVariant('V478', lateSock),
    options: {
      close: {},
      ignore: { server: { sockAgainstOpen: 'ignore' } },
      rc505: { server: { sockAgainstOpen: 'rc505' } },
    },
    families: [intruded, ...always],
  },
  {
    id: 'H5',
    scene: 'two-pasv',
    says: 'a second PASV while listening',
    common: inVariant('V478', { edit: sayTwice('PASV') }),
    options: {
      'no-op': {},
      'listen-anew': { server: { secondPasv: 'listen anew' } },
      rc504: { server: { secondPasv: 'rc504' } },
    },
    families: [promise, ...always],
  },
  {
    id: 'H6',
    scene: 'twice',
    says: 'two transfers, PASV before each',
    common: inVariant('V478', { plan: { transfers: 2 } }),
    options: { 'one-transfer': {}, session: { server: { passiveFor: 'session' } } },
    families: [promise, oneShot, succeeds, ...always],
  },
  {
    id: 'H7',
    scene: 'no-transfer',
    says: 'PASV, and never a transfer command',
    common: inVariant('V478', { edit: noTransfers }),
    options: { keep: {}, 'times-out': { server: { listeningTimesOut: true } } },
    families: [holding, ...always],
  },
  {
    id: 'H8',
    scene: 'abor-after-pasv',
    says: 'ABOR while merely listening',
    common: inVariant('V478', {
      edit: (script) => toB((lines) => [...lines, { say: { type: 'ABOR' } }])(noTransfers(script)),
    }),
    options: { cancel: {}, 'nothing-to-abort': { server: { aborWhileListening: 'nothing to abort' } } },
    families: [abort, holding, ...always],
  },
  {
    id: 'H9',
    scene: 'aborts',
    says: 'ABOR of a transfer that waits',
    common: inVariant('V478', aborts),
    options: { 'rc201-only': {}, 'rc452-too': { server: { aborReportsTransfer: true } } },
    families: [abort, dialogue, ...always],
  },
  {
    id: 'H10',
    scene: 'abandons',
    says: 'the control connection is lost',
    common: inVariant('V478', abandons),
    options: { release: {}, 'keep-listening': { server: { controlLoss: 'keep listening' } } },
    families: [sessionEnd, ...always],
  },
  {
    id: 'H11',
    scene: 'peer-failed',
    says: 'C cannot connect, and the user aborts B, which waits',
    common: inVariant('V478', { plan: { sockActive: 'wrong-socket' }, ...cleansUp }),
    options: { hears: {}, deaf: { server: { deafWhileWaiting: true } } },
    families: [abort, peerFailure, ...always],
  },
  {
    id: 'H12',
    scene: 'wrong-parity',
    says: 'the SOCK before PASV has the wrong parity',
    common: inVariant('V478', { plan: { sockPassive: 'wrong-parity' } }),
    options: { both: {}, 'as-SOCK': { server: { pasvOpens: 'as SOCK' } } },
    families: [promise, ...always],
  },
  {
    id: 'H13',
    scene: 'retr-both',
    says: 'the other end was opened',
    common: inVariant('V478', { plan: { conflict: 'retr-both' } }),
    options: { 'close-and-wait': {}, rc505: { server: { wrongEndOpen: 'rc505' } } },
    families: [dialogue, ...always],
  },
  {
    id: 'H14',
    scene: 'roles-swapped',
    says: 'a transfer command against the direction of LSTN',
    common: inVariant('V438', { plan: { conflict: 'roles-swapped-sock-for-other-direction' } }),
    options: { rc505: {}, active: { server: { againstLstn: 'active' } } },
    families: [dialogue, ...always],
  },
  {
    id: 'H16',
    scene: 'two-lstn',
    says: 'a second LSTN of the same direction',
    common: inVariant('V438', { edit: sayTwice('LSTN'), ncp: { unlistened: 'Q' } }),
    options: { 'same-number': {}, rc505: { server: { secondLstn: 'rc505' } } },
    families: [succeeds, ...always],
  },
  {
    id: 'H17',
    scene: 'both-directions',
    says: 'LSTN for both directions',
    common: inVariant('V438', { edit: sayFirst({ say: { type: 'LSTN', direction: 'S' } }), ncp: { unlistened: 'Q' } }),
    options: { allow: {}, rc505: { server: { bothLstn: 'rc505' } } },
    families: [succeeds, ...always],
  },
  {
    id: 'H18',
    scene: 'told',
    says: 'which number rc255 names when it answers SOCK',
    common: inVariant('V438', { ncp: { unlistened: 'Q' } }),
    options: { own: {}, 'the-one-named': { server: { sockTells: 'the one named' } } },
    families: [configurable, succeeds, ...always],
  },
  {
    id: 'H31',
    scene: 'reply-first',
    says: 'PASV is acknowledged before the server listens',
    common: inVariant('V478'),
    options: { 'listen-first': {}, 'reply-first': { server: { repliesBeforeListening: true } } },
    families: [promise, ...always],
  },
  {
    id: 'H32',
    scene: 'busy',
    says: 'C calls while a stranger is connected',
    common: inVariant('V478', { plan: { sockPassive: 'none' }, ...stranger }),
    options: { refuse: {}, queue: { ncp: { busy: 'queue' } } },
    families: [intruded, ...always],
  },
  {
    id: 'H33',
    scene: 'closed-early',
    says: 'C sends its whole file and closes before the transfer command comes',
    common: inVariant('V478', { ncp: { allOnOpen: 'automatic' } }),
    options: { 'listen-again': {}, 'used-up': { server: { closedBeforeCommand: 'used up' } } },
    families: [promise, dialogue, ...always],
  },
  {
    id: 'H35',
    scene: 'rein',
    says: 'REIN while listening',
    common: inVariant('V478', {
      edit: (script) => toB((lines) => [...lines, { say: { type: 'REIN' } }])(noTransfers(script)),
    }),
    options: { cancels: {}, keeps: { server: { reinCancels: false } } },
    families: [holding, parameters, ...always],
  },
];

export const passiveHoleRuns = holes.flatMap(holeRuns);
