import type { Explored } from '../check/index.ts';
import type { Run, System } from '../model/index.ts';

import { aldebaran } from './export-aut.ts';
import { promela } from './export-promela.ts';
import { tla } from './export-tla.ts';
import type { Option } from './command.ts';
import type { Given } from './command.ts';

/** What an export is written from: a run, its system, and the system explored, so that all its tables are filled. */
export type ExportSubject = {
  readonly run: Run;
  readonly system: System;
  readonly explored: Explored;
  /** The name of the model, as in trace files. */
  readonly model: string;
  /** What the command line asks for. */
  readonly given: Given;
};

/** A text for another tool, and what of the run it cannot say. */
export type Exported = {
  /** Whole, or in pieces. */
  readonly text: string | Iterable<string>;
  /** What the files have to be called: the output is then the folder that they are written to. */
  readonly name?: { readonly base: string; readonly ending: string };
  /** Files that stand beside the text, by the ending of their names. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
};

/** One format of the verb `export`. */
export type ExportFormat = {
  readonly name: string;
  readonly summary: string;
  /** Options that only this format has. */
  readonly options?: Readonly<Record<string, Option>>;
  /** Whether it is several files, in the folder that the output names. */
  readonly folder?: true;
  /** Whether it says where it may not know a step, and so can be written from a search that was cut short. */
  readonly partial?: true;
  readonly write: (subject: ExportSubject) => Exported;
};

/** Every format, in the order of the help text. */
export const exportFormats: readonly ExportFormat[] = [promela, tla, aldebaran];
