import { canonical, type Message } from '../../model/index.ts';
import type { Deed } from '../promela/deeds.ts';
import { groupedBy } from '../promela/grouped.ts';
import type { Model } from '../promela/model.ts';

/** What a module calls the parts of a system. */
export type Words = {
  /** By party: its variable, and by local state the string that is its value there. */
  readonly parties: readonly { readonly variable: string; readonly locals: readonly string[] }[];
  /** By queue: the variable with the sequence of its messages; `_losses` and `_duplicates` count what is left of these. */
  readonly queues: readonly { readonly variable: string; readonly messages: readonly number[] }[];
  /** By number, for messages that travel: the name of a record, and the record. */
  readonly messages: readonly ({ readonly name: string; readonly record: string } | undefined)[];
  /** By deed: the name of its action. */
  readonly actions: ReadonlyMap<Deed, string>;
  /** A name for anything else, unlike all others. */
  readonly unique: (text: string) => string;
};

/** Names of letters, digits and underscores, and texts for local states and messages, no two alike. */
export function wordsOf({ composition, deeds }: Pick<Model, 'composition' | 'deeds'>): Words {
  const { parties, queues, description } = composition;
  const used = new Set(reserved);
  const unique = (text: string): string => numbered(identifier(text), used, '_');
  const partyWords = parties.list.map(({ name, table }) => ({
    variable: unique(name),
    locals: localTexts(table.locals.snapshots.map((_, local) => table.view(local))),
  }));
  // A message that only a step into a full channel would send is in no queue, but in the action of that step.
  const sent = deeds.flatMap(({ rules }) => rules.flatMap(({ queued }) => queued));
  const queueWords = queues.map(({ name, contents }, queue) => {
    const coming = sent.flatMap((each) => (each.queue === queue ? [each.message] : []));
    const messages = new Set([...contents.flatMap((each) => each.messages), ...coming]);
    return { variable: unique(name), messages: [...messages].sort((a, b) => a - b) };
  });
  const travelling = [...new Set(queueWords.flatMap(({ messages }) => messages))].sort((a, b) => a - b);
  const record = recordsOf(travelling.map((message) => parties.messages.at(message)));
  const messages: Words['messages'][number][] = [];
  for (const message of travelling) {
    const content = parties.messages.at(message);
    const name = unique(description.label?.(content) ?? Object.values(content).map(plain).join(' '));
    messages[message] = { name, record: record(content) };
  }
  const actions = new Map(
    deeds.map((deed) => {
      const party = partyWords[deed.party]!.variable;
      if (deed.queue === undefined) {
        const { type, ...fields } = parties.messages.at(deed.message);
        return [deed, unique([party, type, ...Object.values(fields).map(plain)].join(' '))];
      }
      const channel = queueWords[deed.queue]!.variable;
      const { name } = messages[deed.message]!;
      return [deed, unique(`${party} ${verbs[deed.key.kind]} ${name} ${prepositions[deed.key.kind]} ${channel}`)];
    }),
  );
  return { parties: partyWords, queues: queueWords, messages, actions, unique };
}

const verbs = { own: 'does', deliver: 'receives', lose: 'misses', duplicate: 'receives' } as const;
const prepositions = { own: '', deliver: 'from', lose: 'lost by', duplicate: 'doubled by' } as const;

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

function numbered(text: string, used: Set<string>, join: string): string {
  let name = text;
  for (let again = 2; used.has(name); again++) name = `${text}${join}${again}`;
  used.add(name);
  return name;
}

/** A text as letters, digits and underscores, beginning with a letter; nothing that TLA+ would read otherwise. */
export function identifier(text: string): string {
  const name = text
    .replaceAll(/[>→]/g, '_to_')
    .replaceAll(/\W+/g, '_')
    .replaceAll(/_{2,}/g, '_')
    .replaceAll(/^_|_$/g, '');
  return /^[A-Za-z]/.test(name) && !/^(WF|SF)_/.test(name) ? name : `x_${name}`;
}

