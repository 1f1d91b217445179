import type { Deed, Rule } from './deeds.ts';
import type { Model } from './model.ts';
import { joined, partyAmong, placeAmong } from './text.ts';

/** When a deed is possible, full channels left aside. */
export function possible(model: Model, deed: Deed): string {
  const { vocabulary, composition } = model;
  if (deed.queue === undefined) {
    return partyAmong(
      vocabulary,
      deed.party,
      deed.rules.map(({ when }) => when[0]!.local),
    );
  }
  const { variable } = vocabulary.queues[deed.queue]!;
  const { fifo } = composition.queues[deed.queue]!;
  const { kind } = deed.key;
  const left =
    kind === 'lose' ? [`${variable}_losses > 0`] : kind === 'duplicate' ? [`${variable}_duplicates > 0`] : [];
  const tag = kind === 'lose' ? undefined : fifo.whileTagged;
  const bears = tag === undefined ? 'true' : bearing(model, deed.party, tag);
  return joined([isHead(model, deed.queue, deed.message), ...left, ...(bears === 'true' ? [] : [bears])], '&&');
}

function bearing({ composition, vocabulary }: Model, party: number, tag: string): string {
  const { table } = composition.parties.list[party]!;
  const locals = Array.from({ length: table.locals.count }, (_, local) => local);
  return partyAmong(
    vocabulary,
    party,
    locals.filter((local) => table.view(local).hasTag(tag)),
  );
}

/** Whether a message can be taken from a queue: it is the first of its lane. */
function isHead({ composition, vocabulary }: Model, queue: number, message: number): string {
  const { variable, capacity, messages } = vocabulary.queues[queue]!;
  const { lane } = composition.queues[queue]!.fifo;
  const { name } = vocabulary.messages[message]!;
  if (lane === undefined) return `${variable}[0] == ${name}`;
  const laneOf = (each: number): string => lane(composition.parties.messages.at(each));
  const others = [undefined, ...messages.filter((each) => laneOf(each) !== laneOf(message))];
  const before = (place: number): string[] =>
    Array.from({ length: place }, (_, earlier) => placeAmong(vocabulary, queue, earlier, others)).filter(
      (text) => text !== 'true',
    );
  const places = Array.from({ length: others.length === 1 ? 1 : capacity }, (_, place) =>
    joined([`${variable}[${place}] == ${name}`, ...before(place)], '&&'),
  );
  return joined(places, '||');
}

/** When a rule applies: its parties are where it says; of the first of them the deed itself may say so. */
export const applies = ({ vocabulary }: Model, { when }: Rule): string =>
  joined(
    when.map(
      ({ party, local }) =>
        `${vocabulary.parties[party]!.variable} == ${vocabulary.parties[party]!.words[local]!.name}`,
    ),
    '&&',
  );

/** When a deed finds a channel full: it is possible, and has no state after it. Undefined when it never sends. */
export function refused(model: Model, deed: Deed): string | undefined {
  const terms = deed.rules.flatMap((rule) => {
    const full = [...new Set(rule.queued.map(({ queue }) => queue))].map((queue) => {
      const { variable, capacity } = model.vocabulary.queues[queue]!;
      const sent = rule.queued.filter((each) => each.queue === queue).length;
      const taken = deed.queue === queue && deed.key.kind === 'deliver' ? 1 : 0;
      return `${variable}_length > ${capacity + taken - sent}`;
    });
    return full.length === 0 ? [] : [joined([applies(model, rule), joined(full, '||')], '&&')];
  });
  return terms.length === 0 ? undefined : joined(terms, '||');
}

/** A state in which no step of a weakly or strongly fair class is possible. */
export function atRest(model: Model): string {
  const { composition, vocabulary, deeds } = model;
  const terms = new Set<string>();
  for (const deed of deeds) {
    if (composition.classFairness[deed.class] === 'none' || deed.class < 0) continue;
    const fifo = deed.queue === undefined ? undefined : composition.queues[deed.queue]!.fifo;
    const plain = fifo !== undefined && fifo.whileTagged === undefined && deed.key.kind === 'deliver';
    terms.add(plain ? `${vocabulary.queues[deed.queue!]!.variable}_length == 0` : `!(${possible(model, deed)})`);
  }
  return terms.size === 0 ? 'true' : [...terms].join(' && ');
}
