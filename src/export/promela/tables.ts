import type { Composition } from '../../compose/index.ts';
import type { Deed } from './deeds.ts';
import { type Model, deedText } from './model.ts';
import { comment } from './text.ts';
import { identifier } from './vocabulary.ts';

/**
 * The steps of a system as C tables: a variable for each component, and one option for each place of a step.
 *
 * SPIN runs it faster than rules, and nobody reads it. A trail is printed by the verifier: `./pan -r`.
 */
export function tableProcess(model: Model): string[] {
  const { composition, deeds, mark } = model;
  const { clusters, queues } = composition;
  const names = namesOf(composition);
  const texts = deeds.map((deed) => JSON.stringify(deedText(model, deed))).join(', ');
  return [
    `#define told(n) if (readtrail) printf("step %d: %s, of ${deeds.length} of ${mark}\\n", n, step_text[n])`,
    ...clusters.flatMap((_, cluster) => clusterTables(composition, cluster, names)),
    ...queues.flatMap((_, queue) => queueTables(model, queue, names)),
    `c_decl { static const char *step_text[] = {"", ${texts}}; }`,
    'c_code {',
    ...clusters.map((_, cluster) => going(composition, cluster, names)),
    '}',
    '',
    ...variables(composition, names),
    '',
    'active proctype steps() {',
    '  do',
    ...(deeds.length === 0 ? ['  :: false -> skip'] : []),
    ...ownOptions(model, names),
    ...queues.flatMap((_, queue) => queueOptions(model, queue, names)),
    '  od',
    '}',
    '',
  ];
}

function namesOf({ clusters, queues }: Composition): string[] {
  const parts = [...clusters.map(({ names }) => names[0]!), ...queues.map(({ name }) => name)];
  return parts.map((name, component) => `c${component}_${identifier(name)}`);
}

/** A variable for each component that ever changes. */
function variables({ clusters, queues, initial }: Composition, names: readonly string[]): string[] {
  const notes = [...clusters.map((cluster) => cluster.names.join(', ')), ...queues.map(({ name }) => name)];
  return [...clusters, ...queues].flatMap(({ count }, component) =>
    count < 2
      ? []
      : [`${typeFor(count)} ${names[component]!} = ${initial.components[component]!}; ${comment(notes[component]!)}`],
  );
}

const typeFor = (count: number): string => (count <= 256 ? 'byte' : count <= 32767 ? 'short' : 'int');

/** How many values one block of C may list: SPIN takes no longer ones. */
const BLOCK = 4000;

/** A constant array of C; a long one is put together from parts before the verifier starts. */
function array(name: string, values: readonly number[]): string[] {
  const type = values.every((value) => value >= -32768 && value < 32768) ? 'short' : 'int';
  if (values.length <= BLOCK) {
    return [`c_decl { static const ${type} ${name}[] = {${values.length === 0 ? '0' : values.join(',')}}; }`];
  }
  const parts = Array.from({ length: Math.ceil(values.length / BLOCK) }, (_, part) =>
    values.slice(part * BLOCK, (part + 1) * BLOCK),
  );
  const copies = parts.map((_, part) => `memcpy(${name} + ${part * BLOCK}, ${name}_${part}, sizeof ${name}_${part});`);
  return [
    `c_decl { static ${type} ${name}[${values.length}]; }`,
    ...parts.map((part, number) => `c_decl { static const ${type} ${name}_${number}[] = {${part.join(',')}}; }`),
    `c_code { static void __attribute__((constructor)) fill_${name}(void) { ${copies.join(' ')} } }`,
  ];
}

/** A column as a list, no longer than it is. */
const column = ({ data, length }: { readonly data: Int32Array; readonly length: number }): number[] => [
  ...data.subarray(0, length),
];

