/**
 * The landscape of server-server transfers, and where the families are at home in it.
 */
import { traitsOf } from '../../machines/ftp-replies.ts';
import type { ServerKnobs } from '../../machines/knobs.ts';
import { scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import type { Family, Home, Landscape, Point } from '../../src/model/index.ts';
import { agreement } from '../agreement.ts';
import { course } from '../course.ts';
import { conduct } from '../ftp-conduct.ts';
import { abort, bounded, holding, oneShot, parameters, peerFailure, sessionEnd } from '../leftovers.ts';
import { eitherOrder, eitherRole, premature, promise, waits } from '../promise.ts';
import { bothWait, dialogue, nobodyWaits, reports, sameDirection, succeeds } from '../reports.ts';
import { configurable, gender, intrusion, security } from '../security.ts';
import { waysBack } from '../ways-back.ts';
import { named, settingsAt } from './axis-table.ts';
import { transferDesigns } from './designs.ts';
import { sceneOf, transferChoices } from './transfer-choices.ts';
import { transferFaults } from './transfer-faults.ts';

const { principal, ncps, servers } = transferChoices;
const axes = [...principal, ...transferFaults, ...ncps, ...servers];
const names = (some: readonly { readonly name: string }[]): readonly string[] => some.map(({ name }) => name);
const without = (...left: readonly string[]) => names(axes).filter((name) => !left.includes(name));

const always: readonly Family[] = [security, reports, dialogue, oneShot, bounded];
const plain = ({ variant }: Point): readonly Family[] => [
  promise,
  eitherOrder,
  agreement(variant as ServerKnobs['protocol']),
  configurable,
  succeeds,
  course,
  waysBack,
  conduct,
  ...(traitsOf[variant as ServerKnobs['protocol']].waitsBy === 'PASV' ? [premature] : []),
  ...always,
];

/** What changes much for little: these are taken in pairs. */
const together = [
  ...names(transferFaults),
  'ncp',
  'order',
  'timing',
  'sockPassive',
  'sockActive',
  'direction',
  'says',
  'pieces',
  'mismatch',
  'allOnOpen',
];
const holesOfPasv = ['H3', 'H6', 'H10', 'H11', 'H21', 'H23', 'H24', 'H31', 'H33', 'roles', 'reuse'];
const holesOfLstn = ['H14', 'H18', 'H24'];
const onlyLstn = ['H14', 'H16', 'H17', 'H18'];
const onlyPasv = ['H3', 'H4', 'H5', 'H6', 'H7', 'H12', 'H27', 'H33', 'H35'];

const sceneAxes = [...together, 'cleans-up', 'busy', ...holesOfPasv, 'H7', 'H8', 'H9', 'H13', 'H35'];
const scene = (name: string, says: string, at: Home['at'], ...families: readonly Family[]): Home => ({
  name,
  says,
  at,
  axes: sceneAxes,
  families: () => families,
});

const homes: readonly Home[] = [
  {
    name: 'V478',
    says: 'the transfer of RFC 478: PASV, both transfer commands at once, an NCP that refuses, nothing goes wrong',
    at: {},
    axes: without('variant', 'gender-check', ...onlyLstn),
    paired: [...together, ...holesOfPasv],
    families: plain,
  },
  {
    name: 'V438',
    says: 'the transfer of RFC 438: LSTN, both transfer commands at once, an NCP that refuses, nothing goes wrong',
    at: { variant: 'V438' },
    axes: without('variant', 'gender-check', ...onlyPasv),
    paired: [...together, ...holesOfLstn],
    families: plain,
  },
  ...(['V430', 'V454', 'V542'] as const).map((variant) => ({
    name: variant,
    says: `the transfer of ${variant}, as of RFC 478 otherwise`,
    at: { variant },
    axes: together,
    families: plain,
  })),
  scene(
    'waiting-user',
    'V478, a user who sends the second command after the reply to the first',
    { order: 'PW' },
    waits,
  ),
  scene('waiting-user-438', 'V438, the same user', { variant: 'V438', order: 'PW' }, waits),
  scene('stranger', 'V478, a stranger calls once', { stranger: 'once' }, intrusion, security),
  {
    ...scene(
      'own-gender',
      'V478, a stranger calls from a socket of its own gender, which its NCP refuses',
      { stranger: 'own-gender' },
      gender,
    ),
    axes: [...sceneAxes.filter((name) => name !== 'stranger'), 'gender-check'],
  },
  scene('aborts', 'V478, ABOR at any time', { abort: 'any-time' }, abort),
  scene('user-leaves', 'V478, the user may leave', { 'user-leaves': 'any-time' }, sessionEnd),
  scene('failed-peer', 'V478, C cannot connect', { sockActive: 'wrong-socket' }, peerFailure),
  scene('other-direction', 'V478, the waiting server sends', { direction: 'passive-sends' }, eitherRole),
  scene('both-wait', 'V478, both servers are told to wait', { roles: 'both-pasv' }, bothWait),
  scene('nobody-waits', 'V478, nobody is told to wait', { roles: 'no-pasv' }, nobodyWaits),
  scene('same-direction', 'V478, both are told to store', { roles: 'stor-both' }, sameDirection),
  scene('no-transfer', 'V478, PASV and never a transfer command', { says: 'no-transfer' }, holding),
  scene('rein', 'V478, REIN while listening', { says: 'REIN-instead' }, parameters),
];

export const transfers: Landscape = {
  name: 'transfers',
  says: 'a file goes from one server to another, as a third host tells them',
  axes: named(axes),
  homes,
  designs: transferDesigns,
  contradiction: (point) =>
    point['ncp'] === 'QT' && point['patience'] === 'for-ever'
      ? 'ncp=QT is the same as ncp=Q without time-outs: add patience=may-end'
      : undefined,
  system: (point, name) => {
    const settings = settingsAt(axes, point);
    const made = threeParty(scenario({ ...sceneOf(settings), name }));
    return settings.reduce((system, { change }) => change?.(system) ?? system, made);
  },
};
