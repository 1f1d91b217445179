/** What was found of Stryker's mutants, file by file: docs/engine-mutation.json, and the tables of the decision that are written from it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { hash } from './hash.mjs';

const recordFile = 'docs/engine-mutation.json';
const page = 'docs/decisions/018-engine-mutation.md';
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Of each measured file: the hash of its source, mutants, those tried and killed (timeouts are), and the survivors. */
export const recorded = () => read(recordFile);

/** The files that are mutated. */
export const engineFiles = () =>
  ['check', 'compose', 'tabulate'].flatMap((folder) =>
    readdirSync(`src/${folder}`)
      .toSorted()
      .map((name) => `src/${folder}/${name}`),
  );

/** Whether a file is as it was when so many of its mutants, or all, were tried. */
export function isMeasured(file, many) {
  const known = recorded()[file];
  return known?.source === hash(readFileSync(file, 'utf8')) && known.tried >= Math.min(known.mutants, many);
}

const measured = ({ source, mutants, tried }) => {
  const alive = tried.filter(({ status }) => status !== 'Killed' && status !== 'Timeout');
  return {
    source: hash(source),
    mutants,
    tried: tried.length,
    killed: tried.length - alive.length,
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
  const entries = Object.entries(recorded()).filter(([, { tried }]) => tried > 0);
  const reasons = read('test/engine-mutation/equivalent.json');
  const reason = (file, { line, becomes }) =>
    reasons.find((each) => each.file === file && each.line === line && each.becomes === becomes)?.reason;
  const sum = (field) => entries.reduce((total, [, each]) => total + each[field], 0);
  const survivors = entries.flatMap(([file, each]) => each.survivors.map((mutant) => ({ file, mutant })));
  const equal = survivors.filter(({ file, mutant }) => reason(file, mutant)).length;
  return [
    `Measured are ${entries.length} of ${engineFiles().length} files, which have ${sum('mutants')} mutants: ${sum('killed')} of the ${sum('tried')} that were tried are killed, ${percent(sum('killed'), sum('tried'))}; of the ${survivors.length} survivors ${equal} change nothing.`,
    table(
      ['file', 'mutants', 'tried', 'killed', 'score', 'survivors that change nothing'],
      entries.map(([file, { mutants, tried, killed, survivors: alive }]) => [
        code(file),
        mutants,
        tried,
        killed,
        percent(killed, tried),
        alive.filter((mutant) => reason(file, mutant)).length,
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
