import type { Deed, Place, Rule } from '../promela/deeds.ts';
import { groupedBy } from '../promela/grouped.ts';
import { joined, partyAmong, type TlaModel } from './condition.ts';

/** The rules of a deed that differ in nothing but the local state of the party that acts first. */
type Group = { readonly rules: readonly Rule[]; readonly others: readonly Place[]; readonly first: Rule };

/** The action of each deed: `name == ...`, one line for each part. */
export function actionLines(model: TlaModel, deed: Deed): string[] {
  const { words, composition } = model;
  const from = deed.queue === undefined ? undefined : words.queues[deed.queue]!.variable;
  const lane = deed.queue === undefined ? undefined : composition.queues[deed.queue]!.fifo.lane;
  const groups = [...groupedBy(deed.rules, (rule) => groupKey(rule)).values()].map((rules) => groupOf(rules));
  const taken =
    from === undefined || deed.key.kind === 'duplicate' ? from : lane ? `Without(${from}, i)` : `Tail(${from})`;
  const branches =
    deed.key.kind === 'lose'
      ? [effect(model, deed, undefined, taken)]
      : groups.map((group) => effect(model, deed, group, taken));
  const head = [...possibleHead(model, deed), ...left(model, deed)];
  const body = branches.map((lines) => lines.map((line, index) => `${index === 0 ? '\\/ ' : '   '}/\\ ${line}`));
  const indent = '     ';
  const choice =
    branches.length === 1
      ? branches[0]!.map((line) => `  /\\ ${line}`)
      : body.flat().map((line, index) => `${index === 0 ? '  /\\ ' : indent}${line}`);
  if (lane === undefined || from === undefined) {
    return [`${words.actions.get(deed)!} ==`, ...head.map((line) => `  /\\ ${line}`), ...choice, ''];
  }
  return [
    `${words.actions.get(deed)!} ==`,
    ...left(model, deed).map((line) => `  /\\ ${line}`),
    `  /\\ \\E i \\in 1..Len(${from}) :`,
    `       /\\ ${isFirst(model, deed)}`,
    ...choice.map((line) => `     ${line}`),
    '',
  ];
}

/** When a deed is possible, full channels left aside: a predicate on the state before it. */
export function possible(model: TlaModel, deed: Deed, rules: readonly Rule[] = deed.rules): string {
  const cases = groupedBy(rules, ({ when }) =>
    when
      .slice(1)
      .map(({ party, local }) => `${party} ${local}`)
      .join(),
  );
  const places = [...cases.values()].map((alike) =>
    joined(
      [
        partyAmong(
          model,
          deed.party,
          alike.map(({ when }) => when[0]!.local),
        ),
        ...alike[0]!.when.slice(1).map(({ party, local }) => partyAmong(model, party, [local])),
      ],
      '/\\',
    ),
  );
  const here = deed.key.kind === 'lose' ? 'TRUE' : joined(places, '\\/');
  return joined([...possibleHead(model, deed), ...left(model, deed), here], '/\\');
}

/** When a deed changes nothing at all; undefined where it always changes something. */
export function idle(model: TlaModel, deed: Deed): string | undefined {
  const same = deed.rules.filter(({ when, then, queued }) => {
    const stays = when.every(({ local }, index) => then[index]!.local === local);
    const back = queued.length === 1 && queued[0]!.queue === deed.queue && queued[0]!.message === deed.message;
    return stays && (deed.queue === undefined ? queued.length === 0 : back);
  });
  if (same.length === 0) return undefined;
  if (deed.queue === undefined) return possible(model, deed, same);
  const { variable } = model.words.queues[deed.queue]!;
  const { name } = model.words.messages[deed.message]!;
  const lane = model.composition.queues[deed.queue]!.fifo.lane !== undefined;
  const returned = lane
    ? `(\\E i \\in 1..Len(${variable}) : ${isFirst(model, deed)} /\\ Append(Without(${variable}, i), ${name}) = ${variable})`
    : `Append(Tail(${variable}), ${name}) = ${variable}`;
  return joined([possible(model, deed, same), returned], '/\\');
}

const groupKey = ({ when, then, queued }: Rule): string =>
  [
    when.slice(1).map(({ party, local }) => `${party} ${local}`),
    then.map(({ local }, index) => (local === when[index]!.local ? 'same' : local)),
    queued.map(({ queue, message }) => `${queue} ${message}`),
    when[0]!.local === then[0]!.local ? '' : 'moves',
  ].join('|');

const groupOf = (rules: readonly Rule[]): Group => ({ rules, first: rules[0]!, others: rules[0]!.when.slice(1) });

