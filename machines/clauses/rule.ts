/** How firmly a document says something. `inferred`: nobody says it, but what is said leaves no other reading. */
export type Strength = 'must' | 'should' | 'may' | 'unspecified' | 'fact' | 'inferred';

/** One rule of a document, in our own words. */
export type Rule = {
  /** The document that says it first, or plainest. */
  readonly document: string;
  /** Where in it; then the other documents that say it, or say otherwise. */
  readonly place: string;
  readonly strength: Strength;
  readonly text: string;
};

/** A rule of RFC 438 or RFC 478: `place` counts words of the stored text from 1, `words` are the words there. */
export type SeedRule = Rule & { readonly words?: readonly string[] };

/** A question that the documents leave open, what one may answer, and what the machines answer unless told otherwise. */
export type Hole = Rule & {
  readonly question: string;
  readonly options: readonly string[];
  /** One of `options`. */
  readonly default: string;
};

/** Makes an open question citable: its text is the question, its strength `unspecified`. */
export const hole = <const Question extends Omit<Hole, 'strength' | 'text'>>(question: Question) =>
  ({ ...question, strength: 'unspecified', text: question.question }) as const;
