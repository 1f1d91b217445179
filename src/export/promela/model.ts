import type { Composition } from '../../compose/index.ts';
import { type Deed, deedsOf } from './deeds.ts';
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
};

/** The model of a composition that is explored to its end. */
export const modelOf = (composition: Composition, model: string, refuses: boolean): Model => ({
  composition,
  vocabulary: vocabularyOf(composition),
  deeds: deedsOf(composition),
  mark: model.slice(0, 12),
  refuses,
});

/** A deed in words of the model: what a trail says of it after its number. */
export function deedText({ composition, vocabulary }: Pick<Model, 'composition' | 'vocabulary'>, deed: Deed): string {
  const party = vocabulary.parties[deed.party]!.variable;
  if (deed.queue === undefined) {
    const { type, ...fields } = composition.parties.messages.at(deed.message);
    return `${party} does ${[type, ...Object.values(fields).map((value) => JSON.stringify(value))].join(' ').replaceAll(/[^\w. ]/g, '')}`;
  }
  return `${vocabulary.queues[deed.queue]!.variable} ${deed.key.kind}s ${vocabulary.messages[deed.message]!.name} to ${party}`;
}
