/**
 * What the runs have shown, in words: the prose of docs/findings.md. Its tables, numbers and traces come from the runs.
 *
 * `npm run docs` fails when something is violated and not explained here, or explained here and not violated.
 */
import type { Findings } from '../src/model/index.ts';
import { lessons } from './findings/assumptions.ts';
import { answers } from './findings/answers.ts';
import { courseFindings } from './findings/course.ts';
import { holeFindings, unmodelled } from './findings/holes.ts';
import { mutantLessons } from './findings/mutants.ts';
import { ncpFindings } from './findings/ncp.ts';
import { transferFindings } from './findings/transfer.ts';

export const findings: Findings = {
  answers,
  violations: [...transferFindings, ...courseFindings, ...ncpFindings],
  holes: holeFindings,
  unmodelled,
  lessons,
  mutants: mutantLessons,
};
