import type { OutcomeTable } from '../model/index.ts';

import { type CheckedRun, endsOf } from './checked-run.ts';
import { markdownTable, wrapped } from './markdown.ts';

/** A part of a run's name: a word that stands there, or a place for a value. */
type Part = { readonly word: string } | { readonly place: string; readonly only?: readonly string[] };
type Cell = { readonly run: CheckedRun; readonly values: Readonly<Record<string, string>> };

/** The table in Markdown, its title above and the bounds of its runs below. */
export function outcomeTableText(table: OutcomeTable, runs: readonly CheckedRun[]): string {
  const cells = cellsOf(table, runs);
  const parts = partsOf(table.runs);
  const down = parts.flatMap((part) =>
    'place' in part && part.place !== table.across && part.only?.length !== 1 ? [part.place] : [],
  );
  const columns = valuesOf(parts, cells, table.across);
  const labels = new Map(cells.map(({ values }) => [down.map((place) => values[place]!).join('/'), values]));
  const heads = [...down, ...columns.map((value) => `${table.across} ${value}`)].map((head) => ({ head }));
  const rows = [...labels.values()].map((row) => [
    ...down.map((place) => row[place]!),
    ...columns.map((column) => {
      const cell = cells.find(
        ({ values }) => values[table.across] === column && down.every((place) => values[place] === row[place]),
      );
      return cell ? endsOf(cell.run) : '';
    }),
  ]);
  return [
    `**${table.title}** (\`${table.runs}\`)`,
    markdownTable(heads, rows),
    wrapped(`Bounds: ${boundsText(cells.map(({ run }) => run.bounds))}.`),
  ].join('\n\n');
}

/** Why a table cannot be made; undefined when it can. */
export function outcomeTableFault(table: OutcomeTable, names: readonly string[]): string | undefined {
  const parts = partsOf(table.runs);
  if (!parts.some((part) => 'place' in part && part.place === table.across)) {
    return `the table "${table.title}" has no place {${table.across}} in ${table.runs}`;
  }
  if (!names.some((name) => matched(parts, name))) return `the table "${table.title}" means no run: ${table.runs}`;
  return undefined;
}

function partsOf(pattern: string): readonly Part[] {
  return pattern.split('/').map((text): Part => {
    const [, place, only] = /^\{([^=}]+)(?:=([^}]+))?\}$/.exec(text) ?? [];
    if (place === undefined) return { word: text };
    return { place, ...(only !== undefined && { only: only.split('|') }) };
  });
}

/** The values at the places of a pattern, or undefined when the name is no such one. */
function matched(parts: readonly Part[], name: string): Readonly<Record<string, string>> | undefined {
  const words = name.split('/');
  if (words.length !== parts.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const word = words[index]!;
    if ('word' in part ? part.word !== word : part.only !== undefined && !part.only.includes(word)) return undefined;
    if ('place' in part) values[part.place] = word;
  }
  return values;
}

function cellsOf(table: OutcomeTable, runs: readonly CheckedRun[]): readonly Cell[] {
  const parts = partsOf(table.runs);
  return runs.flatMap((run) => {
    const values = matched(parts, run.name);
    return values ? [{ run, values }] : [];
  });
}

/** The values of a place: in the order that the pattern names them, else in that of the manifest. */
function valuesOf(parts: readonly Part[], cells: readonly Cell[], place: string): readonly string[] {
  const part = parts.find((candidate) => 'place' in candidate && candidate.place === place);
  const only = part && 'only' in part ? part.only : undefined;
  return only ?? [...new Set(cells.map(({ values }) => values[place]!))];
}

/** The bounds of several runs: those that all have, then those that only some have. */
function boundsText(bounds: readonly string[]): string {
  const parts = bounds.map((text) => text.split('; '));
  const all = [...new Set(parts.flat())];
  const shared = all.filter((part) => parts.every((others) => others.includes(part)));
  const some = all.filter((part) => !shared.includes(part));
  return [...shared, ...(some.length > 0 ? [`by run: ${some.join(', ')}`] : [])].join('; ');
}
