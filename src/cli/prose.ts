import type { DeadForGood, Findings, Landscape, Matrix } from '../model/index.ts';
import type { ClauseEntry, ClauseSource, OpenQuestion } from '../reference/index.ts';

import { Failure, unknown } from './failure.ts';
import { loadLandscapes } from './specification.ts';

/** What the pages say that no run can: explanations, the open questions, clauses in words. */
export type Prose = {
  readonly findings: Findings;
  /** Why transitions are never taken, where that is as it should be. */
  readonly dead: readonly DeadForGood[];
  readonly questions: readonly (OpenQuestion & { readonly options: readonly string[] })[];
  /** Document, place and sentence of a clause. @throws Failure (150) when there is none of this id. */
  readonly clause: (id: string) => string;
  readonly clauses: readonly ClauseEntry[];
  readonly noRule: ClauseSource['noRule'];
  /** Where the weakest assumptions were looked for. */
  readonly landscapes: readonly Landscape[];
  /** The pages of verdicts, and the axis by which their ladders are divided. */
  readonly matrices: readonly Matrix[];
  readonly dividedBy: string;
};

/** The prose of the specification. @throws Failure (151) when it cannot be loaded. */
export async function loadProse(): Promise<Prose> {
  try {
    const [{ findings }, { dead }, { matrices, dividedBy }, landscapes, { clauses, holes, noRule, outOfScope }] =
      await Promise.all([
        import('../../properties/findings.ts'),
        import('../../properties/dead.ts'),
        import('../../properties/sweep-matrices.ts'),
        loadLandscapes(),
        import('../../machines/clauses.ts'),
      ]);
    const known = new Map<string, Omit<ClauseEntry, 'id'>>(Object.entries(clauses));
    const reasons: Readonly<Record<string, string>> = outOfScope;
    return {
      findings,
      dead,
      landscapes,
      matrices,
      dividedBy,
      noRule,
      clauses: [...known].map(([id, { document, place, strength, text, words }]) => ({
        id,
        document,
        place,
        strength,
        text,
        ...(words && { words }),
        ...(reasons[id] !== undefined && { outOfScope: reasons[id] }),
      })),
      questions: Object.entries(holes).map(([id, hole]) => ({
        id,
        question: hole.question,
        recommended: hole.default,
        options: hole.options,
      })),
      clause: (id) => {
        const clause = known.get(id);
        if (!clause) throw unknown('clause', id, [...known.keys()]);
        return `${clause.document}, ${clause.place}: ${clause.text}`;
      },
    };
  } catch (error) {
    throw new Failure(
      `properties/findings, properties/sweep-matrices or machines/clauses cannot be loaded: ${(error as Error).message}`,
      151,
    );
  }
}
