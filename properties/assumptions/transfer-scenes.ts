/**
 * Scenes of a server-server transfer in which claims are at home that the plain transfer has no occasion for, under each
 * variant that has the occasion; and which axes a variant has.
 */
import { type Traits, traitsOf } from '../../machines/ftp-replies.ts';
import type { Family, Home } from '../../src/model/index.ts';
import { abort, holding, parameters, peerFailure, sessionEnd } from '../leftovers.ts';
import { eitherRole, waits } from '../promise.ts';
import { bothWait, nobodyWaits, sameDirection } from '../reports.ts';
import { gender, intrusion, security } from '../security.ts';
import { transferChoices } from './transfer-choices.ts';
import { transferFaults } from './transfer-faults.ts';

const variants = ['V478', 'V438', 'V430', 'V454', 'V542'] as const;

/** The variants with a server-server transfer. */
export type Variant = (typeof variants)[number];

const onlyLstn = ['H14', 'H16', 'H17', 'H18'];
const onlyPasv = ['H3', 'H4', 'H5', 'H6', 'H7', 'H12', 'H27', 'H33', 'H35'];

/** Questions about commands that a variant has not got. */
function missing(variant: Variant): readonly string[] {
  const { waitsBy, sock } = traitsOf[variant];
  if (waitsBy === 'PASV') return onlyLstn;
  if (waitsBy === null) return [...onlyLstn, ...onlyPasv];
  return sock === 255 ? onlyPasv : [...onlyPasv, 'H18'];
}

/** The axes along which a variant is looked at. The check of a stranger's gender is for a scene that has such a stranger. */
export const axesOf = (variant: Variant): readonly string[] => {
  const left = ['variant', 'gender-check', ...missing(variant)];
  return [...Object.values(transferChoices).flat(), ...transferFaults]
    .map(({ name }) => name)
    .filter((name) => !left.includes(name));
};

type Scene = {
  readonly says: string;
  readonly at: Home['at'];
  readonly families: readonly Family[];
  /** Which variants have the occasion. Default: all. */
  readonly under?: (variant: Traits) => boolean;
};

/** Somebody has to be told to wait. */
const oneWaits = ({ waitsBy }: Traits): boolean => waitsBy !== null;
/** A server that is told to wait is passive from then on; after LSTN it is so from its transfer command on. */
const oneIsPassive = ({ waitsBy }: Traits): boolean => waitsBy === 'PASV';
/** The waiting server can be told who will call: there is something to forget. */
const sockCanBeRight = ({ announces }: Traits): boolean => !announces;

const scenes: Readonly<Record<string, Scene>> = {
  'waiting-user': {
    says: 'a user who sends the second command after the reply to the first',
    at: { order: 'PW' },
    families: [waits],
  },
  stranger: {
    says: 'a stranger calls once',
    at: { stranger: 'once' },
    families: [intrusion, security],
    under: oneWaits,
  },
  'own-gender': {
    says: 'a stranger calls from a socket of its own gender, which its NCP refuses',
    at: { stranger: 'own-gender' },
    families: [gender],
    under: oneWaits,
  },
  aborts: { says: 'ABOR at any time', at: { abort: 'any-time' }, families: [abort], under: oneWaits },
  'user-leaves': { says: 'the user may leave', at: { 'user-leaves': 'any-time' }, families: [sessionEnd] },
  'failed-peer': { says: 'C cannot connect', at: { sockActive: 'wrong-socket' }, families: [peerFailure] },
  'other-direction': {
    says: 'the waiting server sends',
    at: { direction: 'passive-sends' },
    families: [eitherRole],
  },
  'both-wait': {
    says: 'both servers are told to wait',
    at: { roles: 'both-pasv' },
    families: [bothWait],
    under: oneWaits,
  },
  'nobody-waits': {
    says: 'nobody is told to wait',
    at: { roles: 'no-pasv' },
    families: [nobodyWaits],
    under: oneWaits,
  },
  'same-direction': { says: 'both are told to store', at: { roles: 'stor-both' }, families: [sameDirection] },
  'no-transfer': {
    says: 'PASV and never a transfer command',
    at: { says: 'no-transfer' },
    families: [holding],
    under: oneIsPassive,
  },
  rein: {
    says: 'REIN instead of the transfer command',
    at: { says: 'REIN-instead' },
    families: [parameters],
    under: sockCanBeRight,
  },
};

function scene(name: string, { says, at, families }: Scene, variant: Variant): Home {
  const axes = axesOf(variant);
  return {
    name: variant === 'V478' ? name : `${name}-${variant.slice(1)}`,
    says: `${variant}, ${says}`,
    at: variant === 'V478' ? at : { variant, ...at },
    axes: at['stranger'] === 'own-gender' ? [...axes.filter((axis) => axis !== 'stranger'), 'gender-check'] : axes,
    families: () => families,
  };
}

/** Every scene under every variant that has the occasion. */
export const transferScenes: readonly Home[] = Object.entries(scenes).flatMap(([name, one]) =>
  variants.filter((variant) => one.under?.(traitsOf[variant]) ?? true).map((variant) => scene(name, one, variant)),
);
