import type { MutationRecord } from '../model/index.ts';
import { explanationOf } from '../mutate/index.ts';
import { mutationPage, places } from '../reference/index.ts';

import { Failure } from './failure.ts';
import { recordFile } from './mutate-results.ts';
import { loadExplainedMutants } from './specification.ts';

/**
 * The page on mutants by its path; none where no run of all mutants was recorded.
 *
 * @throws Failure (150) when what is recorded is not understood.
 */
export async function mutationPages(
  read: (path: string) => Promise<string>,
): Promise<readonly (readonly [path: string, page: string])[]> {
  const text = await read(recordFile).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const record = parsed(text);
  const explained = await loadExplainedMutants();
  const living = record.living.map((mutant) => ({ mutant, reason: explanationOf(mutant, explained) }));
  return [[places.mutation, mutationPage(record, living)]];
}

function parsed(text: string): MutationRecord {
  try {
    const record = JSON.parse(text) as Partial<MutationRecord>;
    if (Array.isArray(record.scores) && Array.isArray(record.claims) && Array.isArray(record.living))
      return record as MutationRecord;
  } catch {
    // Said below.
  }
  throw new Failure(`${recordFile} is no record of mutants: write it anew with npm run mutate`);
}
