/**
 * What a drawing is made of before and after layout: boxes in boxes, and arrows between them. Lengths are in pixels.
 */
import type { Line } from './inked-lines.ts';

/** `outer` is the box around everything; `region` a state of a parallel state; `start` and `final` are dots; `pipe` is a queue. */
export type Shape = 'outer' | 'state' | 'region' | 'start' | 'final' | 'history' | 'pipe';

export type Box = {
  /** Unlike that of every other box and arrow of the figure. */
  readonly id: string;
  readonly shape: Shape;
  readonly title: string;
  /** Beside the title, in plain ink. */
  readonly remark: string;
  readonly rows: readonly Row[];
  /** Without what stands in it. */
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** Extra class names: `lit`. */
  readonly marks: readonly string[];
};

/** Lines that belong together, with what a pointer resting on them tells. */
export type Row = {
  readonly lines: readonly Line[];
  readonly tip: string;
  readonly marks: readonly string[];
  /** Where a click leads. */
  readonly href?: string;
};

export type Arrow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Row[];
  readonly marks: readonly string[];
};

export type Figure = { readonly root: Box; readonly arrows: readonly Arrow[] };

export type Point = { readonly x: number; readonly y: number };
export type Rectangle = Point & { readonly width: number; readonly height: number };

export type PlacedBox = Omit<Box, 'boxes'> & Rectangle & { readonly boxes: readonly PlacedBox[] };
export type PlacedArrow = Arrow & { readonly points: readonly Point[]; readonly label?: Rectangle };
/** Where everything stands, measured from the upper left corner of the drawing. */
export type PlacedFigure = { readonly root: PlacedBox; readonly arrows: readonly PlacedArrow[] };

/** Every box of a figure, the outer before the inner. */
export const boxesOf = <B extends { readonly boxes: readonly B[] }>(box: B): readonly B[] => [
  box,
  ...box.boxes.flatMap((inner) => boxesOf(inner)),
];

/** Room at the sides of a box, in pixels. */
export const margin = 12;
export const titleHeight = 24;
export const titleSize = 13;
