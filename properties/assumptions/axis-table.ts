/**
 * Axes with what each of their values does to a setting, and the landscape's view of them.
 */
import type { AssumptionAxis, Point } from '../../src/model/index.ts';

/** An axis whose values each carry what they set; the first one sets nothing. */
export type SettingAxis<T> = Omit<AssumptionAxis, 'values'> & {
  readonly values: Readonly<Record<string, T | ((point: Point) => T)>>;
};

/** The axes as a landscape names them. */
export const named = <T>(axes: readonly SettingAxis<T>[]): readonly AssumptionAxis[] =>
  axes.map(({ values, ...axis }) => ({ ...axis, values: Object.keys(values) }));

/** What the values of a point set, in the order of the axes. */
export const settingsAt = <T>(axes: readonly SettingAxis<T>[], point: Point): readonly T[] =>
  axes.map(({ name, values }) => {
    const value = values[point[name]!]!;
    return typeof value === 'function' ? (value as (point: Point) => T)(point) : value;
  });

/** Of an assumption whose values each say something else goes wrong: all are weaker than the first. */
export const apart = (first: string, ...others: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(others.map((value) => [value, [first]]));
