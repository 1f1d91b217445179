import {
  type ClaimKills,
  type ExplainedMutants,
  type JudgedMutant,
  type MutantFate,
  type MutationScore,
  fitsPattern,
} from '../model/index.ts';

/** The score of some mutants together. */
function scoreOf(subject: string, mutants: readonly JudgedMutant[]): MutationScore {
  const count = (wanted: MutantFate): number => mutants.filter(({ fate }) => fate === wanted).length;
  const fates = {
    claims: count('claims'),
    bound: count('bound'),
    outcomes: count('outcomes'),
    counts: count('counts'),
    survives: count('survives'),
    open: count('open'),
    equivalent: count('equivalent'),
    stillborn: count('stillborn'),
  };
  const real = mutants.length - fates.equivalent - fates.stillborn;
  return { subject, mutants: mutants.length, fates, score: real === 0 ? 1 : fates.claims / real };
}

/** A score for each subject, in the order in which they appear. */
export function scores(mutants: readonly JudgedMutant[]): readonly MutationScore[] {
  const subjects = [...new Set(mutants.map(({ subject }) => subject))];
  return subjects.map((subject) =>
    scoreOf(
      subject,
      mutants.filter((mutant) => mutant.subject === subject),
    ),
  );
}

/** What each claim kills, the most deadly first; claims that kill nothing last. */
export function claimKills(mutants: readonly JudgedMutant[], claims: readonly string[]): readonly ClaimKills[] {
  const found = new Map(claims.map((claim) => [claim, { kills: 0, alone: 0 }]));
  for (const { by = [] } of mutants) {
    for (const claim of by) {
      const { kills, alone: only } = found.get(claim) ?? { kills: 0, alone: 0 };
      found.set(claim, { kills: kills + 1, alone: only + (by.length === 1 ? 1 : 0) });
    }
  }
  return [...found].map(([claim, score]) => ({ claim, ...score })).sort((a, b) => b.kills - a.kills);
}

/** Whether a mutant lives on: no claim kills it, it is a system, and it is not proved equivalent. */
export const lives = ({ fate }: JudgedMutant): boolean =>
  fate !== 'claims' && fate !== 'equivalent' && fate !== 'stillborn';

/** Why a mutant need not be killed; undefined where nobody said it. */
export const explanationOf = ({ id }: JudgedMutant, explained: readonly ExplainedMutants[]): string | undefined =>
  explained.find(({ mutants }) => mutants.some((pattern) => fitsPattern(pattern, id)))?.reason;

/** Patterns that explain nothing: no mutant that they stand for lives on. */
export const staleExplanations = (
  mutants: readonly JudgedMutant[],
  explained: readonly ExplainedMutants[],
): readonly string[] =>
  explained
    .flatMap((one) => one.mutants)
    .filter((pattern) => !mutants.some((mutant) => lives(mutant) && fitsPattern(pattern, mutant.id)));
