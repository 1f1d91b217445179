import type { Report, Run } from '../model/index.ts';

import { isBad } from './judge.ts';

/** A run and what its search gave. */
type Given = { readonly run: Pick<Run, 'name'>; readonly report: Report };

/**
 * The files that pin what runs give, by their paths: one for each group (the first part of the names) with a line for
 * each run, and `properties/expected.ts`, which joins them.
 */
export function expectedFiles(given: readonly Given[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  for (const { run, report } of given) {
    const group = run.name.split('/', 1)[0]!;
    groups.set(group, [...(groups.get(group) ?? []), line(run.name, report)]);
  }
  return new Map([
    ...[...groups].map(([group, lines]) => [`properties/expected/${group}.ts`, groupText(group, lines)] as const),
    ['properties/expected.ts', joinedText([...groups.keys()].sort())] as const,
  ]);
}

function line(name: string, { states, steps, depth, verdicts, outcomes }: Report): string {
  const violated = verdicts.filter(isBad).map(({ claim }) => claim);
  const ends = [...new Set(outcomes.map((outcome) => outcome.name))].sort();
  const fields = [`outcomes: ${list(ends)}`, `states: ${states}`, `steps: ${steps}`, `depth: ${depth}`];
  if (violated.length > 0) fields.push(`violated: ${list(violated)}`);
  return `  ${quoted(name)}: { ${fields.join(', ')} },`;
}

function groupText(group: string, lines: readonly string[]): string {
  return [
    head(`What the runs named ${group}/... give.`),
    "import type { Expected } from '../../src/model/index.ts';",
    '',
    `export const ${constant(group)}: Readonly<Record<string, Expected>> = {`,
    ...lines,
    '};',
    '',
  ].join('\n');
}

function joinedText(groups: readonly string[]): string {
  const all = groups.map((group) => `...${constant(group)}`).join(', ');
  return [
    head('What each run of the manifest is known to give.'),
    ...groups.map((group) => `import { ${constant(group)} } from './expected/${group}.ts';`),
    "import type { Expected } from '../src/model/index.ts';",
    '',
    `export const expected: Readonly<Record<string, Expected>> = { ${all} };`,
    '',
  ].join('\n');
}

const head = (what: string): string =>
  `/**\n * ${what} Written by \`npm run renew\`; read every change before you commit it.\n */`;
const constant = (group: string): string => group.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
const list = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;
