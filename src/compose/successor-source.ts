import type { Cluster } from './cluster.ts';
import type { Composition } from './composition.ts';
import { UNKNOWN } from './int-table.ts';
import { type Layout, maskOf } from './layout.ts';
import type { QueueTable } from './queue-table.ts';
import { addSource, wordsOf } from './adding-source.ts';

/**
 * Source of the successor function of a system, for `new Function`: gives `{ look, looked, add, at, bind }`.
 *
 * Variables: `w0`... the words of a state, `T`/`S` a table and its stride, numbered by cluster or queue.
 */
export function successorSource(composition: Composition, layout: Layout): string {
  const { clusters, queues } = composition;
  const tables = [...clusters.flatMap(clusterTables), ...queues.flatMap(queueTables)];
  return `'use strict';
const { slots, moves, targets, ends, musts, counts } = block;
let words, index, size, factor, shift, numberBits, low, state = 0, done = 0, count = 0, must = 0, touched = 0;
let ${tables.map(([name]) => name).join(', ')};
${wordsOf(layout, 'column')
  .map((column) => `const ${column} = new Int32Array(slots.length);`)
  .join(' ')}
const hashes = new Int32Array(slots.length), entries = new Int32Array(slots.length);
function bind() {
  ({ words } = store); ({ data: index, size, factor, shift, numberBits } = store.index); low = 2 ** numberBits - 1;
  ${tables.map(([name, from]) => `${name} = ${from};`).join('\n  ')}
}
${addSource(layout)}
${clusters.map((cluster, number) => moveSource(composition, layout, cluster, number)).join('\n')}
${lookSource(composition, layout)}
bind();
forget();
return { look, looked: () => done, add, at: () => state, bind };`;
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

const get = ({ fields }: Layout, component: number): string => {
  const field = fields[component]!;
  return field.bits === 0 ? '0' : `((w${field.word} >>> ${field.shift}) & ${maskOf(field)})`;
};

/** The word of a component with another value in its place. */
const put = ({ fields }: Layout, component: number, value: string): string => {
  const field = fields[component]!;
  if (field.bits === 0) return `w${field.word}`;
  return `(w${field.word} & ${~(maskOf(field) << field.shift)}) | (${value} << ${field.shift})`;
};

/** Takes a step to the words: appends it to the block. */
const takeSource = (layout: Layout, words: readonly string[], slot: string, move: string): string =>
  `slots[count] = ${slot}; moves[count] = ${move}; ${wordsOf(layout, 'column')
    .map((column, place) => `${column}[count] = ${words[place]};`)
    .join(' ')} count++;`;

/** A function for each cluster: does a move to the words, and inserts what comes out. */
function moveSource({ clusters }: Composition, layout: Layout, cluster: Cluster, number: number): string {
  const words = wordsOf(layout);
  const width = cluster.queues.length;
  const amongAll = `move * ${clusters.length} + ${number}`;
  const appends = cluster.queues.map((queue, place) => {
    const component = clusters.length + queue;
    return `sequence = appends${number}[move * ${width} + ${place}];
    if (sequence !== 0) {
      const contents = ${get(layout, component)};
      let longer = Q${queue}[contents * R${queue} + sequence];
      if (longer === -1) { longer = misses.append(${queue}, contents, sequence); bind(); }
      if (longer === -2) { onFull(state, slot, ${amongAll}); return; }
      w${layout.fields[component]!.word} = ${put(layout, component, 'longer')};
    }`;
  });
  return `function move${number}(slot, move, ${words.join(', ')}) {
  const next = after${number}[move];
  w${layout.fields[number]!.word} = ${put(layout, number, '(next >> 1)')};
  if ((next & 1) !== 0) {
    let sequence;
    ${appends.join('\n    ')}
  }
  ${takeSource(layout, words, 'slot', amongAll)}
}`;
}

function lookSource(composition: Composition, layout: Layout): string {
  const { clusters, queues, parties } = composition;
  const words = wordsOf(layout);
  return `function look(from, to) {
  count = 0; done = 0;
  for (state = from; state < to && count < STEPS; state++) {
    must = 0;
    const at = state * ${layout.words}, ${words.map((word, place) => `${word} = words[at + ${place}]`).join(', ')};
    ${clusters.map((_, number) => `const c${number} = ${get(layout, number)};`).join('\n  ')}
    ${parties.list.flatMap(({ own }, party) => (own.length > 0 ? [ownSource(composition, layout, party)] : [])).join('\n  ')}
    ${queues.map((_, queue) => exitsSource(composition, layout, queue)).join('\n  ')}
    ends[done] = count; musts[done] = must; done++;
  }
  return done;
}`;
}

function ownSource(composition: Composition, layout: Layout, party: number): string {
  const { clusterOf, placeOf, partySlot, clusters } = composition;
  const number = clusterOf[party]!;
  const place = placeOf[party]!;
  const { ownStart, ownCount } = clusters[number]!;
  const constant = layout.fields[number]!.bits === 0;
  if (constant && ownStart[place]!.data[0] !== UNKNOWN && ownCount[place]!.data[0] === 0) return '';
  return `{
    let own = ownStart${party}[c${number}];
    if (own === -1) { misses.own(${number}, c${number}, ${place}); bind(); own = ownStart${party}[c${number}]; }
    for (const end = own + ownCount${party}[c${number}]; own < end; own++) {
      const slot = ${partySlot[party]} + ownPlace${number}[own];
      must |= fair[slot];
      move${number}(slot, ownMove${number}[own], ${wordsOf(layout).join(', ')});
    }
  }`;
}

function exitsSource(composition: Composition, layout: Layout, queue: number): string {
  const { clusters, queues, queueSlot } = composition;
  const component = clusters.length + queue;
  const { fifo, exitCount } = queues[queue]!;
  const staysWhenEmpty = exitCount.data[0] === 0;
  if (staysWhenEmpty && layout.fields[component]!.bits === 0) return '';
  const words = wordsOf(layout);
  const changed = words.map((word, place) => (layout.fields[component]!.word === place ? 'left' : word));
  const receivers = clusters.flatMap((cluster, number) =>
    typeof fifo.to !== 'string' || cluster.names.includes(fifo.to) ? [number] : [],
  );
  const delivery = (number: number): string => `let move = T${number}[c${number} * S${number} + inputQ${queue}[exit]];
        if (move === -1) { move = misses.move(${number}, c${number}, inputQ${queue}[exit]); bind(); }
        if (move >= 0) { must |= fair[slot]; move${number}(slot, move, ${changed.join(', ')}); }`;
  const cases = receivers.map(
    (number) => `case ${number}: {
        ${delivery(number)}
        break;
      }`,
  );
  const delivered =
    receivers.length === 1
      ? `{ ${delivery(receivers[0]!)} }`
      : `switch (clusterQ${queue}[exit]) {
      ${cases.join('\n      ')}
      }`;
  const onlyDelivers = (fifo.loses ?? 0) === 0 && (fifo.duplicates ?? 0) === 0;
  const lost = takeSource(layout, changed, 'slot', `~messageQ${queue}[exit]`);
  return `{
    const contents = ${get(layout, component)};
    if (${staysWhenEmpty ? 'contents !== 0' : 'true'}) {
      let exit = exitStartQ${queue}[contents];
      for (const end = exit + exitCountQ${queue}[contents]; exit < end; exit++) {
        const left = ${put(layout, component, `restQ${queue}[exit]`)};
        const slot = ${onlyDelivers ? queueSlot[queue] : `${queueSlot[queue]} + kindQ${queue}[exit]`};
        ${onlyDelivers ? '' : `if (kindQ${queue}[exit] === 1) { ${lost} } else`} ${delivered}
      }
    }
  }`;
}
