import type { Vocabulary } from './vocabulary.ts';

/** Promela for "the variable holds one of these numbers", neighbours as a range; `true` and `false` where it is certain. */
export function among(
  variable: string,
  wanted: Iterable<number>,
  all: readonly { name: string; value: number }[],
): string {
  const values = new Set(wanted);
  const known = all.toSorted((a, b) => a.value - b.value);
  const runs = runsOf(known, values);
  const others = runsOf(known, new Set(known.map(({ value }) => value).filter((value) => !values.has(value))));
  if (runs.length === 0) return 'false';
  if (others.length === 0) return 'true';
  const cost = (list: readonly Run[]): number =>
    list.reduce((sum, { first, last }) => sum + (first === last ? 1 : 2), 0);
  if (cost(others) < cost(runs))
    return joined(
      others.map((run) => outside(variable, run)),
      '&&',
    );
  return joined(
    runs.map((run) => inside(variable, run)),
    '||',
  );
}

/** Terms joined by an operator; with brackets when there are several. */
export const joined = (terms: readonly string[], operator: '&&' | '||'): string =>
  terms.length === 1 ? terms[0]! : `(${terms.join(` ${operator} `)})`;

type Run = { readonly first: string; readonly last: string };

function runsOf(known: readonly { name: string; value: number }[], wanted: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  let open = false;
  for (const { name, value } of known) {
    const taken = wanted.has(value);
    if (taken && open) runs.push({ ...runs.pop()!, last: name });
    else if (taken) runs.push({ first: name, last: name });
    open = taken;
  }
  return runs;
}

const inside = (variable: string, { first, last }: Run): string =>
  first === last ? `${variable} == ${first}` : `(${variable} >= ${first} && ${variable} <= ${last})`;
const outside = (variable: string, { first, last }: Run): string =>
  first === last ? `${variable} != ${first}` : `(${variable} < ${first} || ${variable} > ${last})`;

/** Promela for "the party is in one of these local states". */
export function partyAmong({ parties }: Vocabulary, party: number, locals: Iterable<number>): string {
  const { variable, words } = parties[party]!;
  return among(
    variable,
    [...locals].map((local) => words[local]!.value),
    words,
  );
}

/** Promela for "at this place of the queue stands one of these messages"; `undefined` is an empty place. */
export function placeAmong(
  vocabulary: Vocabulary,
  queue: number,
  place: number,
  wanted: Iterable<number | undefined>,
): string {
  const { variable, messages } = vocabulary.queues[queue]!;
  const words = messages.map((message) => vocabulary.messages[message]!);
  const values = [...wanted].map((message) => (message === undefined ? 0 : vocabulary.messages[message]!.value));
  return among(`${variable}[${place}]`, values, [{ name: '0', value: 0 }, ...words]);
}

/** Text that may stand in a comment. */
export const comment = (text: string): string => `/* ${text.replaceAll('*/', '* /').replaceAll('/*', '/ *')} */`;