/** A text in quotes, in ASCII. */
export const quoted = (text: string): string => {
  const ascii = text.replaceAll('→', '->').replaceAll(/[^\x20-\x7e]/g, '?');
  return `"${ascii.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};

type Local = { readonly value: unknown; readonly context: unknown };

/** The path of each local state; in brackets the fields of the context that tell states of one path apart. */
function localTexts(locals: readonly Local[]): string[] {
  const used = new Set<string>();
  const texts: string[] = [];
  const all = locals.map((local, number) => ({ number, path: pathOf(local.value), fields: fieldsOf(local.context) }));
  for (const [path, namesakes] of groupedBy(all, (each) => each.path)) {
    const names = new Set(namesakes.flatMap(({ fields }) => Object.keys(fields)));
    const differing = [...names].filter(
      (name) => new Set(namesakes.map(({ fields }) => textOf(fields[name]))).size > 1,
    );
    for (const { number, fields } of namesakes) {
      const told = differing.map((name) => `${name} ${textOf(fields[name]).replaceAll('"', '')}`);
      const text = quoted(told.length === 0 ? path : `${path} (${told.join(', ')})`);
      texts[number] = numbered(text.slice(0, -1), used, ' #') + '"';
    }
  }
  return texts;
}

const fieldsOf = (context: unknown): Readonly<Record<string, unknown>> =>
  typeof context === 'object' && context !== null ? (context as Record<string, unknown>) : {};
const textOf = (value: unknown): string => (value === undefined ? 'undefined' : canonical(value, '$', 'kept'));

/** A state value in dots and brackets: `serving.(role: active, transfer: idle)`. */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const regions = Object.entries(value as Record<string, unknown>);
  if (regions.length === 0) return 'here';
  if (regions.length === 1) return `${regions[0]![0]}.${pathOf(regions[0]![1])}`;
  return `(${regions.map(([region, inner]) => `${region}: ${pathOf(inner)}`).join(', ')})`;
}

/**
 * Messages as records, objects in them as records too. TLC refuses to compare values of two types, so a field is written
 * as it is only where it is a text everywhere, or a whole number, a truth value, an object; else as the text of its JSON.
 */
function recordsOf(messages: readonly Message[]): (message: Message) => string {
  const kinds = new Map<string, Set<Kind>>();
  const look = (value: unknown, way: string): void => {
    kinds.set(way, (kinds.get(way) ?? new Set()).add(kindOf(value)));
    if (kindOf(value) === 'record') for (const [field, inner] of fieldsIn(value)) look(inner, `${way}.${field}`);
  };
  for (const message of messages) look(message, '');
  const write = (value: unknown, way: string): string => {
    const [kind, ...others] = kinds.get(way)!;
    if (others.length > 0 || kind === 'other') return quoted(typeof value === 'string' ? value : textOf(value));
    if (kind === 'text') return quoted(value as string);
    if (kind !== 'record') return String(value).toUpperCase();
    const fields = fieldsIn(value).map(
      ([field, inner]) => `${identifier(field)} |-> ${write(inner, `${way}.${field}`)}`,
    );
    return `[${fields.join(', ')}]`;
  };
  return (message) => write(message, '');
}

type Kind = 'text' | 'whole' | 'truth' | 'record' | 'other';

const fieldsIn = (value: unknown): [string, unknown][] =>
  Object.entries(value as Record<string, unknown>).filter(([, field]) => field !== undefined);

function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'truth';
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31) return 'whole';
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && fieldsIn(value).length > 0 ? 'record' : 'other';
}

/** Words of TLA+ and of the modules that are extended, and names that a module has for itself. */
const reserved =
  'ACTION ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN ELSE ENABLED EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL MODULE NEW OBVIOUS OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE SPECIFICATION STATE STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM TRUE UNCHANGED UNION USE VARIABLE VARIABLES WITH WITNESS Nat Int Seq Len Head Tail Append SubSeq SelectSeq Init Next Spec Fairness vars TypeOK ModelHash AtRest Without TablesAreKnown ChannelsHaveRoom NoDeadlock NoUnspecifiedReception Messages i j'.split(
    ' ',
  );
