/**
 * What hosts and users choose about a server-server transfer: protocol, NCP, the order of commands, and who is told what.
 *
 * Source  the questions that the documents leave open (H1 to H40).
 */
import { cleansUp } from '../../machines/faults/interruption.ts';
import type { Conflict, Order, Sock } from '../../machines/scripts.ts';
import type { NcpKnobs, ServerKnobs } from '../../machines/knobs.ts';
import { variants } from '../../machines/variants/index.ts';
import { noTransfers, sayFirst, sayTwice, toB } from '../runs/hole-run.ts';
import type { SettingAxis } from './axis-table.ts';
import { together, type TransferSetting } from './transfer-setting.ts';

type Choice = SettingAxis<TransferSetting>;

const choice = (name: string, says: string, values: Choice['values']): Choice => ({
  name,
  says,
  kind: 'choice',
  values,
});

const ncp = (knobs: Partial<NcpKnobs>): TransferSetting => ({ scene: { ncp: knobs } });
const server = (knobs: Partial<ServerKnobs>): TransferSetting => ({ scene: { server: knobs } });
const variant = (name: keyof typeof variants): TransferSetting => ({
  scene: { plan: { protocol: variants[name].server.protocol }, server: variants[name].server },
});
const order = (value: Order): TransferSetting => ({ scene: { plan: { order: value } } });
const roles = (value: Conflict): TransferSetting => ({ scene: { plan: { conflict: value } } });
const toWaiting = (value: Sock): TransferSetting => ({ scene: { plan: { sockPassive: value } } });
const toCalling = (value: Sock): TransferSetting => ({ scene: { plan: { sockActive: value } } });

/** The choices of the sweep, and what the user says otherwise than in the plan. */
const principal: readonly Choice[] = [
  choice('variant', 'which document is followed', {
    V478: variant('V478'),
    V438: variant('V438'),
    V430: variant('V430'),
    V454: variant('V454'),
    V542: variant('V542'),
  }),
  choice('ncp', 'requests for which nobody waits are refused, queued, dropped, or queued for a while', {
    R: {},
    Q: ncp({ unlistened: 'Q' }),
    D: ncp({ unlistened: 'D' }),
    QT: ncp({ unlistened: 'QT' }),
  }),
  choice(
    'order',
    'the transfer commands at once, to the waiting server first, to the calling one first; or no waiting at all',
    {
      conc: {},
      PW: order('PW'),
      AW: order('AW'),
      hurries: { scene: { plan: { hurries: true } } },
    },
  ),
  choice('timing', 'rc250 after the connection is open, or before (H22)', {
    late: {},
    early: server({ replyTiming: 'early' }),
  }),
  choice('sockPassive', 'what SOCK names to the waiting server', {
    ok: {},
    none: toWaiting('none'),
    'wrong-host': toWaiting('wrong-host'),
    'wrong-socket': toWaiting('wrong-socket'),
    'wrong-parity': toWaiting('wrong-parity'),
  }),
  choice('sockActive', 'what SOCK names to the calling server', {
    ok: {},
    none: toCalling('none'),
    'wrong-host': toCalling('wrong-host'),
    'wrong-socket': toCalling('wrong-socket'),
    'wrong-parity': toCalling('wrong-parity'),
  }),
  choice('direction', 'whether the waiting server receives or sends (H40)', {
    'passive-receives': {},
    'passive-sends': { scene: { plan: { direction: 'passive-sends' } } },
  }),
  choice('roles', 'who is told to wait, and who to do what (H26: both-pasv)', {
    right: {},
    'no-pasv': roles('no-pasv'),
    'both-pasv': roles('both-pasv'),
    'pasv-at-other': roles('pasv-at-other'),
    'roles-swapped': roles('roles-swapped'),
    'only-commands-swapped': roles('roles-swapped-sock-for-other-direction'),
    'stor-both': roles('stor-both'),
    'retr-both': roles('retr-both'),
    'sock-after-pasv': roles('sock-after-pasv'),
  }),
  choice('says', 'what the user says besides, or leaves out', {
    'as-planned': {},
    'another-SOCK': { scene: { edit: sayFirst({ say: { type: 'SOCK', address: { host: 'X', socket: 303 } } }) } },
    'PASV-twice': { scene: { edit: sayTwice('PASV') } },
    'LSTN-twice': { scene: { edit: sayTwice('LSTN') } },
    'LSTN-both-ways': { scene: { edit: sayFirst({ say: { type: 'LSTN', direction: 'S' } }) } },
    'two-transfers': { scene: { plan: { transfers: 2 } } },
    'BYE-at-last': { scene: { plan: { leaves: true } } },
    'no-transfer': { scene: { edit: noTransfers } },
    'ABOR-instead': {
      scene: { edit: (script) => toB((lines) => [...lines, { say: { type: 'ABOR' } }])(noTransfers(script)) },
    },
    'REIN-instead': {
      scene: { edit: (script) => toB((lines) => [...lines, { say: { type: 'REIN' } }])(noTransfers(script)) },
    },
  }),
  choice('pieces', 'how many pieces the file has', {
    one: {},
    none: { scene: { pieces: 0 } },
    two: { scene: { pieces: 2 } },
  }),
  choice('cleans-up', 'whether the user aborts one server when the other has failed (H34)', {
    no: {},
    yes: { scene: cleansUp },
  }),
];

