import type { Cluster } from './cluster.ts';
import type { Composition } from './composition.ts';
import { type Layout, maskOf } from './layout.ts';
import type { QueueTable } from './queue-table.ts';
import { CHUNK_BITS, hashSource } from './state-store.ts';

/**
 * Source of the successor function of a system, for `new Function`: gives `{ expand, bind }`.
 *
 * Variables: `w0`... the words of a state, `T`/`S` a table and its stride, numbered by cluster or queue.
 */
export function successorSource(composition: Composition, layout: Layout): string {
  const { clusters, queues } = composition;
  const tables = [...clusters.flatMap(clusterTables), ...queues.flatMap(queueTables)];
  return `'use strict';
let chunks, index, mask, state = 0, count = 0, must = 0;
let ${tables.map(([name]) => name).join(', ')};
function bind() {
  chunks = store.chunks; index = store.index; mask = index.length - 1;
  ${tables.map(([name, from]) => `${name} = ${from};`).join('\n  ')}
}
${insertSource(layout)}
${clusters.map((cluster, number) => moveSource(composition, layout, cluster, number)).join('\n')}
${expandSource(composition, layout)}
bind();
return { expand, bind };`;
}

type Table = readonly [name: string, from: string];

const clusterTables = (cluster: Cluster, number: number): Table[] => [
  [`T${number}`, `clusters[${number}].moves.data`],
  [`S${number}`, `clusters[${number}].moves.stride`],
  [`after${number}`, `clusters[${number}].after.data`],
  [`appends${number}`, `clusters[${number}].appends.data`],
  [`ownMove${number}`, `clusters[${number}].ownMove.data`],
  [`ownPlace${number}`, `clusters[${number}].ownPlace.data`],
  ...cluster.parties.flatMap((party, place): Table[] => [
    [`ownStart${party}`, `clusters[${number}].ownStart[${place}].data`],
    [`ownCount${party}`, `clusters[${number}].ownCount[${place}].data`],
  ]),
];

const queueTables = (_: QueueTable, number: number): Table[] => [
  [`Q${number}`, `queues[${number}].appended.data`],
  [`R${number}`, `queues[${number}].appended.stride`],
  ...['exitStart', 'exitCount', 'kind', 'message', 'rest', 'cluster', 'input'].map((column): Table => [
    `${column}Q${number}`,
    `queues[${number}].${column}.data`,
  ]),
];

const wordsOf = ({ words }: Layout, prefix = 'w'): string[] =>
  Array.from({ length: words }, (_, word) => `${prefix}${word}`);

const get = ({ fields }: Layout, component: number): string => {
  const field = fields[component]!;
  return `((w${field.word} >>> ${field.shift}) & ${maskOf(field)})`;
};

/** The word of a component with another value in its place. */
const put = ({ fields }: Layout, component: number, value: string): string => {
  const field = fields[component]!;
  return `(w${field.word} & ${~(maskOf(field) << field.shift)}) | (${value} << ${field.shift})`;
};

function insertSource(layout: Layout): string {
  const words = wordsOf(layout);
  const low = (1 << CHUNK_BITS) - 1;
  return `function insert(${words.join(', ')}) {
  ${hashSource(words)}
  let place = hash & mask;
  for (let entry = index[place]; entry !== 0; entry = index[place]) {
    if (((entry ^ hash) & ~mask) === 0) {
      const found = (entry & mask) - 1, chunk = chunks[found >>> ${CHUNK_BITS}], at = (found & ${low}) * ${layout.words};
      if (${words.map((word, place) => `chunk[at + ${place}] === ${word}`).join(' && ')}) return found;
    }
    place = (place + 1) & mask;
  }
  const added = store.count++, chunk = chunks[added >>> ${CHUNK_BITS}], at = (added & ${low}) * ${layout.words};
  index[place] = (hash & ~mask) | (added + 1);
  ${words.map((word, place) => `chunk[at + ${place}] = ${word};`).join(' ')}
  return added;
}`;
}

