import { type ChartDescription, statesOf } from './chart.ts';

/** For every state path a name of letters, digits and underscores, no two alike: the chart's id and the keys. */
export function identifiers({ id, root }: ChartDescription): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const { path } of statesOf(root)) {
    const plain = [id, ...path.split('.').filter(Boolean)].join('_').replaceAll(/\W/g, '_');
    let name = /^\d/.test(plain) ? `_${plain}` : plain;
    for (let again = 2; used.has(name); again++) name = `${plain}_${again}`;
    used.add(name);
    names.set(path, name);
  }
  return names;
}
