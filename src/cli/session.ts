import type { Landscape, Run, Sweep, Vocable } from '../model/index.ts';
import type { Glyphs, Paint } from '../trace/index.ts';

import type { Declared } from './doubts.ts';
import type { Searches } from './searches.ts';

/** What a command may use of the world: given by `main.ts`, made by hand in tests. */
export type Session = {
  /** Writes one line or several to standard output. */
  readonly say: (text: string) => void;
  /** Writes one line to standard error. */
  readonly note: (text: string) => void;
  /** Shows a line that the next one replaces, where standard error is a terminal. */
  readonly status: (text: string) => void;
  readonly columns: number;
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  /** The command line, as it can be typed again. */
  readonly commandLine: string;
  /** The manifest. */
  readonly runs: () => Promise<readonly Run[]>;
  readonly sweep: () => Promise<Sweep>;
  /** Where the weakest assumptions are looked for; absent where nobody does. */
  readonly landscapes?: () => Promise<readonly Landscape[]>;
  /** The names that formulas may use. */
  readonly propositions: () => Promise<readonly Vocable[]>;
  /** What makes no difference in the manifest, and need not; absent where nobody is asked to say so. */
  readonly declared?: () => Promise<Declared>;
  /** The file that pins all that the manifest gives; none for a manifest without one. */
  readonly lockFile?: string;
  readonly searches: (jobs: number | undefined) => Searches;
  /** @throws Failure when the file cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  /** Makes the folders on the way; all of the file is written or nothing. @throws Failure (74) when it cannot be. */
  readonly writeFile: (path: string, content: string | Uint8Array | Iterable<string>) => Promise<void>;
  /** Looks, before long work, whether its outcome can be written: to a file, or to files in a folder. @throws Failure (74). */
  readonly demandWritable: (path: string, kind?: 'file' | 'folder') => Promise<void>;
  readonly isFolder: (path: string) => Promise<boolean>;
  /** The files of a folder and the folders in it, sorted, each with the folder's path before it; none without the folder. */
  readonly filesIn: (folder: string) => Promise<readonly string[]>;
  /** @throws Failure when the file cannot be removed. */
  readonly removeFile: (path: string) => Promise<void>;
  /** Waits for the return key; undefined where nobody can press it. */
  readonly pressReturn?: () => Promise<void>;
};
