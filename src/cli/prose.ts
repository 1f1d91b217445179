import type { Findings } from '../model/index.ts';
import type { OpenQuestion } from '../reference/index.ts';

import { Failure } from './failure.ts';

/** What the pages say that no run can: explanations, the open questions, clauses in words. */
export type Prose = {
  readonly findings: Findings;
  readonly questions: readonly OpenQuestion[];
  /** Document, place and sentence of a clause. */
  readonly clause: (id: string) => string;
};

/** The prose of the specification. @throws Failure (151) when it cannot be loaded. */
export async function loadProse(): Promise<Prose> {
  try {
    const [{ findings }, { clauses, holes }] = await Promise.all([
      import('../../properties/findings.ts'),
      import('../../machines/clauses.ts'),
    ]);
    const known = new Map(Object.entries(clauses));
    return {
      findings,
      questions: Object.entries(holes).map(([id, hole]) => ({
        id,
        question: hole.question,
        recommended: hole.default,
      })),
      clause: (id) => {
        const clause = known.get(id)!;
        return `${clause.document}, ${clause.place}: ${clause.text}`;
      },
    };
  } catch (error) {
    throw new Failure(`properties/findings or machines/clauses cannot be loaded: ${(error as Error).message}`, 151);
  }
}
