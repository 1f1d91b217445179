import { FormulaSyntaxError, parseFormula, stateFormula, usesNext } from '../ltl/index.ts';
import { alwaysPossible, type Claim, type Formula, ltl, type Run, type Verdict, type Vocable } from '../model/index.ts';

import type { Given, Option } from './command.ts';
import { Failure } from './failure.ts';
import { textsOf } from './parse.ts';

/** A claim given as text on the command line. */
export type Question = { readonly kind: 'ltl' | 'alwaysPossible'; readonly text: string };

/** Options of the commands that take claims as text. */
export const questionOptions = {
  ltl: {
    type: 'string',
    multiple: true,
    value: 'formula',
    summary: 'check this too: a temporal formula over names (list --propositions), say G (retrAccepted -> F done)',
  },
  'always-possible': {
    type: 'string',
    multiple: true,
    value: 'formula',
    summary: 'check this too: from every state some steps lead to one of which this formula is true',
  },
} as const satisfies Record<string, Option>;

/** What a command line asks, each question once. */
export const questionsOf = (given: Given): readonly Question[] => [
  ...[...new Set(textsOf(given, 'ltl'))].map((text) => ({ kind: 'ltl', text }) as const),
  ...[...new Set(textsOf(given, 'always-possible'))].map((text) => ({ kind: 'alwaysPossible', text }) as const),
];

const family = 'asked on the command line';
const prefix = 'always possible: ';

/** Whether a verdict is about a question, not about a claim of the manifest. */
export const isAsked = (verdict: Pick<Verdict, 'family'>): boolean => verdict.family === family;

/**
 * A run with questions added to its claims.
 *
 * @throws Failure (150) when a text is no formula, with a caret under the place.
 */
export const withQuestions = (run: Run, questions: readonly Question[], names: readonly Vocable[]): Run =>
  questions.length === 0
    ? run
    : {
        ...run,
        families: [...run.families, { name: family, claims: questions.map((question) => claimOf(question, names)) }],
      };

/**
 * Searches a run with the questions that fit it: one that speaks of a party or channel which the run has not got is left
 * out, and the search begins anew.
 *
 * @returns the run as it was searched, and a line for each question left out.
 */
export function withFitting<Found>(
  known: Run,
  questions: readonly Question[],
  names: readonly Vocable[],
  search: (run: Run) => Found,
): { readonly run: Run; readonly unfit: readonly string[]; readonly searched: Found } {
  const run = withQuestions(known, questions, names);
  try {
    return { run, unfit: [], searched: search(run) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnknownNameError') throw error;
    const { message } = error;
    const misfit = questions.find((question) => message.startsWith(`claim "${claimOf(question, names).name}": `));
    if (misfit === undefined) throw error;
    const rest = questions.filter((question) => question !== misfit);
    const { unfit, ...found } = withFitting(known, rest, names, search);
    return { ...found, unfit: [`cannot be asked here: ${message.slice('claim '.length)}`, ...unfit] };
  }
}

/** The claim that a trace names, if its name is a question. @throws Failure (150) when its text is no formula any more. */
export function askedClaim(
  { kind, claim }: Pick<Verdict, 'kind' | 'claim'>,
  names: readonly Vocable[],
): Claim | undefined {
  if (kind === 'ltl') return claimOf({ kind, text: claim }, names);
  if (kind !== 'alwaysPossible' || !claim.startsWith(prefix)) return undefined;
  return claimOf({ kind, text: claim.slice(prefix.length) }, names);
}

/** What to mind about the questions: one line each. */
export const warnings = (questions: readonly Question[], names: readonly Vocable[]): readonly string[] =>
  questions.flatMap(({ kind, text }) =>
    kind === 'ltl' && usesNext(read({ kind, text }, names))
      ? [`${text}: X is not stutter-invariant; its verdict depends on how finely the model cuts its steps`]
      : [],
  );

function claimOf(question: Question, names: readonly Vocable[]): Claim {
  const formula = read(question, names);
  return question.kind === 'ltl'
    ? ltl(question.text, { cites: [], formula })
    : alwaysPossible(`${prefix}${question.text}`, { cites: [], to: stateFormula(formula) });
}

function read({ kind, text }: Question, names: readonly Vocable[]): Formula {
  const vocabulary = new Map(names.map(({ proposition }) => [proposition.name, proposition]));
  try {
    return parseFormula(text, vocabulary, kind === 'ltl' ? 'run' : 'state');
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw new Failure(error.message);
    throw error;
  }
}
