import type { Axis, CellValues } from '../model/index.ts';

import { Failure, unknown } from './failure.ts';

/** What the user asks of an axis: some of its values, in the order given. */
export type Varied = { readonly axis: Axis; readonly values: readonly string[] };

/**
 * Reads `name=v1,v2`; a name alone means all values of the axis.
 *
 * @throws Failure (150) with the nearest name, at an unknown axis or value or an axis named twice.
 */
export function varied(axes: readonly Axis[], asked: readonly string[]): readonly Varied[] {
  const chosen = asked.map((text): Varied => {
    const [name = '', list] = text.split(/=(.*)/s);
    const axis = axes.find((candidate) => candidate.name === name);
    if (!axis)
      throw unknown(
        'axis',
        name,
        axes.map((candidate) => candidate.name),
      );
    if (list === undefined) return { axis, values: axis.values };
    const values = [...new Set(list.split(',').map((value) => value.trim()))];
    for (const value of values) {
      if (!axis.values.includes(value)) throw unknown(`value of the axis ${name}`, value, axis.values);
    }
    return { axis, values };
  });
  const twice = chosen.find(({ axis }, index) => chosen.findIndex((other) => other.axis === axis) !== index);
  if (twice) {
    throw new Failure(`the axis ${twice.axis.name} is given twice; write --axis ${twice.axis.name}=v1,v2`);
  }
  return chosen;
}

/** Every combination of the values asked for, the last axis fastest; the other axes take their baselines. */
export function cells(axes: readonly Axis[], chosen: readonly Varied[]): readonly CellValues[] {
  const baseline = Object.fromEntries(axes.map(({ name, baseline }) => [name, baseline]));
  return chosen.reduce<CellValues[]>(
    (all, { axis, values }) => all.flatMap((cell) => values.map((value) => ({ ...cell, [axis.name]: value }))),
    [baseline],
  );
}
