import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { JudgedMutant } from '../model/index.ts';

import { Failure } from './failure.ts';
import { makeFolder } from './make-folder.ts';
import { reason } from './reason.ts';

/** What the page on mutants is written from. */
export const recordFile = 'docs/mutation.json';

/** What does not change what a mutant does: prose, pinned numbers, explanations. */
const unread = /^(findings|expected|mutants|vacuous|dead)\b/;

/** A hash of charts, systems, claims and runs as they are loaded: of the files of `machines` and `properties`. */
export function specificationHash(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of ['machines', 'properties']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d)\.[jt]s$/.test(file) && !(folder === 'properties' && unread.test(file)))
      .sort();
    for (const file of files) hash.update(file).update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Mutants that were judged, in a file of one line for each: an interrupted run goes on where it was ended.
 *
 * A line counts only for the specification that it was written for.
 */
export class MutationResults {
  readonly #path: string;
  readonly #hash: string;
  readonly #known = new Map<string, JudgedMutant>();

  private constructor(path: string, hash: string) {
    this.#path = path;
    this.#hash = hash;
  }

  /**
   * What a file has; nothing when there is none. A last line that was cut short does not count.
   *
   * @param claimsAdded whether what claims killed of an older specification counts: right where claims were only added.
   * @throws Failure (150) when the file is no file of results, or cannot be read or written.
   */
  static async open(
    path: string,
    hash: string,
    { fresh, claimsAdded }: { readonly fresh: boolean; readonly claimsAdded: boolean },
  ): Promise<MutationResults> {
    const results = new MutationResults(path, hash);
    try {
      await makeFolder(dirname(path));
      results.#read(claimsAdded);
      if (fresh) {
        rmSync(path, { force: true });
        results.#known.clear();
      }
      appendFileSync(path, '');
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(`cannot use ${path}: ${reason(error as NodeJS.ErrnoException)}`);
    }
    return results;
  }

  /** What is known of a mutant; undefined when it was not judged. */
  of(id: string): JudgedMutant | undefined {
    return this.#known.get(id);
  }

  /** Keeps what became of a mutant. @throws Failure (74) when it cannot be written. */
  add(mutant: JudgedMutant): void {
    this.#known.set(mutant.id, mutant);
    try {
      appendFileSync(this.#path, `${JSON.stringify({ of: this.#hash, ...mutant })}\n`);
    } catch (error) {
      throw new Failure(`cannot write ${this.#path}: ${reason(error as NodeJS.ErrnoException)}`, 74);
    }
  }

  #read(claimsAdded: boolean): void {
    const lines = textOf(this.#path).split('\n');
    lines.forEach((line, index) => {
      const found = parsed(line);
      if (found === undefined) {
        if (line === '' || isCut(line)) return;
        throw new Failure(`${this.#path}, line ${index + 1}: no result of a mutant; name another file, or remove it`);
      }
      const { of, ...mutant } = found;
      const lasts = mutant.fate === 'claims' || mutant.proof === 'same tables';
      if (of === this.#hash || (claimsAdded && lasts)) this.#known.set(mutant.id, mutant);
    });
    if (lines.at(-1) !== '') appendFileSync(this.#path, '\n');
  }
}

type Line = JudgedMutant & { readonly of: string };

/** A line that a killed process began: an object without its end. */
const isCut = (line: string): boolean => '{"of":'.startsWith(line.slice(0, 6));

function parsed(line: string): Line | undefined {
  try {
    const value = JSON.parse(line) as Partial<Line> | null;
    return typeof value?.of === 'string' && typeof value.id === 'string' && typeof value.fate === 'string'
      ? (value as Line)
      : undefined;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
