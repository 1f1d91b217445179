/** What the documents leave open, decided otherwise than recommended, in a few places at once. */
import fc from 'fast-check';

import type { NcpKnobs, ServerKnobs } from '../../machines/knobs.ts';

/** One of some values. */
export const any = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...values);

/** For each knob the values that are not recommended. */
type Choices<T> = { readonly [K in keyof T]?: fc.Arbitrary<T[K]> };

/** Left out: acceptance by process, for the servers have no such dialogue with their NCP. */
const everyNcpChoice: Choices<NcpKnobs> = {
  unlistened: any('Q', 'QT', 'D'),
  busy: any('queue'),
  mismatch: any('refuse-fail', 'queue', 'accept-check'),
  reuse: any('sloppy'),
  givesUpOnCls: any(true),
  allOnOpen: any('automatic'),
  unknownCls: any('ERR', 'CLS'),
  repeatedRequest: any('restart'),
  queueBound: any(1),
};

/** Left out: retries without end, which only a fair NCP ends. */
const everyServerChoice: Choices<ServerKnobs> = {
  replyTiming: any('early'),
  passiveFor: any('session'),
  deafWhileWaiting: any(true),
  contradictingSock: any('rc505'),
  sockAgainstOpen: any('ignore', 'rc505'),
  lateSock: any('next PASV', 'rc504'),
  secondPasv: any('rc504'),
  listeningTimesOut: any(true),
  aborWhileListening: any('nothing to abort'),
  aborReportsTransfer: any(true),
  controlLoss: any('keep listening'),
  pasvOpens: any('as SOCK'),
  wrongEndOpen: any('rc505'),
  secondLstn: any('rc505'),
  bothLstn: any('rc505'),
  sockTells: any('the one named'),
  repliesBeforeListening: any(true),
  againstLstn: any('active'),
  failedAfterOpen: any('keep'),
  closedBeforeData: any(454, 'end of file'),
  retries: any(1),
  pasvNeedsSock: any(true),
  closedBeforeCommand: any('used up'),
  reinCancels: any(false),
};

/** Mostly none, else at most three of them. */
function few<T extends object>(choices: Choices<T>): fc.Arbitrary<Partial<T>> {
  const names = Object.keys(choices) as (keyof T)[];
  const some = fc
    .subarray(names, { maxLength: 3 })
    .chain((kept) => fc.record(Object.fromEntries(kept.map((name) => [name, choices[name]!]))));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: some as fc.Arbitrary<Partial<T>> },
  );
}

/** Knobs of an NCP that are not as recommended. */
export const ncpChoices: fc.Arbitrary<Partial<NcpKnobs>> = few(everyNcpChoice);

/** Knobs of a server that are not as recommended. */
export const serverChoices: fc.Arbitrary<Partial<ServerKnobs>> = few(everyServerChoice);
