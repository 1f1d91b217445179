import type { Deed, Rule } from './deeds.ts';
import { applies, possible, refused } from './guards.ts';
import { groupedBy } from './grouped.ts';
import { type Model, deedText } from './model.ts';
import { comment, partyAmong } from './text.ts';

/** What a claim adds to a rule: statements before its effect. */
export type RuleChecks = (deed: Deed, rule: Rule) => readonly string[];

/**
 * One process for each step class that must be fair, and one for all that need not be taken.
 *
 * A step is one `d_step`: it takes a message, prints its line in a guided simulation, and does to the parties what the
 * charts do. A process for each class makes SPIN's weak fairness of processes that of step classes.
 */
export function stepProcesses(model: Model, checks: RuleChecks): string[] {
  const { composition, vocabulary, deeds } = model;
  const fair = groupedBy(deeds, (deed) => (isFair(model, deed) ? deed.class : -1));
  const processes = [...fair]
    .filter(([number]) => number >= 0)
    .sort(([a], [b]) => a - b)
    .flatMap(([number, mine]) => {
      const name = composition.classNames[number]!;
      const says = comment(`${name}: ${composition.classFairness[number]} fairness`);
      return process(
        vocabulary.unique(`${name} class`),
        says,
        mine.flatMap((deed) => options(model, deed, checks)),
      );
    });
  const free = (fair.get(-1) ?? []).flatMap((deed) => options(model, deed, checks));
  const idle = [
    '#ifdef LIVENESS',
    '  :: d_step { true -> skip } /* nobody must take any of these: a run may go on without */',
    '#endif',
  ];
  const none = deeds.length === 0 ? [['  :: false -> skip']] : [];
  const may = comment('What nobody must do: choices, faults.');
  return [...processes, ...process('free', may, [...free, ...none, idle], free.length + none.length === 0)];
}

const isFair = ({ composition }: Model, deed: Deed): boolean =>
  deed.class >= 0 && composition.classFairness[deed.class] !== 'none';

function process(name: string, says: string, options: readonly (readonly string[])[], onlyLive = false): string[] {
  const lines = [says, `active proctype ${name}() {`, '  do', ...options.flat(), '  od', '}'];
  return [...(onlyLive ? ['#ifdef LIVENESS', ...lines, '#endif'] : lines), ''];
}

/** How many rules one option may have: SPIN takes no longer `d_step`. */
const MOST_RULES = 150;

/** A deed with its rules in parts that SPIN takes; rules that begin with one local state stay together. */
function options(model: Model, deed: Deed, checks: RuleChecks): string[][] {
  if (deed.rules.length <= MOST_RULES) return [option(model, deed, possible(model, deed), checks)];
  const parts: Rule[][] = [[]];
  for (const rules of groupedBy(deed.rules, ({ when }) => when[0]!.local).values()) {
    if (parts.at(-1)!.length + rules.length > MOST_RULES && parts.at(-1)!.length > 0) parts.push([]);
    parts.at(-1)!.push(...rules);
  }
  return parts.map((rules) => {
    const locals = rules.map(({ when }) => when[0]!.local);
    const here = partyAmong(model.vocabulary, deed.party, locals);
    const guard = deed.queue === undefined ? here : `${possible(model, deed)} && ${here}`;
    return option(model, { ...deed, rules }, guard, checks);
  });
}

function option(model: Model, deed: Deed, when: string, checks: RuleChecks): string[] {
  const { deeds } = model;
  const refusal = model.refuses ? refused(model, deed) : undefined;
  const guard = [when, ...(refusal === undefined ? [] : [`!${refusal}`])].join(' && ');
  const line = `printf("step ${deed.number}: ${deedText(model, deed)}, of ${deeds.length} of ${model.mark}\\n")`;
  return [
    `  :: d_step { ${guard} ->`,
    ...[line, ...taking(model, deed), ...rules(model, deed, checks)].map(
      (text, at, all) => `       ${text}${at < all.length - 1 ? ';' : ''}`,
    ),
    '     }',
  ];
}

/** What a step of a queue does to the queue. */
function taking({ composition, vocabulary }: Model, { queue, message, key }: Deed): string[] {
  if (queue === undefined) return [];
  const { variable } = vocabulary.queues[queue]!;
  if (key.kind === 'duplicate') return [`${variable}_duplicates--`];
  const { name } = vocabulary.messages[message]!;
  const take = composition.queues[queue]!.fifo.lane === undefined ? `take_${variable}()` : `take_${variable}(${name})`;
  return key.kind === 'lose' ? [take, `${variable}_losses--`] : [take];
}

function rules(model: Model, deed: Deed, checks: RuleChecks): string[] {
  const idle = deed.rules.filter((rule) => effect(model, deed, rule, checks).length === 0);
  const busy = deed.rules.filter((rule) => !idle.includes(rule));
  if (busy.length === 0) return [];
  if (deed.rules.length === 1 && deed.rules[0]!.when.length === 1 && deed.queue === undefined)
    return [...effect(model, deed, busy[0]!, checks)];
  const lines = busy.map((rule) => `:: ${applies(model, rule)} -> ${effect(model, deed, rule, checks).join('; ')}`);
  const alone = idle.filter(({ when }) => when.length === 1).map(({ when }) => when[0]!.local);
  const together = idle.filter(({ when }) => when.length > 1).map((rule) => applies(model, rule));
  const rest = [...(alone.length === 0 ? [] : [partyAmong(model.vocabulary, deed.party, alone)]), ...together];
  const ignored = rest.length === 0 ? [] : [`:: ${rest.join(' || ')} -> skip`];
  return [['if', ...lines, ...ignored, 'fi'].join('\n       ')];
}

function effect(model: Model, deed: Deed, rule: Rule, checks: RuleChecks): string[] {
  const { parties, queues, messages } = model.vocabulary;
  const moves = rule.then.flatMap(({ party, local }, place) =>
    local === rule.when[place]!.local ? [] : [`${parties[party]!.variable} = ${parties[party]!.words[local]!.name}`],
  );
  return [
    ...checks(deed, rule),
    ...rule.unspecified.slice(0, 1).map(() => 'unspecified_reception()'),
    ...moves,
    ...rule.queued.map(({ queue, message }) => `put_${queues[queue]!.variable}(${messages[message]!.name})`),
  ];
}
