import type { Composition, StateStore } from '../../compose/index.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { TooWide } from './diagram.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** An explored composition with the words and deeds that its Promela is written in. */
export type Model = {
  readonly composition: Composition;
  readonly vocabulary: Vocabulary;
  readonly deeds: readonly Deed[];
  /** The first twelve digits of the model's name: what every line of a trail repeats. */
  readonly mark: string;
  /** Whether some step is refused because a channel is full. */
  readonly refuses: boolean;
  /**
   * By state, the local state of each party, then what is in each queue: of contents with the same messages the first.
   *
   * @throws TooWide when there are too many.
   */
  readonly rows: () => readonly Int32Array[];
};

/** Of more states it is too much to look at all. */
const MOST_STATES = 200_000;

/** The model of a composition that is explored to its end. */
export function modelOf(composition: Composition, store: StateStore, model: string, refuses: boolean): Model {
  const deeds = deedsOf(composition);
  let rows: readonly Int32Array[] | undefined;
  return {
    composition,
    vocabulary: vocabularyOf(composition, deeds),
    deeds,
    mark: model.slice(0, 12),
    refuses,
    rows: () => (rows ??= rowsOf(composition, store)),
  };
}

function rowsOf({ parties, clusters, queues, clusterOf, placeOf }: Composition, store: StateStore): Int32Array[] {
  if (store.count > MOST_STATES) throw new TooWide();
  const components = new Int32Array(clusters.length + queues.length);
  const alike = queues.map(({ contents }) => {
    const first = new Map<string, number>();
    return contents.map(({ messages }, value) => {
      const key = messages.join();
      if (!first.has(key)) first.set(key, value);
      return first.get(key)!;
    });
  });
  return Array.from({ length: store.count }, (_, state) => {
    store.read(state, components);
    const row = new Int32Array(parties.list.length + queues.length);
    clusterOf.forEach((cluster, party) => {
      row[party] = clusters[cluster]!.localOf[placeOf[party]!]!.data[components[cluster]!]!;
    });
    alike.forEach((values, queue) => {
      row[parties.list.length + queue] = values[components[clusters.length + queue]!]!;
    });
    return row;
  });
}

/** A deed in words of the model: what a trail says of it after its number. */
export function deedText({ composition, vocabulary }: Pick<Model, 'composition' | 'vocabulary'>, deed: Deed): string {
  const party = vocabulary.parties[deed.party]!.variable;
  if (deed.queue === undefined) {
    const { type, ...fields } = composition.parties.messages.at(deed.message);
    return `${party} does ${[type, ...Object.values(fields).map((value) => JSON.stringify(value))].join(' ').replaceAll(/[^\w. ]/g, '')}`;
  }
  return `${vocabulary.queues[deed.queue]!.variable} ${deed.key.kind}s ${vocabulary.messages[deed.message]!.name} to ${party}`;
}
