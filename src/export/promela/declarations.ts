import type { Model } from './model.ts';
import { comment } from './text.ts';
import type { Word } from './vocabulary.ts';

/** The constants and variables of a model, and how queues are filled and emptied. */
export function declarations(model: Model): string[] {
  const { composition, vocabulary } = model;
  const travelling = vocabulary.messages.filter((word) => word !== undefined).sort((a, b) => a.value - b.value);
  const messageType = travelling.length < 256 ? 'byte' : 'short';
  const start = composition.initial.components;
  return [
    comment('Messages: 0 is an empty place of a queue.'),
    ...travelling.map(define),
    '',
    ...vocabulary.parties.flatMap(({ variable, words }, party) => {
      const { name, table } = composition.parties.list[party]!;
      const cluster = composition.clusterOf[party]!;
      const local = composition.clusters[cluster]!.localOf[composition.placeOf[party]!]!.data[start[cluster]!]!;
      const type = words.length <= 256 ? 'byte' : words.length <= 32767 ? 'short' : 'int';
      return [
        comment(`${name}: a chart "${table.chart}" with ${words.length} local states.`),
        ...words.toSorted((a, b) => a.value - b.value).map(define),
        `${type} ${variable} = ${words[local]!.name};`,
        '',
      ];
    }),
    ...vocabulary.queues.flatMap((_, queue) => queueLines(model, queue, messageType)),
  ];
}

const define = ({ name, value, note }: Word): string =>
  `#define ${name} ${value}${note === '' ? '' : ` ${comment(note)}`}`;

function queueLines({ composition, vocabulary }: Model, queue: number, type: string): string[] {
  const { variable, capacity } = vocabulary.queues[queue]!;
  const { name, fifo, contents } = composition.queues[queue]!;
  const { messages } = contents[composition.initial.components[composition.clusters.length + queue]!]!;
  const first = messages.map((message) => vocabulary.messages[message]!.name);
  const rest = Array.from({ length: capacity - first.length }, () => '0');
  const given = first.length === 0 ? '' : ` = {${[...first, ...rest].join(', ')}}`;
  return [
    comment(`${name}: head first; holds ${capacity}.`),
    `${type} ${variable}[${capacity}]${given};`,
    `byte ${variable}_length${first.length === 0 ? '' : ` = ${first.length}`};`,
    ...(fifo.loses ? [`byte ${variable}_losses = ${fifo.loses};`] : []),
    ...(fifo.duplicates ? [`byte ${variable}_duplicates = ${fifo.duplicates};`] : []),
    `inline put_${variable}(m) { assert(${variable}_length < ${capacity}); ${variable}[${variable}_length] = m; ${variable}_length++ }`,
    ...(fifo.lane === undefined ? [taking(variable, capacity)] : takingFromLane(variable, capacity)),
    '',
  ];
}

const taking = (variable: string, capacity: number): string =>
  `inline take_${variable}() { ${closing(variable, capacity, 0)} }`;

/** The first such message of the queue, wherever it stands: those before it are in other lanes. */
const takingFromLane = (variable: string, capacity: number): string[] => [
  `inline take_${variable}(m) {`,
  '  if',
  ...Array.from(
    { length: capacity },
    (_, place) => `  :: ${before(variable, place)}${variable}[${place}] == m -> ${closing(variable, capacity, place)}`,
  ),
  '  fi',
  '}',
];

const before = (variable: string, place: number): string =>
  Array.from({ length: place }, (_, earlier) => `${variable}[${earlier}] != m && `).join('');

/** Closes the gap at a place. */
const closing = (variable: string, capacity: number, place: number): string =>
  [
    ...Array.from(
      { length: capacity - 1 - place },
      (_, step) => `${variable}[${place + step}] = ${variable}[${place + step + 1}]`,
    ),
    `${variable}[${capacity - 1}] = 0`,
    `${variable}_length--`,
  ].join('; ');
