import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

import { wordsOfErrors } from './words-of-errors.mjs';

const silent = Object.fromEntries(['debug', 'info', 'warn', 'error', 'trace', 'fatal'].map((name) => [name, () => {}]));
const logger = { ...silent, isDebugEnabled: () => false, isInfoEnabled: () => false, isTraceEnabled: () => false };
const instrumenter = createInjector().provideValue('logger', logger).injectFunction(createInstrumenter);
const options = { excludedMutations: [], plugins: null, ignorers: [wordsOfErrors] };

const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });

/**
 * Source files with every mutant in them, switched off, as Stryker's instrumenter writes them.
 *
 * @param files paths.
 * @returns by path: the source; the code; and of each mutant its id, place (from 1) and replacement; without those that
 *   are left alone.
 */
export async function instrumented(files) {
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  const { files: written, mutants } = await instrumenter.instrument(
    files.map((file, place) => ({ name: resolve(file), mutate: true, content: sources[place] })),
    options,
  );
  return new Map(
    files.map((file, place) => [
      file,
      {
        source: sources[place],
        code: written.find(({ name }) => name === resolve(file)).content,
        mutants: mutants
          .filter(({ fileName, status }) => fileName === resolve(file) && status !== 'Ignored')
          .map(({ id, location: { start, end }, replacement }) => ({
            id,
            location: { start: fromOne(start), end: fromOne(end) },
            replacement,
          })),
      },
    ]),
  );
}

/** Of Stryker's counting of what is met, nothing: it is needed once, and costs time in each mutant. */
export const uncounted = (code) => code.replace(/stryCov_9fa48\("\d+"(, "\d+")*\)/g, '0');
