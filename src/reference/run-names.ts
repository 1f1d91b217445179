type Pattern = readonly (readonly string[])[];

/**
 * Names of runs in fewer words: those that differ in one part only are one pattern, `orders/{V430,V438}/R/conc`.
 *
 * @returns each pattern with the number of runs that it stands for; together exactly the names given, each once.
 */
export function runPatterns(names: readonly string[]): readonly { readonly pattern: string; readonly runs: number }[] {
  let patterns: Pattern[] = names.map((name) => name.split('/').map((part) => [part]));
  for (let before = -1; before !== patterns.length;) {
    before = patterns.length;
    patterns = patterns.reduce<Pattern[]>(joinInto, []);
  }
  return patterns.map((parts) => ({
    pattern: parts.map((values) => (values.length === 1 ? values[0]! : `{${values.join(',')}}`)).join('/'),
    runs: parts.reduce((product, values) => product * values.length, 1),
  }));
}

/** Joins a pattern to the first of the others that it differs from in one part only. */
function joinInto(others: Pattern[], pattern: Pattern): Pattern[] {
  for (const [index, other] of others.entries()) {
    const joined = join(other, pattern);
    if (joined) return others.with(index, joined);
  }
  return [...others, pattern];
}

function join(a: Pattern, b: Pattern): Pattern | undefined {
  if (a.length !== b.length) return undefined;
  const isOther = (values: readonly string[], place: number): boolean => !isEqual(values, b[place]!);
  const place = a.findIndex(isOther);
  if (place < 0 || a.findLastIndex(isOther) > place) return undefined;
  return a.with(place, [...a[place]!, ...b[place]!]);
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
