import type { Composition } from '../../compose/index.ts';
import { canonical } from '../../model/index.ts';
import type { Deed } from './deeds.ts';
import { groupedBy } from './grouped.ts';

/** A named number: a local state, a message. */
export type Word = {
  readonly name: string;
  readonly value: number;
  /** What it stands for, for a comment. */
  readonly note: string;
};

/** A variable of the model that stands for a party, and the words for its values, by local state. */
export type PartyWords = { readonly variable: string; readonly words: readonly Word[] };

/** The array of the model that stands for a queue, and the messages that travel there. */
export type QueueWords = {
  readonly variable: string;
  readonly capacity: number;
  /** Messages by number, each once, in the order of their values. */
  readonly messages: readonly number[];
};

/** Names for all that a composition numbers: parties, their local states, queues, messages. */
export type Vocabulary = {
  readonly parties: readonly PartyWords[];
  readonly queues: readonly QueueWords[];
  /** By message number. Values begin with 1: 0 is an empty place. */
  readonly messages: readonly (Word | undefined)[];
  /** A name for anything else, unlike all others. */
  readonly unique: (text: string) => string;
};

/** Names of letters, digits and underscores for what a composition holds after a search, and for what its deeds send. */
export function vocabularyOf(composition: Composition, deeds: readonly Deed[]): Vocabulary {
  const { parties, queues, description } = composition;
  const used = new Set(reserved);
  const unique = (text: string): string => {
    const plain = identifier(text);
    let name = plain;
    for (let again = 2; used.has(name); again++) name = `${plain}_${again}`;
    used.add(name);
    return name;
  };
  const partyWords = parties.list.map(({ name, table }) => {
    const variable = unique(name);
    const locals = table.locals.snapshots.map((_, local) => {
      const { value, context } = table.view(local);
      return { local, path: pathOf(value), context: (context ?? {}) as Readonly<Record<string, unknown>> };
    });
    return { variable, words: localWords(variable, locals, unique) };
  });
  const sent = deeds.flatMap(({ rules }) => rules.flatMap(({ queued }) => queued));
  const queueWords = queues.map(({ name, fifo, contents }, queue) => ({
    variable: unique(name),
    capacity: fifo.capacity,
    messages: [
      ...new Set([
        ...contents.flatMap(({ messages }) => messages),
        ...sent.flatMap((each) => (each.queue === queue ? [each.message] : [])),
      ]),
    ],
  }));
  const travelling = [...new Set(queueWords.flatMap(({ messages }) => messages))]
    .map((message) => ({ message, text: description.label?.(parties.messages.at(message)) }))
    .map(({ message, text }) => ({ message, text: text ?? plainText(parties.messages.at(message)) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.message - b.message));
  const messages: (Word | undefined)[] = [];
  travelling.forEach(({ message, text }, index) => {
    messages[message] = { name: unique(text), value: index + 1, note: canonical(parties.messages.at(message)) };
  });
  return {
    parties: partyWords,
    queues: queueWords.map((queue) => ({
      ...queue,
      messages: queue.messages.toSorted((a, b) => messages[a]!.value - messages[b]!.value),
    })),
    messages,
    unique,
  };
}

/** A text as letters, digits and underscores, beginning with a letter. */
export function identifier(text: string): string {
  const plain = text
    .replaceAll('>', '_to_')
    .replaceAll('→', '_to_')
    .replaceAll(/\W+/g, '_')
    .replaceAll(/_{2,}/g, '_')
    .replaceAll(/^_|_$/g, '');
  return /^[A-Za-z]/.test(plain) ? plain : `x_${plain}`;
}

type Local = {
  readonly local: number;
  readonly path: string;
  readonly context: Readonly<Record<string, unknown>>;
};

/** States of one path stand together, so that a set of them is a range; numbers tell them apart, the note says how. */
function localWords(variable: string, locals: readonly Local[], unique: (text: string) => string): Word[] {
  const words: Word[] = [];
  let value = 0;
  for (const [path, namesakes] of [...groupedBy(locals, (local) => local.path)].sort(([a], [b]) => order(a, b))) {
    const texts = namesakes.map(({ local, context }) => ({ local, context, text: textOf(context) }));
    const differs = differing(namesakes.map(({ context }) => context));
    for (const [place, { local, context }] of texts.sort((a, b) => order(a.text, b.text)).entries()) {
      const name = unique([variable, path, ...(namesakes.length > 1 ? [place + 1] : [])].join('_'));
      const note = differs.map((field) => `${field} ${textOf(context[field])}`).join(', ');
      words[local] = { name, value: value++, note };
    }
  }
  return words;
}

/** The fields in which contexts of one path differ. */
function differing(contexts: readonly Local['context'][]): string[] {
  const fields = new Set(contexts.flatMap((context) => Object.keys(context)));
  return [...fields].filter((field) => new Set(contexts.map((context) => textOf(context[field]))).size > 1);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = (value: unknown): string => (value === undefined ? 'undefined' : canonical(value, '$', 'kept'));

/** The innermost states of a state value, in a row. */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries(value as Record<string, unknown>)
    .map(([region, inner]) => [region, pathOf(inner)].filter(Boolean).join('_'))
    .join('_');
}

/** A message by its type and the plain values in it. */
function plainText({ type, ...fields }: { readonly type: string; readonly [field: string]: unknown }): string {
  const values = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.values(value).map(values).join(' ')
      : value === null || value === undefined
        ? 'none'
        : String(value);
  return [type, ...Object.values(fields).map(values)].join(' ');
}

/** Words of Promela and of C, which nothing may be called. */
const reserved =
  'active assert atomic bit bool break byte chan d_step D_proctype do else empty enabled eval false fi full goto hidden if init inline int len local ltl mtype nempty never nfull notrace np_ od of pc_value pid printf priority proctype provided return run select short show skip watch AT_REST accept_owed broken unspecified_reception m when timeout true typedef unless unsigned xr xs now char const void static struct union extern auto register double float long signed switch case default while for continue sizeof volatile enum P0 P1 P2 P3 P4 claim trace linux unix i386 stdin stdout stderr EOF NULL uchar ushort uint ulong'.split(
    ' ',
  );