function clusterTables({ clusters, parties }: Composition, number: number, names: readonly string[]): string[] {
  const cluster = clusters[number]!;
  const name = names[number]!;
  const { after, appends, moves, count, queues } = cluster;
  const inputs = inputsOf(cluster);
  const cells = Array.from(
    { length: count * inputs },
    (_, cell) => moves.data[Math.floor(cell / inputs) * moves.stride + (cell % inputs)]!,
  );
  return [
    ...array(
      `${name}_after`,
      column(after).map((value) => value >> 1),
    ),
    ...queues.flatMap((queue, place) =>
      array(
        `${name}_to_${names[clusters.length + queue]!}`,
        column(after).map((_, move) => appends.data[move * queues.length + place]!),
      ),
    ),
    ...array(`${name}_move`, cells),
    ...cluster.parties.flatMap((party, place) =>
      parties.list[party]!.own.flatMap((_, step) =>
        array(
          `${name}_${place}_${step}`,
          Array.from({ length: count }, (__, local) => {
            const first = cluster.ownStart[place]!.data[local]!;
            const steps = Array.from(
              { length: Math.max(0, cluster.ownCount[place]!.data[local]!) },
              (___, which) => first + which,
            );
            const own = first < 0 ? undefined : steps.find((candidate) => cluster.ownPlace.data[candidate] === step);
            return own === undefined ? -1 : cluster.ownMove.data[own]!;
          }),
        ),
      ),
    ),
  ];
}

/** How many columns of the moves are in use. */
function inputsOf({ moves, count }: Composition['clusters'][number]): number {
  let inputs = 1;
  for (let local = 0; local < count; local++) {
    for (let input = inputs; input < moves.stride; input++) {
      if (moves.data[local * moves.stride + input] !== -1) inputs = input + 1;
    }
  }
  return inputs;
}

function queueTables({ composition, deeds }: Model, number: number, names: readonly string[]): string[] {
  const queue = composition.queues[number]!;
  const name = names[composition.clusters.length + number]!;
  const { appended, count } = queue;
  const sequences = sequencesOf(queue);
  const kinds = ['deliver', 'lose', 'duplicate'] as const;
  const deedAt = (exit: number): number =>
    deeds.find((deed) => isExit(deed, number, kinds[queue.kind.data[exit]!]!, queue.message.data[exit]!))?.number ?? 0;
  return [
    ...array(`${name}_first`, column(queue.exitStart).slice(0, count)),
    ...kinds.flatMap((kind, index) => array(`${name}_${kind}`, exitsOfKind(queue, index))),
    ...array(`${name}_rest`, column(queue.rest)),
    ...array(`${name}_input`, column(queue.input)),
    ...array(`${name}_cluster`, column(queue.cluster)),
    ...array(
      `${name}_step`,
      Array.from({ length: queue.kind.length }, (_, exit) => deedAt(exit)),
    ),
    ...array(
      `${name}_put`,
      Array.from(
        { length: count * sequences },
        (_, cell) => appended.data[Math.floor(cell / sequences) * appended.stride + (cell % sequences)]!,
      ),
    ),
  ];
}

/** By contents, how many exits of a kind there are. */
const exitsOfKind = (queue: Composition['queues'][number], kind: number): number[] =>
  Array.from({ length: queue.count }, (_, contents) => {
    const start = queue.exitStart.data[contents]!;
    const kinds = queue.kind.data.subarray(start, start + queue.exitCount.data[contents]!);
    return kinds.filter((each) => each === kind).length;
  });

const isExit = ({ queue, key, message }: Deed, number: number, kind: string, taken: number): boolean =>
  queue === number && key.kind === kind && message === taken;

function sequencesOf({ appended, count }: Composition['queues'][number]): number {
  let sequences = 1;
  for (let contents = 0; contents < count; contents++) {
    for (let sequence = sequences; sequence < appended.stride; sequence++) {
      if (appended.data[contents * appended.stride + sequence] !== -1) sequences = sequence + 1;
    }
  }
  return sequences;
}

