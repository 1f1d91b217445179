import type { Report } from '../model/index.ts';
import type { Question } from './questions.ts';
import type { Story, TraceFile } from '../trace/index.ts';

import type { Certification } from './certification.ts';

/** When to stop a search. */
export type Limits = { readonly maxStates?: number; readonly maxBytes?: number };

/** Where a search is kept while it runs, and from where it goes on. */
export type KeptJob = {
  /** The file that it is kept in, and after how many seconds again. */
  readonly keep?: { readonly file: string; readonly seconds: number };
  /** The file from which it goes on. */
  readonly resume?: string;
};

/** What to search: a run of the manifest, a point of a landscape, or one cell of the sweep. */
export type Job =
  | {
      readonly kind: 'run';
      readonly name: string;
      /** The claims to check; all without names. */
      readonly claims: readonly string[];
      /** What to check besides. Default: nothing. */
      readonly questions?: readonly Question[];
      /** Whether every verdict is certified, and whether the text of the certificate is wanted. Default: neither. */
      readonly certify?: 'check' | 'write';
      /** Whether orders of steps that do not matter are left out. */
      readonly reduce?: boolean;
      readonly limits: Limits;
      readonly checkpoint?: KeptJob;
    }
  | {
      readonly kind: 'point';
      readonly landscape: string;
      readonly at: Readonly<Record<string, string>>;
      /** The claims to decide. */
      readonly claims: readonly string[];
      /** Whether violations are replayed and drawn. */
      readonly draw: boolean;
      readonly limits: Limits;
    }
  | {
      readonly kind: 'cell';
      readonly values: Readonly<Record<string, string>>;
      readonly timeouts: boolean;
      readonly limits: Limits;
    };

/** How far a search has come. */
export type Progress = {
  readonly states: number;
  readonly steps: number;
  /** States found and not yet looked at. */
  readonly frontier: number;
  readonly depth: number;
  readonly bytes: number;
};

/** A violation, replayed on live actors, ready to be drawn and written. */
export type Shown = { readonly claim: string; readonly story: Story; readonly trace: TraceFile };

/** What came of a job. `fault` is one line for the user. */
export type Answer =
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly fairness: string;
      readonly shown: readonly Shown[];
      /** Where it was asked for. */
      readonly certified?: Certification;
      /** Questions that do not fit the run, each in a line: they were left out. */
      readonly unfit?: readonly string[];
    }
  | { readonly kind: 'fault'; readonly code: 14 | 22 | 70 | 74 | 75 | 150 | 151 | 153; readonly fault: string }
  | { readonly kind: 'not started' };

/** Why everything was stopped before its end. */
export type Halt = 'interrupted' | 'time';

/** Several searches side by side. */
export type Searches = {
  readonly search: (job: Job, onProgress: (progress: Progress) => void) => Promise<Answer>;
  /** Stops what runs after the state at hand, and starts nothing more. */
  readonly halt: (why: Halt) => void;
  readonly halted: () => Halt | undefined;
  readonly close: () => Promise<void>;
};
