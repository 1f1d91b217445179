/** What was found of Stryker's mutants, file by file: docs/engine-mutation.json, and the tables of the decision that are written from it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const recordFile = 'docs/engine-mutation.json';
const page = 'docs/decisions/018-engine-mutation.md';
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const hash = (source) => createHash('sha256').update(source).digest('hex').slice(0, 16);

/** Of each measured file: the hash of its source, mutants, killed ones (timeouts are), and the survivors. */
export const recorded = () => read(recordFile);

/** The files that are mutated. */
export const engineFiles = () =>
  ['check', 'compose', 'tabulate'].flatMap((folder) =>
    readdirSync(`src/${folder}`)
      .toSorted()
      .map((name) => `src/${folder}/${name}`),
  );

/** Whether a file is as it was when it was measured. */
export const isMeasured = (file) => recorded()[file]?.source === hash(readFileSync(file, 'utf8'));

const measured = ({ source, mutants }) => {
  const alive = mutants.filter(({ status }) => status !== 'Killed' && status !== 'Timeout');
  return {
    source: hash(source),
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    survivors: alive
      .map(({ location: { start, end }, replacement, status }) => ({
        line: source.split('\n')[start.line - 1].trim(),
        column: start.column,
        ends: end.line - start.line,
        becomes: replacement,
        ...(status === 'NoCoverage' && { uncovered: true }),
      }))
      .toSorted((one, other) => one.line.localeCompare(other.line) || one.column - other.column),
  };
};

/** Keeps what was found of a file, and gives it. */
export function record(file, result) {
  const kept = { ...recorded(), [file]: measured(result) };
  const sorted = Object.fromEntries(Object.entries(kept).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(recordFile, `${JSON.stringify(sorted, undefined, 2)}\n`);
  return kept[file];
}

const percent = (part, all) => `${((100 * part) / all).toFixed(1)} %`;
const code = (text) => `\`${text.replaceAll('|', '\\|').replace(/\s+/g, ' ')}\``;
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The tables: measured files, and survivors with the reasons why some cannot be killed. A new file changes neither. */
function tables() {
  const entries = Object.entries(recorded());
  const reasons = read('test/engine-mutation/equivalent.json');
  const reason = (file, { line, becomes }) =>
    reasons.find((each) => each.file === file && each.line === line && each.becomes === becomes)?.reason;
  const sum = (field) => entries.reduce((total, [, each]) => total + each[field], 0);
  const survivors = entries.flatMap(([file, each]) => each.survivors.map((mutant) => ({ file, mutant })));
  const equal = survivors.filter(({ file, mutant }) => reason(file, mutant)).length;
  return [
    `Measured are the ${entries.length} files of this table, and no others: ${sum('killed')} of ${sum('mutants')} mutants killed, ${percent(sum('killed'), sum('mutants'))}; of the ${survivors.length} survivors ${equal} change nothing.`,
    table(
      ['file', 'mutants', 'killed', 'score', 'survivors that change nothing'],
      entries.map(([file, { mutants, killed, survivors: alive }]) => [
        code(file),
        mutants,
        killed,
        percent(killed, mutants),
        alive.filter((mutant) => reason(file, mutant)).length,
      ]),
    ),
    'Survivors:',
    table(
      ['file', 'line', 'becomes', 'why nothing fails'],
      survivors.map(({ file, mutant }) => [
        code(file.replace('src/', '')),
        code(mutant.line),
        code(mutant.becomes),
        reason(file, mutant) ??
          (mutant.uncovered ? 'a quick test is missing: none comes here' : 'a quick test is missing'),
      ]),
    ),
  ].join('\n\n');
}

/** The page with its tables as the record has them. */
const filled = () =>
  readFileSync(page, 'utf8').replace(
    /(<!-- generated: engine-mutation -->\n)[^]*?(\n<!-- end -->)/,
    (_, begin, end) => `${begin}\n${tables()}\n${end}`,
  );

/** Writes the tables into the page. */
export const writePage = () => writeFileSync(page, filled());

/** Whether the page has the tables of the record. */
export const pageIsCurrent = () => filled() === readFileSync(page, 'utf8');
