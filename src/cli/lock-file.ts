import type { Report } from '../model/index.ts';

import type { Done } from './checked.ts';
import { type DeadTransitions, deadTransitions } from './dead-transitions.ts';
import { Failure } from './failure.ts';
import type { Difference } from './judge.ts';
import {
  type Lock,
  lockDifferences,
  lockText,
  lockedRun,
  lockedTransitions,
  readLock,
  transitionDifferences,
} from './lock.ts';
import type { Session } from './session.ts';

type Files = Pick<Session, 'lockFile' | 'readFile' | 'writeFile' | 'runs'>;

/** Compares what runs give with the lock. */
export type LockKeeper = {
  /** @param every whether all claims of the run were checked. */
  readonly ofRun: (run: string, report: Report, every: boolean) => readonly Difference[];
  readonly ofTransitions: (transitions: DeadTransitions) => readonly string[];
};

/** Nothing differs from it. */
export const noLock: LockKeeper = { ofRun: () => [], ofTransitions: () => [] };

/**
 * The lock of the manifest, ready to compare; with none, nothing differs from it.
 *
 * @throws Failure (20) when the manifest should have one and has not, (150) when it cannot be read.
 */
export async function lockKeeper(files: Files): Promise<LockKeeper> {
  if (files.lockFile === undefined) return noLock;
  const lock = await stored(files);
  if (lock === undefined) throw new Failure(`there is no ${files.lockFile}: check --update-lock writes it`, 20);
  return {
    ofRun: (run, report, every) => (report.stopped === undefined ? lockDifferences(report, lock.runs[run], every) : []),
    ofTransitions: (transitions) => transitionDifferences(transitions, lock),
  };
}

async function stored({ lockFile = '', readFile }: Files): Promise<Lock | undefined> {
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
  const old = whole ? undefined : await stored(files);
  const found = new Map(
    done.flatMap(({ run, checked }) => (checked ? [[run.name, checked.answer.report] as const] : [])),
  );
  const text = lockText({
    runs: Object.fromEntries(
      names.flatMap((name) => {
        const report = found.get(name);
        const locked = report ? lockedRun(report) : old?.runs[name];
        return locked ? [[name, locked] as const] : [];
      }),
    ),
    neverTaken: whole ? lockedTransitions(deadTransitions([...found.values()])) : (old?.neverTaken ?? {}),
  });
  await files.writeFile(lockFile, text);
  return whole
    ? `${lockFile}: written`
    : `${lockFile}: ${found.size} of ${names.length} runs written; transitions are compared with it once all are`;
}
