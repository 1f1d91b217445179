import type { Family } from './claim.ts';
import type { System } from './system.ts';

/**
 * One thing that a system may be given or spared, and its values: the first one is the strongest or the recommended.
 *
 * `assumption`: each value allows all that a stronger one allows, and more (a loss, a crash, an unfair schedule).
 * `choice`: the values stand side by side; none is weaker than another.
 */
export type AssumptionAxis = {
  readonly name: string;
  /** What is decided, in a few words. */
  readonly says: string;
  readonly kind: 'assumption' | 'choice';
  readonly values: readonly string[];
  /** Of an assumption, the values that a value is directly weaker than. Default: the one before it. */
  readonly weakens?: Readonly<Record<string, readonly string[]>>;
};

/** A value for every axis. */
export type Point = Readonly<Record<string, string>>;

/** Where some families are at home: the point from which departures are taken for them, and how many at once. */
export type Home = {
  readonly name: string;
  readonly says: string;
  /** What is not the first value of its axis. */
  readonly at: Point;
  /** Axes that are varied alone. Default: all. */
  readonly axes?: readonly string[];
  /** Axes whose departures are also taken together. Default: none. */
  readonly paired?: readonly string[];
  /** The claims that make sense at a point. */
  readonly families: (point: Point) => readonly Family[];
};

/** A question of somebody who implements: which combinations of choices keep some claims. */
export type Design = {
  readonly title: string;
  readonly says: string;
  readonly home: string;
  /** Claims by their number or whole name. */
  readonly require: readonly string[];
  /** What stands fast, beside the home. */
  readonly given: Point;
  /** The choices to decide. */
  readonly over: readonly string[];
};

/** A space of systems: one for every point that does not contradict itself. */
export type Landscape = {
  readonly name: string;
  readonly says: string;
  readonly axes: readonly AssumptionAxis[];
  /** What might be otherwise and has no axis, with the reason. */
  readonly fixed: readonly { readonly what: string; readonly why: string }[];
  readonly homes: readonly Home[];
  /** The decision tables that the reference shows. */
  readonly designs: readonly Design[];
  /** What at a point contradicts itself, in words; undefined where nothing does. */
  readonly contradiction: (point: Point) => string | undefined;
  /** Names of points give what departs from the first values. */
  readonly system: (point: Point, name: string) => System;
};

/** What the frontier has taught, and the verdicts that show it. */
export type Lesson = {
  readonly title: string;
  readonly says: string;
  readonly shows: readonly {
    /** The claim by its number or whole name; a protocol error. */
    readonly claim: string;
    readonly home: string;
    /** What departs from the home. */
    readonly at: Point;
    readonly holds: boolean;
  }[];
};
