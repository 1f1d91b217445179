import type { Composition } from '../../compose/index.ts';
import type { Answers } from './asked.ts';
import type { Diagram } from './diagram.ts';
import { groupedBy } from './grouped.ts';
import type { Model } from './model.ts';
import { joined, partyAmong, placeAmong } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A condition that would be too long to read and to compile. */
export class TooLong extends Error {}

/** How many letters a condition may have. */
const MOST = 400_000;

/**
 * A decision diagram as a condition of Promela: true where it gives what is wanted, and where it says nothing.
 *
 * @throws TooLong
 */
export const expression = <T>(model: Words, answers: Answers<T>, wanted: (gives: T) => boolean): string =>
  answers.partial ? negated(exactly(model, answers, (gives) => !wanted(gives))) : exactly(model, answers, wanted);

const negated = (text: string): string => (text === 'true' ? 'false' : text === 'false' ? 'true' : `!${text}`);

type Words = Pick<Model, 'composition' | 'vocabulary'>;

/**
 * The same, but false where the diagram says nothing.
 *
 * @throws TooLong
 */
export function exactly<T>(
  { composition, vocabulary }: Words,
  { diagram, partial }: Answers<T>,
  wanted: (gives: T) => boolean,
): string {
  const texts = new Map<Diagram<T>, string>();
  const write = (node: Diagram<T>): string => {
    const known = texts.get(node);
    if (known !== undefined) return known;
    const text = 'gives' in node ? String(wanted(node.gives)) : choice(node);
    if (text.length > MOST) throw new TooLong();
    texts.set(node, text);
    return text;
  };
  const choice = ({ variable, branches }: Exclude<Diagram<T>, { gives: T }>): string => {
    const parts = new Map<string, number[]>();
    for (const { values, below } of branches) {
      const text = write(below);
      parts.set(text, [...(parts.get(text) ?? []), ...values]);
    }
    if (parts.size === 1 && !partial) return [...parts.keys()][0]!;
    const open = [...parts].filter(([text]) => text !== 'false');
    if (open.length === 0) return 'false';
    return joined(
      open.map(([text, values]) => {
        const here = membership(composition, vocabulary, variable, values);
        return text === 'true' ? here : here === 'true' ? text : `(${here} && ${text})`;
      }),
      '||',
    );
  };
  return write(diagram);
}

/** Promela for "the variable has one of these values": a party's local states, or what is in a queue. */
function membership(
  composition: Composition,
  vocabulary: Vocabulary,
  variable: number,
  values: readonly number[],
): string {
  const count = composition.parties.list.length;
  if (variable < count) return partyAmong(vocabulary, variable, values);
  const queue = variable - count;
  const { contents } = composition.queues[queue]!;
  const wanted = new Set(values.map((value) => contents[value]!.messages.join()));
  const rows = contents.map(({ messages }) => ({ messages, is: wanted.has(messages.join()) }));
  return contentsAmong(vocabulary, queue, rows, 0);
}

type Row = { readonly messages: readonly number[]; readonly is: boolean };

/** Looks at one place after the other until the rows that are left agree. */
function contentsAmong(vocabulary: Vocabulary, queue: number, rows: readonly Row[], place: number): string {
  if (rows.every(({ is }) => is)) return 'true';
  if (rows.every(({ is }) => !is)) return 'false';
  const parts = new Map<string, (number | undefined)[]>();
  for (const [message, alike] of groupedBy(rows, ({ messages }) => messages[place])) {
    const text = contentsAmong(vocabulary, queue, alike, place + 1);
    parts.set(text, [...(parts.get(text) ?? []), message]);
  }
  if (parts.size === 1) return [...parts.keys()][0]!;
  const open = [...parts].filter(([text]) => text !== 'false');
  return joined(
    open.map(([text, messages]) => {
      const here = placeAmong(vocabulary, queue, place, messages);
      return text === 'true' ? here : here === 'true' ? text : `(${here} && ${text})`;
    }),
    '||',
  );
}