/** One way in which a deed is done: conditions, then what changes, then what stays. */
function effect(model: TlaModel, deed: Deed, group: Group | undefined, taken: string | undefined): string[] {
  const { words, composition, refuses } = model;
  const lines: string[] = [];
  const changed = new Set<string>();
  const set = (variable: string, value: string): void => {
    changed.add(variable);
    lines.push(`${variable}' = ${value}`);
  };
  if (group !== undefined) {
    lines.push(
      partyAmong(
        model,
        deed.party,
        group.rules.map(({ when }) => when[0]!.local),
      ),
    );
    for (const { party, local } of group.others)
      lines.push(`${words.parties[party]!.variable} = ${words.parties[party]!.locals[local]}`);
  }
  const sent = groupedBy(group?.first.queued ?? [], ({ queue }) => queue);
  if (refuses) {
    for (const [queue, { length }] of sent) {
      const room =
        composition.queues[queue]!.fifo.capacity -
        length +
        (queue === deed.queue && deed.key.kind === 'deliver' ? 1 : 0);
      lines.push(room < 0 ? 'FALSE' : `Len(${words.queues[queue]!.variable}) <= ${room}`);
    }
  }
  group?.first.then.forEach(({ party, local }, index) => {
    if (local !== group.first.when[index]!.local)
      set(words.parties[party]!.variable, words.parties[party]!.locals[local]!);
  });
  for (const [queue, { variable }] of words.queues.entries()) {
    const added = (sent.get(queue) ?? []).map(({ message }) => words.messages[message]!.name);
    const rest = queue === deed.queue ? taken! : variable;
    if (added.length > 0) set(variable, `${rest} \\o <<${added.join(', ')}>>`);
    else if (rest !== variable) set(variable, rest);
  }
  for (const [variable, value] of spent(model, deed)) set(variable, value);
  const unchanged = variablesOf(model).filter((variable) => !changed.has(variable));
  if (unchanged.length > 0) lines.push(`UNCHANGED <<${unchanged.join(', ')}>>`);
  return lines.filter((line) => line !== 'TRUE');
}

/** Every variable, in the order in which a module declares them. */
export const variablesOf = ({ words, composition }: TlaModel): string[] => [
  ...words.parties.map(({ variable }) => variable),
  ...words.queues.flatMap(({ variable }, queue) => {
    const { loses, duplicates } = composition.queues[queue]!.fifo;
    return [variable, ...(loses ? [`${variable}_losses`] : []), ...(duplicates ? [`${variable}_duplicates`] : [])];
  }),
];

function spent({ words }: TlaModel, { queue, key }: Deed): (readonly [string, string])[] {
  if (queue === undefined || (key.kind !== 'lose' && key.kind !== 'duplicate')) return [];
  const counter = `${words.queues[queue]!.variable}_${key.kind === 'lose' ? 'losses' : 'duplicates'}`;
  return [[counter, `${counter} - 1`]];
}

const left = (model: TlaModel, deed: Deed): string[] => spent(model, deed).map(([counter]) => `${counter} > 0`);

/** That the message stands where it can be taken: at the head, or first in its lane. */
export function possibleHead(model: TlaModel, deed: Pick<Deed, 'queue' | 'message'>): string[] {
  if (deed.queue === undefined) return [];
  const { variable } = model.words.queues[deed.queue]!;
  const { name } = model.words.messages[deed.message]!;
  if (model.composition.queues[deed.queue]!.fifo.lane === undefined) {
    return [`${variable} # <<>>`, `Head(${variable}) = ${name}`];
  }
  return [`(\\E i \\in 1..Len(${variable}) : ${isFirst(model, deed)})`];
}

/** That the message stands at place `i`, and no other of its lane before it. */
function isFirst(model: TlaModel, deed: Pick<Deed, 'queue' | 'message'>): string {
  const { variable } = model.words.queues[deed.queue!]!;
  const { name } = model.words.messages[deed.message]!;
  return `${variable}[i] = ${name} /\\ (\\A j \\in 1..(i - 1) : ${variable}[j] \\notin {${sameLane(model, deed).join(', ')}})`;
}

function sameLane({ composition, words }: TlaModel, deed: Pick<Deed, 'queue' | 'message'>): string[] {
  const laneOf = (message: number): string =>
    composition.queues[deed.queue!]!.fifo.lane!(composition.parties.messages.at(message));
  return words.queues[deed.queue!]!.messages.filter((message) => laneOf(message) === laneOf(deed.message)).map(
    (message) => words.messages[message]!.name,
  );
}
