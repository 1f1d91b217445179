import type { Deed } from '../promela/deeds.ts';
import { joined, partyAmong, type TlaModel } from './condition.ts';
import { possibleHead } from './steps.ts';

/**
 * When a step may be possible that the tables do not know, for they were filled by a search that was cut short: a
 * predicate on states. It is also true of some states in which no such step is possible.
 *
 * As long as no such state is reached, a module has exactly the steps of the system.
 */
export function unknownSteps(model: TlaModel): string {
  return joined([...unknownOwnSteps(model), ...unknownReceptions(model)], '\\/');
}

/** Own steps of parties in local states that the search never looked at, or together with such of those they call. */
function unknownOwnSteps(model: TlaModel): string[] {
  const { parties, clusters, clusterOf, placeOf } = model.composition;
  const never = parties.list.flatMap(({ own, table }, party) => {
    if (own.length === 0) return [];
    const cluster = clusters[clusterOf[party]!]!;
    const [locals, starts] = [cluster.localOf, cluster.ownStart].map((columns) => columns[placeOf[party]!]!.data);
    const looked = new Set<number>();
    for (let local = 0; local < cluster.count; local++) if (starts![local]! >= 0) looked.add(locals![local]!);
    const others = Array.from({ length: table.locals.count }, (_, local) => local).filter(
      (local) => !looked.has(local),
    );
    return [partyAmong(model, party, others)];
  });
  const called = model.deeds.flatMap((deed) => (deed.queue === undefined ? [beyondRules(model, deed)] : []));
  return [...never, ...called];
}

/** Messages that can be taken while their receiver, or those it calls, are in local states that no rule is known for. */
function unknownReceptions(model: TlaModel): string[] {
  const { composition, words, deeds } = model;
  return composition.queues.flatMap(({ fifo }, queue) => {
    const kinds = [
      'deliver' as const,
      ...(fifo.loses ? ['lose' as const] : []),
      ...(fifo.duplicates ? ['duplicate' as const] : []),
    ];
    return words.queues[queue]!.messages.flatMap((message) =>
      kinds.map((kind) => {
        const deed = deeds.find((each) => each.queue === queue && each.message === message && each.key.kind === kind);
        const party = composition.parties.receiver(composition.queues[queue]!.name, message);
        const head = possibleHead(model, { queue, message });
        const held = kind === 'lose' ? 'FALSE' : holding(model, party, fifo.whileTagged);
        if (deed === undefined) return joined([...head, negated(held)], '/\\');
        return kind === 'lose' ? 'FALSE' : joined([...head, negated(held), beyondRules(model, deed, true)], '/\\');
      }),
    );
  });
}

/** That a party is in no state that bears the tag: it receives nothing. */
function holding(model: TlaModel, party: number, tag: string | undefined): string {
  if (tag === undefined) return 'FALSE';
  const { table } = model.composition.parties.list[party]!;
  const locals = Array.from({ length: table.locals.count }, (_, local) => local);
  return partyAmong(
    model,
    party,
    locals.filter((local) => !table.view(local).hasTag(tag)),
  );
}

/** That no rule of a deed fits; for an own step only where one fits the party that acts. */
function beyondRules(model: TlaModel, deed: Deed, always = false): string {
  const first = partyAmong(
    model,
    deed.party,
    deed.rules.map(({ when }) => when[0]!.local),
  );
  const fits = deed.rules.map(({ when }) =>
    joined(
      when.map(({ party, local }) => partyAmong(model, party, [local])),
      '/\\',
    ),
  );
  const alone = deed.rules.every(({ when }) => when.length === 1);
  const none = negated(alone ? first : joined(fits, '\\/'));
  if (always) return none;
  return alone ? 'FALSE' : joined([first, none], '/\\');
}

const negated = (text: string): string => (text === 'TRUE' ? 'FALSE' : text === 'FALSE' ? 'TRUE' : `~(${text})`);
