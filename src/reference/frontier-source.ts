import type { Departures, Exception, Frontier, Row } from '../frontier/index.ts';
import type { Design, Landscape, Point } from '../model/index.ts';

/** A counterexample beyond an edge, drawn. */
export type FrontierDrawing = {
  readonly claim: string;
  readonly home: string;
  /** What sets its point apart from the home, as it is typed. */
  readonly at: string;
  readonly lines: readonly string[];
};

/** What a landscape has given. */
export type Surveyed = {
  readonly landscape: Landscape;
  readonly frontiers: readonly Frontier[];
  readonly exceptions: readonly Exception[];
  readonly points: number;
  readonly searches: number;
  /** Verdicts inherited without a search, and how often one confirmed what was inherited. */
  readonly inherited: number;
  readonly confirmed: number;
};

/** A decision table. */
export type DesignTable = {
  readonly design: Design;
  readonly claims: readonly string[];
  readonly axes: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly rows: readonly Row[];
  readonly points: number;
  readonly safe: number;
  readonly unknown: number;
  readonly broken: readonly string[];
  readonly repairs: readonly Point[];
};

/** What the pages of the frontier are made from. */
export type FrontierSource = {
  readonly surveyed: readonly Surveyed[];
  readonly drawn: readonly FrontierDrawing[];
  readonly designs: readonly DesignTable[];
  readonly width: number;
  readonly maxStates: number;
  readonly sampleEvery: number;
  /** Whether the specification has changed since. */
  readonly stale: boolean;
};

/** Departures as code, in words for none. */
export const codeOf = (apart: Departures): string =>
  apart.length === 0 ? 'as it is' : apart.map(([axis, value]) => `\`${axis}=${value}\``).join(' with ');
