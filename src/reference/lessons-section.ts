import type { Findings, Lesson, MutantLesson } from '../model/index.ts';

import { wrapped } from './markdown.ts';
import { between, places } from './page-links.ts';

/** What the frontier of assumptions has taught, each lesson with the verdicts that it rests on. */
export const lessonsSection = ({ lessons = [] }: Findings): readonly string[] =>
  lessons.length === 0
    ? []
    : [
        '## What the claims need',
        wrapped(
          `The weakest assumptions under which each claim holds are in the [frontier](${between(places.findings, places.frontier)}), ` +
            `the choices that go together in [design](${between(places.findings, places.design)}). What they have taught:`,
        ),
        ...lessons.flatMap((lesson) => [`### ${lesson.title}`, wrapped(lesson.says), grounds(lesson)]),
      ];

function grounds({ shows }: Lesson): string {
  const said = shows.map(({ claim, home, at, holds }) => {
    const apart = Object.entries(at).map(([axis, value]) => `\`${axis}=${value}\``);
    const where = apart.length === 0 ? home : `${home} with ${apart.join(' and ')}`;
    return `${claim} ${holds ? 'holds' : 'fails'} at ${where}`;
  });
  return wrapped(`Shown by: ${said.join('; ')}.`);
}

/** What mutants have taught, each lesson with some of them. */
export const mutantsSection = ({ mutants = [] }: Findings): readonly string[] =>
  mutants.length === 0
    ? []
    : [
        '## What the mutants taught',
        wrapped(
          `Each [mutant](${between(places.findings, places.mutation)}) is the specification with one edit. Where no claim told it from the ` +
            'original, either a claim was missing or too weak, or no document asks for what the edit took away.',
        ),
        ...mutants.flatMap((lesson) => [`### ${lesson.title}`, wrapped(lesson.says), ...told(lesson)]),
      ];

const told = ({ shows }: MutantLesson): readonly string[] =>
  shows.length === 0
    ? []
    : ['Told now, for example:', shows.map(({ mutant, claim }) => `- \`${mutant}\` by *${claim}*`).join('\n')];