/** What a move does, as a C function. */
function going({ clusters, queues }: Composition, number: number, names: readonly string[]): string {
  const name = names[number]!;
  const filled = clusters[number]!.queues.filter((queue) => queues[queue]!.count > 1);
  const puts = filled.map((queue) => {
    const target = names[clusters.length + queue]!;
    return `{ int s = ${name}_to_${target}[m]; if (s) now.${target} = ${target}_put[now.${target} * ${sequencesOf(queues[queue]!)} + s]; }`;
  });
  return `  static void go_${name}(int m) { ${clusters[number]!.count > 1 ? `now.${name} = ${name}_after[m]; ` : ''}${puts.join(' ')} }`;
}

/** Whether a move finds no channel full, as C; nothing where that never happens. */
function room(
  { composition: { clusters, queues }, refuses }: Model,
  number: number,
  move: string,
  names: readonly string[],
  taken?: { queue: number; rest: string },
): string {
  if (!refuses) return '';
  return clusters[number]!.queues.map((queue) => {
    const target = names[clusters.length + queue]!;
    const here = queues[queue]!.count > 1 ? `now.${target}` : '0';
    const contents = taken?.queue === queue ? taken.rest : here;
    return ` && ${target}_put[${contents} * ${sequencesOf(queues[queue]!)} + ${names[number]!}_to_${target}[${move}]] != -2`;
  }).join('');
}

function ownOptions(model: Model, names: readonly string[]): string[] {
  const { composition, deeds } = model;
  return deeds.flatMap(({ queue, party, slot, number }) => {
    const kind = composition.slots[slot]!;
    if (queue !== undefined || kind.kind !== 'own') return [];
    const cluster = composition.clusterOf[party]!;
    const name = names[cluster]!;
    const local = composition.clusters[cluster]!.count > 1 ? `now.${name}` : '0';
    const move = `${name}_${composition.placeOf[party]!}_${kind.place}[${local}]`;
    const full = room(model, cluster, move, names);
    return [`  :: d_step { c_expr { ${move} >= 0${full} } -> c_code { told(${number}); go_${name}(${move}); } }`];
  });
}

function queueOptions(model: Model, number: number, names: readonly string[]): string[] {
  const { clusters, queues } = model.composition;
  const queue = queues[number]!;
  const name = names[clusters.length + number]!;
  const most = Math.max(...exitsOfKind(queue, 0));
  const here = `now.${name}`;
  const used = [...new Set(queue.cluster.data.subarray(0, queue.cluster.length))];
  return Array.from({ length: most }, (_, lane) => {
    const exitOf = (before: string): string => `${name}_first[${here}]${before} + ${lane}`;
    const options = (['deliver', 'lose', 'duplicate'] as const).map((kind, index) => {
      const before = [` + ${name}_deliver[${here}]`, ` + ${name}_lose[${here}]`].slice(0, index).join('');
      const exit = exitOf(before);
      const limit = `${lane} < ${name}_${kind}[${here}]`;
      if (kind === 'lose') {
        if (!queue.fifo.loses) return [];
        return [
          `  :: d_step { c_expr { ${limit} } -> c_code { told(${name}_step[${exit}]); ${here} = ${name}_rest[${exit}]; } }`,
        ];
      }
      if (kind === 'duplicate' && !queue.fifo.duplicates) return [];
      return used.map((cluster) => {
        const receiver = names[cluster]!;
        const local = clusters[cluster]!.count > 1 ? `now.${receiver}` : '0';
        const move = `${receiver}_move[${local} * ${inputsOf(clusters[cluster]!)} + ${name}_input[${exit}]]`;
        const meant = used.length > 1 ? ` && ${name}_cluster[${exit}] == ${cluster}` : '';
        const full = room(model, cluster, move, names, { queue: number, rest: `${name}_rest[${exit}]` });
        return `  :: d_step { c_expr { ${limit}${meant} && ${move} >= 0${full} } -> c_code { int m = ${move}; told(${name}_step[${exit}]); ${here} = ${name}_rest[${exit}]; go_${receiver}(m); } }`;
      });
    });
    return options.flat();
  }).flat();
}
