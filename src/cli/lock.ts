import type { Report, Verdict } from '../model/index.ts';

import { type DeadTransitions, deadTransitions } from './dead-transitions.ts';
import { Failure } from './failure.ts';
import type { Difference } from './judge.ts';

/** What one run gave: its size, its kinds of end, and every verdict; lengths are those of the shortest traces. */
export type LockedRun = {
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  /** By kind of end: the length of the way to it. */
  readonly ends: Readonly<Record<string, string>>;
  /** By claim: the length of its counterexample, `stem + loop` for a lasso. */
  readonly violated: Readonly<Record<string, string>>;
  /** By witness: the length of the way to it. */
  readonly reached: Readonly<Record<string, string>>;
  readonly notReached: readonly string[];
  readonly notFinished: readonly string[];
  /** By family: how many of its claims hold. */
  readonly holds: Readonly<Record<string, number>>;
};

/** All that the manifest is known to give: the content of `runs.lock.json`. */
export type Lock = {
  readonly runs: Readonly<Record<string, LockedRun>>;
  /** By family: the names of its claims, so that none goes unnoticed. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  /** By chart: the transitions that no run takes. */
  readonly neverTaken: Readonly<Record<string, readonly string[]>>;
};

const FORMAT = 2;

const length = ({ path }: Pick<Verdict, 'path'>): string =>
  path?.loop === undefined ? String(path?.steps.length ?? 0) : `${path.loop} + ${path.steps.length - path.loop}`;

/** What a report pins. */
export function lockedRun({ states, steps, depth, outcomes, verdicts }: Report): LockedRun {
  const of = (name: Verdict['verdict']): Verdict[] => verdicts.filter(({ verdict }) => verdict === name);
  const names = (found: readonly Verdict[]): string[] => found.map(({ claim }) => claim).sort();
  const lengths = (found: readonly Verdict[]): Record<string, string> =>
    Object.fromEntries(found.map((verdict) => [verdict.claim, length(verdict)]));
  return {
    states,
    steps,
    depth,
    ends: Object.fromEntries(outcomes.map((outcome) => [outcome.name, length(outcome)])),
    violated: lengths(of('violated')),
    reached: lengths(of('reached')),
    notReached: names(of('not reached')),
    notFinished: names(of('not finished')),
    holds: counted(of('holds')),
  };
}

function counted(verdicts: readonly Verdict[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { family } of verdicts) counts[family] = (counts[family] ?? 0) + 1;
  return counts;
}

/** The names of the claims of each family, in all reports together. */
function lockedClaims(reports: readonly Pick<Report, 'verdicts'>[]): Lock['claims'] {
  const families = new Map<string, Set<string>>();
  for (const { family, claim } of reports.flatMap(({ verdicts }) => verdicts)) {
    families.set(family, (families.get(family) ?? new Set()).add(claim));
  }
  return Object.fromEntries([...families].sort().map(([family, claims]) => [family, [...claims].sort()]));
}

/** The transitions of each chart that no run takes; charts without any are left out. */
const lockedTransitions = (transitions: DeadTransitions): Lock['neverTaken'] =>
  Object.fromEntries(
    Object.entries(transitions).flatMap(([chart, { dead }]) => (dead.length > 0 ? [[chart, dead] as const] : [])),
  );

/** The text of a lock: a line for each field of a run, so that a change shows as the lines that it changes. */
export function lockText({ claims, runs, neverTaken }: Lock): string {
  const object = (entries: readonly (readonly [string, unknown])[], indent: string): string =>
    entries.length === 0
      ? '{}'
      : `{\n${entries.map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${valueText(value, `${indent}  `)}`).join(',\n')}\n${indent}}`;
  const valueText = (value: unknown, indent: string): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (!Array.isArray(value)) return object(Object.entries(value), indent);
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`;
  };
  return `${object(Object.entries({ format: FORMAT, claims, runs, neverTaken }), '')}\n`;
}

/** @throws Failure (150) when the text is no lock of this format. */
export function readLock(text: string, path: string): Lock {
  let value: Partial<Lock> & { readonly format?: unknown };
  try {
    value = JSON.parse(text) as typeof value;
  } catch (error) {
    throw new Failure(
      `${path} is not JSON (${(error as Error).message}); check --update-lock of all runs writes it anew`,
    );
  }
  const { format, claims, runs, neverTaken } = value ?? {};
  if (format === FORMAT && isTable(claims) && isTable(runs) && isTable(neverTaken)) {
    const spoilt = Object.keys(runs).find((name) => !isLockedRun(runs[name]));
    if (spoilt === undefined) return { claims, runs, neverTaken };
    throw new Failure(
      `${path}: what it has of the run "${spoilt}" is not complete; check --update-lock of all runs writes it anew`,
    );
  }
  throw new Failure(`${path} is no lock of format ${FORMAT}; check --update-lock of all runs writes it anew`);
}

