import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { cite, type Clause, clauses, holes, noRule, outOfScope, type SeedRule } from '../../machines/clauses.ts';

const words = (file: string): string[] =>
  readFileSync(new URL(`../../docs/sources/${file}`, import.meta.url), 'utf8')
    .trim()
    .split(/\s+/);

const stored: Record<string, string[]> = {
  'RFC 438': words('rfc438-stripped.txt'),
  'RFC 478': words('rfc478-stripped.txt'),
};
const all = Object.entries<SeedRule>(clauses);
const seeds = all.filter(([id]) => /^R4[37]8-/.test(id));

/** The words at places such as `w55-77; w318-329` of a stored text. */
const at = (text: string[], place: string): string[] =>
  [...place.matchAll(/w(\d+)-(\d+)/g)].map(([, first, last]) => text.slice(Number(first) - 1, Number(last)).join(' '));

test('the stored texts have the words that the places count', () => {
  expect(stored['RFC 438']).toHaveLength(856);
  expect(stored['RFC 478']).toHaveLength(438);
});

test.for(seeds)('the words of %s stand in the stored text where it says', ([, { document, place, words: quoted }]) => {
  expect(quoted ?? []).toEqual(at(stored[document] ?? [], place));
});

test.for(seeds)('%s quotes words, unless the document is silent', ([, { place, words: quoted }]) => {
  expect(quoted === undefined).toBe(place === 'silent');
});

test.for(Object.entries(noRule))(
  'every word of %s is in a clause, or there is a reason why it lays down nothing',
  ([document, rest]) => {
    const places = [
      ...seeds.filter(([, clause]) => clause.document === document).map(([, { place }]) => place),
      ...Object.keys(rest),
    ];
    const covered = new Set(
      places.flatMap((place) =>
        [...place.matchAll(/w(\d+)-(\d+)/g)].flatMap(([, first, last]) =>
          Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
        ),
      ),
    );
    expect(
      (stored[document] ?? []).flatMap((word, index) => (covered.has(index + 1) ? [] : [`w${index + 1} ${word}`])),
    ).toEqual([]);
  },
);

test('every clause says something, in a sentence of its own, that no other clause says', () => {
  const texts = all.map(([, { text }]) => text);
  expect(texts.filter((text) => !/^[A-Z].*[.?]$/.test(text))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
});

test.for(Object.entries(holes))(
  '%s offers its default among at least two answers',
  ([, { options, default: usual }]) => {
    expect(options).toContain(usual);
    expect(new Set(options).size).toBeGreaterThan(1);
  },
);

test('the numbering of the documents has no gap within a sentence-by-sentence reading', () => {
  const numbers = (prefix: string): number[] =>
    all.filter(([id]) => id.startsWith(prefix)).map(([id]) => Number(id.slice(prefix.length)));
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
  expect(numbers('R438-')).toEqual(upTo(25));
  expect(numbers('R478-')).toEqual(upTo(22));
  expect(numbers('H')).toEqual(upTo(40));
  expect(numbers('E')).toEqual(upTo(19));
});

test('a citation keeps its ids, and one that is not listed does not compile', () => {
  expect(cite('NCP-01', 'R478-08')).toEqual({ cites: ['NCP-01', 'R478-08'] });
  // @ts-expect-error NCP-99 is no clause
  const unknown: Clause = 'NCP-99';
  expect(clauses).not.toHaveProperty(unknown);
});

test('every clause out of scope has a reason', () => {
  expect(Object.values(outOfScope).filter((reason) => !/^[A-Z].*\.$/.test(reason ?? ''))).toEqual([]);
});
