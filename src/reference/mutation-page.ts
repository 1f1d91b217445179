import {
  type JudgedMutant,
  mutantFates,
  type MutationOperator,
  mutationOperators,
  type MutationRecord,
  type MutationScore,
} from '../model/index.ts';

import { generatedNote } from './generated-note.ts';
import { type Column, counted, folded, grouped, linkedTable, markdownTable, wrapped } from './markdown.ts';

/** A mutant that lives, and why it need not be killed; undefined where nobody has said it. */
export type LivingMutant = { readonly mutant: JudgedMutant; readonly reason: string | undefined };

const right = (head: string): Column => ({ head, right: true });
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** The page on mutants: scores by chart, what each claim kills, every mutant that lives. */
export function mutationPage(record: MutationRecord, living: readonly LivingMutant[]): string {
  const { scores, claims, runs, largest } = record;
  const sum = (of: (score: MutationScore) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const killed = sum(({ fates }) => fates.claims);
  const real = sum(({ mutants, fates }) => mutants - fates.equivalent - fates.stillborn);
  const idle = claims.filter(({ kills }) => kills === 0);
  const reasons = [...new Set(living.map(({ reason }) => reason))];
  return `${[
    generatedNote('docs/mutation.json, which `npm run mutate` writes'),
    '# Mutants',
    wrapped(
      `Are the claims strong enough? Each mutant is the specification with one edit: ${grouped(sum(({ mutants }) => mutants))} of ` +
        `them, checked against ${counted(runs, 'run')} of at most ${grouped(largest)} states, the smallest first, until a claim tells it from the original. Of ` +
        `${grouped(real)} that are systems and are not proved equivalent, claims kill ${grouped(killed)}: ` +
        `${percent(real === 0 ? 1 : killed / real)}. A protocol error (deadlock, livelock, unspecified reception, bound ` +
        'hit) counts as a claim; ends and numbers of states do not. `npx matching-rfc mutate <mutant>` shows one, and the ' +
        'counterexample where it has one.',
    ),
    '## Scores',
    markdownTable(
      [
        { head: 'edits of' },
        ...['mutants', 'equivalent', 'no system', 'by claims', 'otherwise', 'survive', 'score'].map(right),
      ],
      scores.map(scoreRow),
    ),
    wrapped(
      '*Equivalent*: in every run in which the edit changes a table, the two systems are strongly bisimilar, every step ' +
        'with its message and every end seen; in all other runs the tables are the same. *No system*: a message without a ' +
        'receiver, say. *Otherwise*: only ends, numbers or bounds tell it; *survive*: nothing does. Neither counts as killed.',
    ),
    folded('The edits', operatorList()),
    '## What claims kill',
    wrapped(
      'In the smallest run in which any claim tells a mutant. A claim that kills alone is precious there; one that kills ' +
        'nothing is told by others before it, or speaks of what no edit breaks.',
    ),
    linkedTable(
      [{ head: 'claim' }, right('kills'), right('alone')],
      claims.filter(({ kills }) => kills > 0).map(({ claim, kills, alone }) => [claim, grouped(kills), grouped(alone)]),
    ),
    folded(
      `${counted(idle.length, 'claim')} that kill nothing`,
      idle.map(({ claim }) => `- ${claim}`).join('\n') || 'None.',
    ),
    '## Mutants that no claim kills',
    living.length === 0
      ? 'None.'
      : `${counted(living.length, 'mutant')}, told otherwise or not at all, by the reason why no claim need kill them.`,
    ...reasons.map((reason) =>
      section(
        reason,
        living.filter((one) => one.reason === reason).map(({ mutant }) => mutant),
      ),
    ),
  ].join('\n\n')}\n`;
}

function scoreRow({ subject, mutants, fates, score }: MutationScore): readonly string[] {
  const otherwise = fates.bound + fates.outcomes + fates.counts;
  const numbers = [mutants, fates.equivalent, fates.stillborn, fates.claims, otherwise, fates.survives + fates.open];
  return [subject, ...numbers.map(grouped), percent(score)];
}

const operatorList = (): string =>
  (Object.keys(mutationOperators) as MutationOperator[])
    .map((name) => wrapped(`- *${name}*: ${mutationOperators[name]}`).replaceAll('\n', '\n  '))
    .join('\n');

/** The mutants that live for one reason. */
function section(reason: string | undefined, mutants: readonly JudgedMutant[]): string {
  const item = ({ id, says, fate, run, detail }: JudgedMutant): string => {
    const shows = [run === undefined ? undefined : `\`${run}\``, detail].filter((part) => part !== undefined);
    return `- \`${id}\`: ${says}; ${mutantFates[fate]}${shows.length > 0 ? ` (${shows.join(': ')})` : ''}`;
  };
  return [
    wrapped(reason ?? 'Nobody has said yet why these live.'),
    folded(counted(mutants.length, 'mutant'), mutants.map(item).join('\n')),
  ].join('\n\n');
}
