/**
 * The landscape of server-server transfers, and where the families are at home in it.
 */
import { traitsOf } from '../../machines/ftp-replies.ts';
import { scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import type { Family, Home, Landscape, Point } from '../../src/model/index.ts';
import { agreement } from '../agreement.ts';
import { course } from '../course.ts';
import { conduct } from '../ftp-conduct.ts';
import { bounded, oneShot } from '../leftovers.ts';
import { eitherOrder, premature, promise } from '../promise.ts';
import { dialogue, reports, succeeds } from '../reports.ts';
import { configurable, security } from '../security.ts';
import { waysBack } from '../ways-back.ts';
import { named, settingsAt } from './axis-table.ts';
import { transferDesigns } from './designs.ts';
import { fixedInTransfers } from './fixed.ts';
import { sceneOf, transferChoices } from './transfer-choices.ts';
import { transferFaults } from './transfer-faults.ts';
import { axesOf, transferScenes, type Variant } from './transfer-scenes.ts';

const { principal, ncps, servers } = transferChoices;
const axes = [...principal, ...transferFaults, ...ncps, ...servers];
const names = (some: readonly { readonly name: string }[]): readonly string[] => some.map(({ name }) => name);

const always: readonly Family[] = [security, reports, dialogue, oneShot, bounded];
const plain = ({ variant }: Point): readonly Family[] => [
  promise,
  eitherOrder,
  agreement(variant as Variant),
  configurable,
  succeeds,
  ...(traitsOf[variant as Variant].waitsBy === null ? [] : [course]),
  waysBack,
  conduct,
  ...(traitsOf[variant as Variant].waitsBy === 'PASV' ? [premature] : []),
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

const home = (variant: Variant): Home => ({
  name: variant,
  says: `${transferOf[variant]}, both transfer commands at once, an NCP that refuses, nothing goes wrong`,
  at: variant === 'V478' ? {} : { variant },
  axes: axesOf(variant),
  families: plain,
});
const transferOf: Readonly<Record<Variant, string>> = {
  V478: 'the transfer of RFC 478: PASV',
  V438: 'the transfer of RFC 438: LSTN',
  V430: 'the transfer of RFC 430: GETSocket',
  V454: 'the transfer of RFC 454: LSTN, and SOCK that tells no socket',
  V542: 'the transfer of RFC 542: PASV, and rc257',
};

const homes: readonly Home[] = [
  { ...home('V478'), paired: [...together, ...holesOfPasv] },
  { ...home('V438'), paired: [...together, ...holesOfLstn] },
  home('V430'),
  home('V454'),
  home('V542'),
  ...transferScenes,
];

export const transfers: Landscape = {
  name: 'transfers',
  says: 'a file goes from one server to another, as a third host tells them',
  axes: named(axes),
  fixed: fixedInTransfers,
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
