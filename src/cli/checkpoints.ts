import { existsSync, realpathSync } from 'node:fs';
import { endianness } from 'node:os';
import { resolve } from 'node:path';

import type { CheckOptions } from '../check/index.ts';
import type { Run, System } from '../model/index.ts';
import { modelHash } from '../trace/index.ts';

import { type Owner, cannotWrite, openCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import type { Given } from './command.ts';
import { Failure } from './failure.ts';
import { makeFolder } from './make-folder.ts';
import { count, textOf } from './parse.ts';
import type { Job, KeptJob } from './searches.ts';
import { checkpointName } from './trace-names.ts';
import { version } from './version.ts';
import { tryWriting } from './written-file.ts';

/** Whether a code is that of a failure to read or write a checkpoint, where it comes from a search. */
export const isOfCheckpoint = (code: number): code is 22 | 74 | 150 => code === 22 || code === 74 || code === 150;

/** Seconds between two checkpoints, where nothing else is asked for. */
const SECONDS = 60;

/**
 * Where the search that a command line asks for is kept; the folder is made.
 *
 * @throws Failure (150) when several runs are chosen, or `--checkpoint-every` stands alone or with no number, (74) when
 * the folder cannot be made or the file not be written, or a checkpoint is there that is not gone on from and would be lost.
 */
export async function keptJob(given: Given, chosen: readonly Run[]): Promise<{ readonly checkpoint?: KeptJob }> {
  const [keep, resume] = [textOf(given, 'checkpoint'), textOf(given, 'resume')];
  const seconds = count(given, 'checkpoint-every');
  if (keep === undefined && seconds !== undefined) throw new Failure('--checkpoint-every needs --checkpoint <folder>');
  if (keep === undefined && resume === undefined) return {};
  const [run, ...others] = chosen;
  if (run === undefined || others.length > 0) {
    throw new Failure(`--checkpoint and --resume are for one run, and ${chosen.length} are chosen: name one`);
  }
  if (keep !== undefined) {
    await makeFolder(keep).catch((error: unknown) => cannotWrite(keep, error));
    const file = checkpointName(keep, run.name);
    await tryWriting(file, 'file').catch((error: unknown) => cannotWrite(file, error));
    const isGoneOnFrom = resume !== undefined && placeOf(resume) === placeOf(keep);
    if (!isGoneOnFrom && existsSync(file)) {
      throw new Failure(`${file} keeps a search already: go on with it by --resume ${keep}, or delete it`, 74);
    }
  }
  return {
    checkpoint: {
      ...(keep !== undefined && { keep: { file: checkpointName(keep, run.name), seconds: seconds ?? SECONDS } }),
      ...(resume !== undefined && { resume: checkpointName(resume, run.name) }),
    },
  };
}

/** A folder by its one name, whatever links lead there. */
const placeOf = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : resolve(folder));

/**
 * Lets a search be kept while it runs, and go on from where one was kept, as its job wants.
 *
 * @throws Failure when a checkpoint cannot be written (74) or read (150), or is not one of this search (22).
 */
export function kept<T>(
  job: Extract<Job, { kind: 'run' }>,
  system: System,
  search: (checkpoints: CheckOptions['checkpoints']) => T,
): T {
  const { keep, resume } = job.checkpoint ?? {};
  if (keep === undefined && resume === undefined) return search(undefined);
  const owner: Owner = { version, bytes: endianness(), run: job.name, model: modelHash(system), claims: job.claims };
  const opened = resume === undefined ? undefined : openCheckpoint(resume, owner);
  let last = performance.now();
  try {
    return search({
      ...(opened && { resume: opened }),
      ...(keep && {
        due: () => performance.now() - last >= keep.seconds * 1000,
        keep: (checkpoint) => {
          writeCheckpoint(keep.file, owner, checkpoint);
          last = performance.now();
        },
      }),
    });
  } finally {
    opened?.close();
  }
}
