import { nearest } from './nearest.ts';

/** The end of a sentence on an unknown name: `; did you mean "x"?`, else what there is. */
export function hint(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return names.length === 0 ? '; there are none' : `; there are: ${names.join(', ')}`;
}