/** A function for each cluster: does a move to the words, and inserts what comes out. */
function moveSource({ clusters }: Composition, layout: Layout, cluster: Cluster, number: number): string {
  const words = wordsOf(layout);
  const width = cluster.queues.length;
  const appends = cluster.queues.map((queue, place) => {
    const component = clusters.length + queue;
    return `sequence = appends${number}[move * ${width} + ${place}];
    if (sequence !== 0) {
      const contents = ${get(layout, component)};
      let longer = Q${queue}[contents * R${queue} + sequence];
      if (longer === -1) { longer = misses.append(${queue}, contents, sequence); bind(); }
      if (longer === -2) { onFull(state, slot, move); return; }
      w${layout.fields[component]!.word} = ${put(layout, component, 'longer')};
    }`;
  });
  return `function move${number}(slot, move, ${words.join(', ')}) {
  const next = after${number}[move];
  must |= fair[slot];
  w${layout.fields[number]!.word} = ${put(layout, number, '(next >> 1)')};
  if ((next & 1) !== 0) {
    let sequence;
    ${appends.join('\n    ')}
  }
  slots[count] = slot; moves[count] = move; targets[count] = insert(${words.join(', ')}); count++;
}`;
}

function expandSource(composition: Composition, layout: Layout): string {
  const { clusters, queues, parties } = composition;
  const words = wordsOf(layout);
  const low = (1 << CHUNK_BITS) - 1;
  return `function expand(number) {
  state = number; count = 0; must = 0;
  const chunk = chunks[number >>> ${CHUNK_BITS}], at = (number & ${low}) * ${layout.words};
  const ${words.map((word, place) => `${word} = chunk[at + ${place}]`).join(', ')};
  ${clusters.map((_, number) => `const c${number} = ${get(layout, number)};`).join('\n  ')}
  ${parties.list.flatMap(({ own }, party) => (own.length > 0 ? [ownSource(composition, words, party)] : [])).join('\n  ')}
  ${queues.map((_, queue) => exitsSource(composition, layout, queue)).join('\n  ')}
  return count * 2 + must;
}`;
}

function ownSource({ clusterOf, placeOf, partySlot }: Composition, words: readonly string[], party: number): string {
  const number = clusterOf[party]!;
  return `{
    let own = ownStart${party}[c${number}];
    if (own === -1) { misses.own(${number}, c${number}, ${placeOf[party]}); bind(); own = ownStart${party}[c${number}]; }
    for (const end = own + ownCount${party}[c${number}]; own < end; own++)
      move${number}(${partySlot[party]} + ownPlace${number}[own], ownMove${number}[own], ${words.join(', ')});
  }`;
}

function exitsSource({ clusters, queues, queueSlot }: Composition, layout: Layout, queue: number): string {
  const component = clusters.length + queue;
  const words = wordsOf(layout);
  const changed = words.map((word, place) => (layout.fields[component]!.word === place ? 'left' : word));
  const { to } = queues[queue]!.fifo;
  const receivers = clusters.flatMap((cluster, number) =>
    typeof to !== 'string' || cluster.names.includes(to) ? [number] : [],
  );
  const cases = receivers.map(
    (number) => `case ${number}: {
        let move = T${number}[c${number} * S${number} + inputQ${queue}[exit]];
        if (move === -1) { move = misses.move(${number}, c${number}, inputQ${queue}[exit]); bind(); }
        if (move >= 0) move${number}(slot, move, ${changed.join(', ')});
        break;
      }`,
  );
  return `{
    const contents = ${get(layout, component)};
    let exit = exitStartQ${queue}[contents];
    for (const end = exit + exitCountQ${queue}[contents]; exit < end; exit++) {
      const left = ${put(layout, component, `restQ${queue}[exit]`)}, kind = kindQ${queue}[exit], slot = ${queueSlot[queue]} + kind;
      if (kind === 1) {
        slots[count] = slot; moves[count] = ~messageQ${queue}[exit]; targets[count] = insert(${changed.join(', ')}); count++;
      } else switch (clusterQ${queue}[exit]) {
      ${cases.join('\n      ')}
      }
    }
  }`;
}