const isLockedRun = (run: unknown): boolean =>
  isTable(run) &&
  [run['states'], run['steps'], run['depth']].every(Number.isInteger) &&
  [run['ends'], run['violated'], run['reached'], run['holds']].every(isTable) &&
  [run['notReached'], run['notFinished']].every(Array.isArray);

const isTable = (value: unknown): value is Readonly<Record<string, never>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const drift = (text: string): Difference => ({ code: 20, text });

/**
 * In what a run differs from the lock.
 *
 * @param every whether all claims of the run were checked; if not, those that were not are not missed.
 */
export function lockDifferences(report: Report, locked: LockedRun | undefined, every: boolean): readonly Difference[] {
  if (locked === undefined)
    return [drift('the lock has no such run: check --update-lock, once its verdicts are right')];
  const found = lockedRun(report);
  const sizes = (['states', 'steps', 'depth'] as const).flatMap((name) =>
    found[name] === locked[name] ? [] : [drift(`${name}: ${found[name]}, and the lock has ${String(locked[name])}`)],
  );
  const [now, before] = [said(found), said(locked)];
  const names = [...new Set([...before.keys(), ...now.keys()])].filter(
    (name) => every || (now.has(name) && !name.startsWith('family ')),
  );
  const changed = names.flatMap((name) => {
    const [is, was] = [now.get(name) ?? 'not there', before.get(name) ?? 'nothing of it'];
    return is === was || (!now.has(name) && !before.has(name))
      ? []
      : [drift(`${name}: ${is}, and the lock has ${was}`)];
  });
  const all = [...sizes, ...changed];
  if (all.length <= SHOWN) return all;
  const more = `${all.length - SHOWN} more differences from the lock: check --update-lock, once all verdicts are right`;
  return [...all.slice(0, SHOWN), drift(more)];
}

/** How many differences of one run are told one by one. */
const SHOWN = 5;

/** Every verdict and kind of end of a run in words, by what it is about. */
function said({ ends, violated, reached, notReached, notFinished, holds }: LockedRun): Map<string, string> {
  const words = new Map<string, string>();
  for (const [name, steps] of Object.entries(ends)) words.set(`end "${name}"`, `${steps} steps away`);
  for (const [name, steps] of Object.entries(violated)) words.set(`"${name}"`, `violated in ${steps} steps`);
  for (const [name, steps] of Object.entries(reached)) words.set(`"${name}"`, `reached in ${steps} steps`);
  for (const name of notReached) words.set(`"${name}"`, 'not reached');
  for (const name of notFinished) words.set(`"${name}"`, 'not finished');
  for (const [family, many] of Object.entries(holds)) words.set(`family "${family}"`, `${many} hold`);
  return words;
}

/** Names that are there now and were not, or the other way round: of a family's claims, of a chart's untaken transitions. */
function changes(
  now: Readonly<Record<string, readonly string[]>>,
  before: Readonly<Record<string, readonly string[]>>,
  words: readonly [come: string, gone: string],
): readonly string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(before)])].flatMap((of) => {
    const [is, was] = [now[of] ?? [], before[of] ?? []];
    return [
      ...is.filter((name) => !was.includes(name)).map((name) => `${of}: ${name} ${words[0]}`),
      ...was.filter((name) => !is.includes(name)).map((name) => `${of}: ${name} ${words[1]}`),
    ];
  });
}

/** In what the whole manifest differs from the lock, beside its single runs: claims and untaken transitions. */
export const wholeDifferences = (now: Pick<Lock, 'claims' | 'neverTaken'>, lock: Lock): readonly string[] => [
  ...changes(now.claims, lock.claims, ['is a claim, and the lock has it not', 'is in the lock, and no claim']),
  ...changes(now.neverTaken, lock.neverTaken, [
    'is never taken, and the lock does not say so',
    'is taken, and the lock has it never taken',
  ]),
];

/** What the whole manifest pins beside its single runs. */
export const lockedWhole = (reports: readonly Report[]): Pick<Lock, 'claims' | 'neverTaken'> => ({
  claims: lockedClaims(reports),
  neverTaken: lockedTransitions(deadTransitions(reports)),
});

/** The lock of a manifest whose runs gave this. */
export const lockOf = (given: readonly (readonly [name: string, report: Report])[]): Lock => ({
  runs: Object.fromEntries(given.map(([name, report]) => [name, lockedRun(report)])),
  ...lockedWhole(given.map(([, report]) => report)),
});
