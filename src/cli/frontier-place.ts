import { pointAt } from '../frontier/index.ts';
import type { AssumptionAxis, Home, Landscape, Point } from '../model/index.ts';

import { Failure, unknown } from './failure.ts';

/** Values by their axes, read from `axis=value` texts, with commas or one by one. */
export type Values = Readonly<Record<string, string>>;

/** @throws Failure (150) with the nearest name, at an unknown axis or value, one without a value, an axis named twice. */
export function valuesOf(axes: readonly AssumptionAxis[], texts: readonly string[]): Values {
  const values: Record<string, string> = {};
  for (const text of texts.flatMap((given) => given.split(',')).filter((part) => part !== '')) {
    const [name = '', value] = text.split(/=(.*)/s);
    const axis = axisOf(axes, name);
    if (value === undefined) throw new Failure(`${name} needs one of its values: ${axis.values.join(', ')}`);
    demandValue(axis, value);
    if (values[name] !== undefined && values[name] !== value) {
      throw new Failure(`${name}=${values[name]} and ${name}=${value} contradict each other; give one of them`);
    }
    values[name] = value;
  }
  return values;
}

/** Axes and the values that they keep to, from `axis=v1,v2` texts. @throws Failure (150) as `valuesOf`. */
export function restrictionsOf(
  axes: readonly AssumptionAxis[],
  texts: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>();
  for (const text of texts) {
    const [name = '', list = ''] = text.split(/=(.*)/s);
    const axis = axisOf(axes, name);
    if (kept.has(name)) throw new Failure(`the axis ${name} is given twice; write --axis ${name}=v1,v2`);
    const values = list.split(',').filter((value) => value !== '');
    if (values.length === 0) throw new Failure(`${name} needs some of its values: ${axis.values.join(', ')}`);
    for (const value of values) demandValue(axis, value);
    kept.set(name, values);
  }
  return kept;
}

/** The point of a home with other values. @throws Failure (150) when it contradicts itself. */
export function placeOf({ axes, contradiction }: Landscape, home: Home, values: Values): Point {
  const point = pointAt(axes, { ...home.at, ...values });
  const why = contradiction(point);
  if (why !== undefined) throw new Failure(`there is no such point: ${why}`);
  return point;
}

function axisOf(axes: readonly AssumptionAxis[], name: string): AssumptionAxis {
  const axis = axes.find((candidate) => candidate.name === name);
  if (axis) return axis;
  throw unknown(
    'axis',
    name,
    axes.map((candidate) => candidate.name),
  );
}

function demandValue({ name, values }: AssumptionAxis, value: string): void {
  if (!values.includes(value)) throw unknown(`value of the axis ${name}`, value, values);
}
