import type { Evidence, StepKey, Verdict, VerdictName } from '../model/index.ts';
import type { Sample } from './scan.ts';

/** A verdict and, where one path shows it, that path. */
export type CertifiedVerdict = {
  readonly claim: string;
  readonly kind: Verdict['kind'];
  readonly verdict: VerdictName;
  readonly steps?: readonly StepKey[];
  /** Index of the first step of the part that repeats for ever. */
  readonly loop?: number;
};

/** What is said of a system, and the evidence for it. */
export type Certificate = {
  readonly verdicts: readonly CertifiedVerdict[];
  /** What a complete search counted, and what it left behind. */
  readonly complete?: {
    readonly steps: number;
    readonly depth: number;
    readonly ends: readonly { readonly name: string; readonly fine: boolean }[];
    readonly evidence: Evidence;
    /** Which states are looked at, where they are too many to look at all. */
    readonly sample?: Sample;
  };
};

/** Why every verdict stands: what was looked at. */
export type Certified = {
  /** Verdicts that say something, all certified. */
  readonly verdicts: number;
  /** Verdicts that are left open, or of a kind that nothing here can certify. */
  readonly open: readonly string[];
  /** How many states were looked at, of how many; undefined when the search was not complete. */
  readonly closure?: { readonly looked: number; readonly states: number };
  /** How many paths were taken again: to violations, and to witnesses. */
  readonly counterexamples: number;
  readonly witnesses: number;
  readonly sample?: Sample;
};
