import type { Diagram } from '../promela/diagram.ts';
import { groupedBy } from '../promela/grouped.ts';
import type { Model } from '../promela/model.ts';
import type { Words } from './words.ts';

/** What a module is written from. */
export type TlaModel = Pick<Model, 'composition' | 'deeds' | 'refuses' | 'rows'> & {
  readonly words: Words;
  /** Whether the search was cut short, so that there may be steps that its tables do not know. */
  readonly partial: boolean;
};

/** A condition that would be too long to read and to parse. */
export class TooLong extends Error {}

/** How many letters a condition may have. */
const MOST = 300_000;

/** Terms joined by an operator; in brackets where there are several. None gives what is neutral to it. */
export function joined(terms: readonly string[], operator: '/\\' | '\\/'): string {
  const neutral = operator === '/\\' ? 'TRUE' : 'FALSE';
  const decisive = operator === '/\\' ? 'FALSE' : 'TRUE';
  if (terms.includes(decisive)) return decisive;
  const open = terms.filter((term) => term !== neutral);
  if (open.length === 0) return neutral;
  return open.length === 1 ? open[0]! : `(${open.join(` ${operator} `)})`;
}

/** "The value is one of these", or that it is none of the others where these are fewer. */
function among(value: string, wanted: readonly string[], others: readonly string[]): string {
  if (others.length === 0) return 'TRUE';
  if (wanted.length === 0) return 'FALSE';
  if (wanted.length === 1) return `${value} = ${wanted[0]}`;
  if (others.length === 1) return `${value} # ${others[0]}`;
  return others.length < wanted.length
    ? `${value} \\notin {${others.join(', ')}}`
    : `${value} \\in {${wanted.join(', ')}}`;
}

/** "The party is in one of these local states." */
export function partyAmong({ words }: TlaModel, party: number, wanted: Iterable<number>): string {
  const { variable, locals } = words.parties[party]!;
  const set = new Set(wanted);
  return among(
    variable,
    locals.filter((_, local) => set.has(local)),
    locals.filter((_, local) => !set.has(local)),
  );
}

/**
 * A decision diagram as a state predicate: true where it gives what is wanted.
 *
 * @throws TooLong
 */
export function condition<T>(model: TlaModel, diagram: Diagram<T>, wanted: (gives: T) => boolean): string {
  const texts = new Map<Diagram<T>, string>();
  const write = (node: Diagram<T>): string => {
    const known = texts.get(node);
    if (known !== undefined) return known;
    const text = 'gives' in node ? truth(wanted(node.gives)) : choice(node);
    if (text.length > MOST) throw new TooLong();
    texts.set(node, text);
    return text;
  };
  const choice = ({ variable, branches }: Exclude<Diagram<T>, { gives: T }>): string => {
    const parts = groupedBy(branches, ({ below }) => write(below));
    if (parts.size === 1) return [...parts.keys()][0]!;
    return joined(
      [...parts].map(([text, alike]) => {
        const values = alike.flatMap((branch) => branch.values);
        return text === 'FALSE' ? 'FALSE' : joined([membership(model, variable, values), text], '/\\');
      }),
      '\\/',
    );
  };
  return write(diagram);
}

const truth = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

/** "The variable has one of these values": a party's local states, or what is in a queue. */
function membership(model: TlaModel, variable: number, values: readonly number[]): string {
  const { parties, queues } = model.composition;
  const count = parties.list.length;
  if (variable < count) return partyAmong(model, variable, values);
  const queue = variable - count;
  const wanted = new Set(values);
  const rows = queues[queue]!.contents.map((contents, value) => ({ ...contents, is: wanted.has(value) }));
  return contentsAmong(model.words, queue, rows, 0);
}

type Row = {
  readonly messages: readonly number[];
  readonly losses: number;
  readonly duplicates: number;
  readonly is: boolean;
};

/** Looks at one place after the other until the rows that are left agree; last at what may still be lost or doubled. */
function contentsAmong(words: Words, queue: number, rows: readonly Row[], place: number): string {
  if (rows.every(({ is }) => is)) return 'TRUE';
  if (rows.every(({ is }) => !is)) return 'FALSE';
  if (rows.every(({ messages }) => messages.length < place)) return countersAmong(words, queue, rows);
  const byMessage = groupedBy(rows, ({ messages }) => messages[place]);
  const parts = groupedBy(byMessage, ([, alike]) => contentsAmong(words, queue, alike, place + 1));
  if (parts.size === 1) return [...parts.keys()][0]!;
  const all = [...byMessage.keys()];
  return joined(
    [...parts].map(([text, groups]) => {
      if (text === 'FALSE') return text;
      const here = new Set(groups.map(([message]) => message));
      return joined([placeAmong(words, queue, place, here, all), text], '/\\');
    }),
    '\\/',
  );
}

function countersAmong({ queues }: Words, queue: number, rows: readonly Row[]): string {
  const { variable } = queues[queue]!;
  const differ = (of: (row: Row) => number): boolean => new Set(rows.map(of)).size > 1;
  const lost = differ(({ losses }) => losses);
  const doubled = differ(({ duplicates }) => duplicates);
  const cases = rows
    .filter(({ is }) => is)
    .map(({ losses, duplicates }) => {
      const terms = [
        lost ? `${variable}_losses = ${losses}` : 'TRUE',
        doubled ? `${variable}_duplicates = ${duplicates}` : 'TRUE',
      ];
      return joined(terms, '/\\');
    });
  return joined(cases, '\\/');
}

/** "At this place of the queue stands one of these messages"; `undefined` is an empty place. */
function placeAmong(
  { queues, messages }: Words,
  queue: number,
  place: number,
  here: ReadonlySet<number | undefined>,
  all: readonly (number | undefined)[],
): string {
  const { variable } = queues[queue]!;
  const names = (kept: boolean): string[] =>
    all.flatMap((message) => (message !== undefined && here.has(message) === kept ? [messages[message]!.name] : []));
  const stands = among(`${variable}[${place + 1}]`, names(true), names(false));
  if (!all.includes(undefined)) return stands;
  return here.has(undefined)
    ? joined([`Len(${variable}) <= ${place}`, stands], '\\/')
    : joined([`Len(${variable}) > ${place}`, stands], '/\\');
}
