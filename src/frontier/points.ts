import type { AssumptionAxis, Home, Landscape, Point } from '../model/index.ts';

/** What is not as it is somewhere else: axis and value, in the order of the axes. */
export type Departures = readonly (readonly [axis: string, value: string])[];

/** The point of the first values, with what is given instead of them. */
export const pointAt = (axes: readonly AssumptionAxis[], at: Point): Point => ({
  ...Object.fromEntries(axes.map(({ name, values }) => [name, values[0]!])),
  ...at,
});

/** What sets a point apart from another, by default from the first values. */
export const departures = (
  axes: readonly AssumptionAxis[],
  point: Point,
  from: Point = pointAt(axes, {}),
): Departures => axes.flatMap(({ name }) => (point[name] === from[name] ? [] : [[name, point[name]!] as const]));

/** Departures as they are typed: `ncp=Q,loss=B-to-C`; empty for none. */
export const written = (apart: Departures): string => apart.map(([axis, value]) => `${axis}=${value}`).join(',');

/** The name of a point in its landscape, the same for the same point. */
export const keyOf = ({ axes }: Pick<Landscape, 'axes'>, point: Point): string => written(departures(axes, point));

/** The values of an assumption that a value is directly weaker than; none of a choice. */
export function strongerValues({ kind, values, weakens }: AssumptionAxis, value: string): readonly string[] {
  if (kind === 'choice') return [];
  const before = values.slice(0, values.indexOf(value)).slice(-1);
  return weakens ? (weakens[value] ?? []) : before;
}

/** The points that allow a little less: one assumption directly stronger. */
export const strongerPoints = (
  axes: readonly AssumptionAxis[],
  point: Point,
): readonly { readonly axis: string; readonly point: Point }[] =>
  axes.flatMap((axis) =>
    strongerValues(axis, point[axis.name]!).map((value) => ({
      axis: axis.name,
      point: { ...point, [axis.name]: value },
    })),
  );

/** How many single weakenings and choices lie between the first values and a point. */
export const depthOf = (axes: readonly AssumptionAxis[], point: Point): number =>
  axes.reduce((sum, axis) => sum + rank(axis, point[axis.name]!), 0);

function rank(axis: AssumptionAxis, value: string): number {
  if (value === axis.values[0]) return 0;
  return 1 + Math.max(0, ...strongerValues(axis, value).map((stronger) => rank(axis, stronger)));
}

/**
 * The points within so many departures of a home: alone on each of its axes, together on those that are paired. The home
 * comes first, fewer departures before more; points that contradict themselves are left out.
 */
export function pointsAround(landscape: Landscape, home: Home, width: number): readonly Point[] {
  const start = pointAt(landscape.axes, home.at);
  const varied = (names: readonly string[]) => landscape.axes.filter(({ name }) => names.includes(name));
  const all = varied(home.axes ?? landscape.axes.map(({ name }) => name));
  const alone = all.flatMap((axis) => otherValues(axis, start).map((value) => ({ ...start, [axis.name]: value })));
  const together = combinations(varied(home.paired ?? []), start, width);
  const found = new Map(
    [start, ...(width > 0 ? alone : []), ...together].map((point) => [keyOf(landscape, point), point]),
  );
  return [...found.values()].filter((point) => landscape.contradiction(point) === undefined);
}

const otherValues = ({ name, values }: AssumptionAxis, start: Point): readonly string[] =>
  values.filter((value) => value !== start[name]);

/** Two and more departures at once, by their number. */
function combinations(axes: readonly AssumptionAxis[], start: Point, width: number): readonly Point[] {
  type Part = { readonly point: Point; readonly next: number };
  let parts: readonly Part[] = [{ point: start, next: 0 }];
  const found: Point[] = [];
  for (let size = 1; size <= width; size++) {
    parts = parts.flatMap(({ point, next }) =>
      axes.slice(next).flatMap((axis, index) =>
        otherValues(axis, start).map((value) => ({
          point: { ...point, [axis.name]: value },
          next: next + index + 1,
        })),
      ),
    );
    if (size > 1) found.push(...parts.map(({ point }) => point));
  }
  return found;
}

/** The points between a home and a point that lie next to it: one departure taken back, or made weaker by less. */
export function nearerPoints(axes: readonly AssumptionAxis[], home: Point, point: Point): readonly Point[] {
  return axes.flatMap((axis) => {
    const { name } = axis;
    if (point[name] === home[name]) return [];
    const back = [home[name]!, ...strongerValues(axis, point[name]!)].filter((value) => value !== point[name]);
    return [...new Set(back)].map((value) => ({ ...point, [name]: value }));
  });
}
