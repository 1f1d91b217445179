import type { Lesson } from './assumption.ts';
import type { MutantLesson } from './mutation.ts';

/** Why a claim does not hold somewhere, a witness is not reached or a protocol error comes: prose beside its trace. */
export type Finding = {
  /** The number that the claim's name begins with (`P16`), its whole name where that has none, or a protocol error. */
  readonly claim: string;
  readonly title: string;
  /** The run whose trace is shown. */
  readonly run: string;
  /** Two sentences: what happens, and why. */
  readonly says: string;
};

/** What it costs to decide an open question otherwise than recommended, in a sentence. */
export type HoleFinding = { readonly id: string; readonly says: string };

/**
 * A table of how runs can end.
 *
 * `runs` is the name of a run with a place for each value that varies: `orders/{variant}/{NCP}/conc/{reply}`, or only
 * some values of it: `orders/{variant=V478|V542}/R/conc/{reply}`. The values of the place `across` are the columns.
 */
export type OutcomeTable = { readonly title: string; readonly runs: string; readonly across: string };

/** A question that readers come with, the answer in a few lines, and the runs that show it. */
export type FindingsAnswer = {
  readonly question: string;
  readonly says: string;
  readonly tables: readonly OutcomeTable[];
};

/** All prose of the findings. Everything else on their page comes from reports. */
export type Findings = {
  readonly answers: readonly FindingsAnswer[];
  /** One for each claim that some run violates, each witness that some run does not reach, each protocol error. */
  readonly violations: readonly Finding[];
  /** One for each open question that has runs. */
  readonly holes: readonly HoleFinding[];
  /** Why an open question has no runs, by its id. */
  readonly unmodelled: Readonly<Record<string, string>>;
  /** What the search for the weakest assumptions has taught. Default: nothing. */
  readonly lessons?: readonly Lesson[];
  /** What mutants have taught. Default: nothing. */
  readonly mutants?: readonly MutantLesson[];
};
