import { type CheckedRun, endsOf } from './checked-run.ts';
import { codeBlock, counted, wrapped } from './markdown.ts';
import { runPatterns } from './run-names.ts';
import { type Explained, headingOf, numberOf, type Violation } from './violations.ts';

/** What the pages need beside reports and prose. */
export type Drawings = {
  /** The shortest trace of a claim that a run violates, drawn. */
  readonly trace: (run: string, claim: string) => readonly string[];
  /** A clause in words: document, place and sentence. */
  readonly clause: (id: string) => string;
};

/** The section of a finding: what does not hold, why, where, and the shortest trace of one run. */
export function violationSection({ finding, violations }: Explained, drawings: Drawings): string {
  const shown = violations.find(({ runs }) => runs.some(({ name }) => name === finding.run))!;
  const cites = [...new Set(violations.flatMap((violation) => violation.cites))];
  return [
    `### ${headingOf(finding)}`,
    wrapped(finding.says),
    ...violations.map(where),
    ...(cites.length > 0 ? [`Clauses:\n\n${list(cites.map((id) => `${id}: ${drawings.clause(id)}`))}`] : []),
    evidence(
      shown,
      shown.runs.find(({ name }) => name === finding.run)!,
      drawings,
    ),
    codeBlock([`npx matching-rfc check ${finding.run}${claimOption(shown)}`], 'sh'),
  ].join('\n\n');
}

/** A claim and the runs that violate it. */
function where({ claim, kind, verdict, runs }: Violation): string {
  const what = kind === 'protocol error' ? 'Protocol error' : kind === 'reaches' ? 'Witness' : 'Claim';
  const came = kind === 'protocol error' ? 'found' : verdict;
  const number = numberOf(claim);
  const name = number === undefined ? claim : claim.slice(number.length + 1);
  const patterns = runPatterns(runs.map((run) => run.name));
  return [
    wrapped(`${what} *${name}*, ${came} in ${counted(runs.length, 'run')}:`),
    list(patterns.map(({ pattern, runs: many }) => `\`${pattern}\`${many === 1 ? '' : ` (${many})`}`)),
  ].join('\n\n');
}

const list = (items: readonly string[]): string =>
  items.map((item) => wrapped(`- ${item}`).replaceAll('\n', '\n  ')).join('\n');

function evidence({ claim, verdict }: Violation, run: CheckedRun, { trace }: Drawings): string {
  if (verdict === 'not reached') {
    return wrapped(
      `No state of \`${run.name}\` is such a one (${counted(run.report.states, 'state')}; ${run.bounds}). Ends: ${endsOf(run)}.`,
    );
  }
  const { path } = run.report.verdicts.find((candidate) => candidate.claim === claim)!;
  const steps = path!.steps.length;
  const length =
    path!.loop === undefined ? counted(steps, 'step') : `${path!.loop} steps, then ${steps - path!.loop} for ever`;
  const title = wrapped(`The shortest trace in \`${run.name}\` (${length}; ${run.bounds}):`);
  return `${title}\n\n${codeBlock(trace(run.name, claim))}`;
}

function claimOption({ claim, kind }: Violation): string {
  if (kind === 'protocol error') return '';
  const number = numberOf(claim);
  return ` --claim ${number ?? `'${claim.replaceAll("'", "'\\''")}'`}`;
}