/** Choices of the NCPs. */
const ncps: readonly Choice[] = [
  choice('mismatch', 'what a listener does with a caller that SOCK does not name (H1)', {
    'refuse-keep': {},
    'refuse-fail': ncp({ mismatch: 'refuse-fail' }),
    queue: ncp({ mismatch: 'queue' }),
    'accept-check': ncp({ mismatch: 'accept-check' }),
  }),
  choice('busy', 'what a busy socket does with a caller (H32)', { refuse: {}, queue: ncp({ busy: 'queue' }) }),
  choice('reuse', 'whether a socket may be used again before CLS has gone both ways', {
    strict: {},
    sloppy: ncp({ reuse: 'sloppy' }),
  }),
  choice('allOnOpen', 'who grants credit on opening (H20)', {
    withheld: {},
    automatic: ncp({ allOnOpen: 'automatic' }),
  }),
  choice('unknownCls', 'what a CLS for an unknown pair gets (H37)', {
    discard: {},
    ERR: ncp({ unknownCls: 'ERR' }),
    CLS: ncp({ unknownCls: 'CLS' }),
  }),
  choice('repeatedRequest', 'what a request for the open pair does (H38)', {
    ignore: {},
    restart: ncp({ repeatedRequest: 'restart' }),
  }),
  choice('gives-up-on-CLS', 'whether an NCP may give up waiting for a CLS', {
    no: {},
    yes: ncp({ givesUpOnCls: true }),
  }),
  choice('links', 'whether receive sockets have links of their own', {
    distinct: {},
    shared: { scene: { links: 'shared' } },
  }),
  choice('byte-size', 'the byte sizes of the sessions (H29)', {
    unset: {},
    'B-8-C-36': { scene: { sizes: { B: 8, C: 36 } } },
  }),
  choice('gender-check', 'whether the NCP of a stranger refuses requests to its own gender', {
    yes: {},
    no: { scene: { ncpOf: { X: { checksGender: false } } } },
  }),
];

/** Choices of the servers, by the open questions that they decide. */
const servers: readonly Choice[] = [
  choice('H2', 'a SOCK that contradicts an earlier one', {
    overwrite: {},
    rc505: server({ contradictingSock: 'rc505' }),
  }),
  choice('H3', 'a SOCK after PASV', {
    'at-once': {},
    'next-PASV': server({ lateSock: 'next PASV' }),
    rc504: server({ lateSock: 'rc504' }),
  }),
  choice('H4', 'a SOCK against an open connection', {
    close: {},
    ignore: server({ sockAgainstOpen: 'ignore' }),
    rc505: server({ sockAgainstOpen: 'rc505' }),
  }),
  choice('H5', 'a second PASV', {
    'no-op': {},
    'listen-anew': server({ secondPasv: 'listen anew' }),
    rc504: server({ secondPasv: 'rc504' }),
  }),
  choice('H6', 'how long PASV lasts', { 'one-transfer': {}, session: server({ passiveFor: 'session' }) }),
  choice('H7', 'whether listening may time out', { no: {}, yes: server({ listeningTimesOut: true }) }),
  choice('H8', 'ABOR while listening', { cancel: {}, nothing: server({ aborWhileListening: 'nothing to abort' }) }),
  choice('H9', 'whether ABOR is also reported as rc452', { no: {}, yes: server({ aborReportsTransfer: true }) }),
  choice('H10', 'loss of the control connection', { release: {}, keep: server({ controlLoss: 'keep listening' }) }),
  choice('H11', 'whether a waiting server hears its user', { hears: {}, deaf: server({ deafWhileWaiting: true }) }),
  choice('H12', 'which sockets PASV opens', { both: {}, 'as-SOCK': server({ pasvOpens: 'as SOCK' }) }),
  choice('H13', 'the other end was opened', { 'close-and-wait': {}, rc505: server({ wrongEndOpen: 'rc505' }) }),
  choice('H14', 'a transfer against LSTN', { rc505: {}, active: server({ againstLstn: 'active' }) }),
  choice('H16', 'a second LSTN', { 'same-number': {}, rc505: server({ secondLstn: 'rc505' }) }),
  choice('H17', 'LSTN for both directions', { allow: {}, rc505: server({ bothLstn: 'rc505' }) }),
  choice('H18', 'the number in the reply to SOCK', {
    own: {},
    'the-one-named': server({ sockTells: 'the one named' }),
  }),
  choice('H21', 'an open connection when the transfer command fails', {
    close: {},
    keep: server({ failedAfterOpen: 'keep' }),
  }),
  choice('H23', 'CLS before data', {
    rc452: {},
    rc454: server({ closedBeforeData: 454 }),
    'end-of-file': server({ closedBeforeData: 'end of file' }),
  }),
  choice('H24', 'how often a refused request is repeated', {
    never: {},
    once: server({ retries: 1 }),
    'for-ever': server({ retries: 'unbounded' }),
  }),
  choice('H27', 'whether PASV needs SOCK', { no: {}, yes: server({ pasvNeedsSock: true }) }),
  choice('H31', 'whether a reply may come before listening', { no: {}, yes: server({ repliesBeforeListening: true }) }),
  choice('H33', 'CLS before the transfer command', {
    'listen-again': {},
    'used-up': server({ closedBeforeCommand: 'used up' }),
  }),
  choice('H35', 'REIN while listening', { cancels: {}, keeps: server({ reinCancels: false }) }),
];

export const transferChoices = { principal, ncps, servers } as const;

/** The scene that settings make together. */
export const sceneOf = (settings: readonly TransferSetting[]) =>
  settings.reduce<NonNullable<TransferSetting['scene']>>(
    (scene, setting) => (setting.scene ? together(scene, setting.scene) : scene),
    {},
  );
