/** The door to the generated pages: reports and prose go in, Markdown comes out. */
export type { CheckedRun } from './checked-run.ts';
export { answersList, sizeText, verdictText, violationsTable } from './findings-blocks.ts';
export { findingsFaults } from './findings-faults.ts';
export { findingsPage } from './findings-page.ts';
export { codeBlock } from './markdown.ts';
export { fillBlocks, MarkedBlockError } from './marked-blocks.ts';
export type { OpenQuestion } from './open-questions.ts';
export { untoldCounts } from './untold-counts.ts';
