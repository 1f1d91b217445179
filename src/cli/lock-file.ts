import type { Report } from '../model/index.ts';

import type { Done } from './checked.ts';
import { Failure } from './failure.ts';
import type { Difference } from './judge.ts';
import { type Lock, lockDifferences, lockOf, lockText, lockedWhole, readLock, wholeDifferences } from './lock.ts';
import type { Session } from './session.ts';

type Files = Pick<Session, 'lockFile' | 'readFile' | 'writeFile' | 'runs'>;

/** Compares what runs give with the lock. */
export type LockKeeper = {
  /** @param every whether all claims of the run were checked. */
  readonly ofRun: (run: string, report: Report, every: boolean) => readonly Difference[];
  /** @param reports of all runs. */
  readonly ofWhole: (reports: readonly Report[]) => readonly string[];
};

/** Nothing differs from it. */
export const noLock: LockKeeper = { ofRun: () => [], ofWhole: () => [] };

/**
 * The lock of the manifest, ready to compare; with none, nothing differs from it.
 *
 * @throws Failure (20) when the manifest should have one and has not, (150) when it cannot be read.
 */
export async function lockKeeper(files: Files): Promise<LockKeeper> {
  if (files.lockFile === undefined) return noLock;
  const lock = await storedLock(files);
  if (lock === undefined) throw new Failure(`there is no ${files.lockFile}: check --update-lock writes it`, 20);
  return {
    ofRun: (run, report, every) => (report.stopped === undefined ? lockDifferences(report, lock.runs[run], every) : []),
    ofWhole: (reports) => wholeDifferences(lockedWhole(reports), lock),
  };
}

/** The lock as it stands, if there is one. @throws Failure (150) when it cannot be read. */
export async function storedLock({ lockFile = '', readFile }: Files): Promise<Lock | undefined> {
  let text: string;
  try {
    text = await readFile(lockFile);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
  return readLock(text, lockFile);
}

/**
 * Writes what these runs gave into the lock. Those that were not searched stay as they are; without a run in the
 * manifest its lines go.
 *
 * @returns what was done, in words.
 */
export async function updateLock(done: readonly Done[], files: Files): Promise<string> {
  const { lockFile } = files;
  if (lockFile === undefined) throw new Failure('this manifest has no lock that could be written');
  const names = (await files.runs()).map(({ name }) => name);
  const whole = done.length === names.length;
  const old = whole ? undefined : await storedLock(files);
  const found = new Map(
    done.flatMap(({ run, checked }) => (checked ? [[run.name, checked.answer.report] as const] : [])),
  );
  const locked = lockOf([...found]);
  const text = lockText({
    ...(whole || !old ? locked : old),
    runs: Object.fromEntries(
      names.flatMap((name) => {
        const run = locked.runs[name] ?? old?.runs[name];
        return run ? [[name, run] as const] : [];
      }),
    ),
  });
  await files.writeFile(lockFile, text);
  return whole
    ? `${lockFile}: written`
    : `${lockFile}: ${found.size} of ${names.length} runs written; claims and transitions are pinned once all are`;
}
