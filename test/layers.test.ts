import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

import { layers, outside, targets } from '../layers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'layers-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

type Finding = { filename: string; code: string; message: string; help: string };

/** What the linter says of files with these texts, at these places of a repository that has nothing else. */
function lint(texts: Record<string, string>): Finding[] {
  for (const config of ['layers.mjs', 'oxlint.config.mjs']) copyFileSync(join(root, config), join(elsewhere, config));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
    writeFileSync(join(elsewhere, path), text);
  }
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['-c', 'oxlint.config.mjs', '--format=json', ...Object.keys(texts)], {
    cwd: elsewhere,
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
}

/** A file of each layer, and how it would write an import of each target. */
const fileOf: Record<string, string> = {
  'a chart': 'machines/chart.ts',
  'a system, a variant or a fault': 'machines/systems/system.ts',
  'a family of claims': 'properties/family.ts',
  'the manifest': 'properties/runs.ts',
  'the reader of charts': 'src/export/chart-description.ts',
  'the door of the engine': 'src/index.ts',
  'the command line': 'src/cli/verb.ts',
};
const importOf = (target: string): string =>
  ({ xstate: 'xstate', node: 'node:fs', 'test tools': 'vitest', test: '../test/toys/toy.ts' })[target] ??
  `../../${target}/index.ts`;

const cases = layers.flatMap((layer) =>
  Object.keys(targets).map((target) => ({ layer, target, path: fileOf[layer.name] ?? `${layer.name}/part.ts` })),
);
const pathOf = ({ path, target }: { path: string; target: string }): string =>
  path.endsWith('runs.ts')
    ? `properties/runs/${target.replaceAll(/\W/g, '-')}.ts`
    : path.replace('.ts', `-${target.replaceAll(/\W/g, '-')}.ts`);

const imports = lint(
  Object.fromEntries(cases.map((item) => [pathOf(item), `export * from '${importOf(item.target)}';\n`])),
).filter(({ code }) => code.includes('no-restricted-imports'));

test.for(cases)('$layer.name and $target', (item) => {
  const reason = item.target === 'node' ? outside : item.layer.why;
  const found = imports.filter(({ filename }) => filename === pathOf(item));
  expect(found.some(({ help }) => help.includes(reason))).toBe(!item.layer.may.includes(item.target));
});

test('a system and a claim enter the engine by its doors only', () => {
  const found = lint({
    'machines/systems/deep.ts': "export * from '../../src/compose/pack.ts';\n",
    'properties/deep.ts': "export * from '../src/model/json.ts';\n",
  });
  expect(found.map(({ help }) => help).sort()).toEqual([
    'src/compose is entered by its index.ts: what lies behind it may change.',
    'src/model is entered by its index.ts: what lies behind it may change.',
  ]);
});

test.for([
  ['machines/clock.ts', 'export const now = Date.now();\n', 'no-restricted-properties'],
  ['src/check/dice.ts', 'export const dice = Math.random();\n', 'no-restricted-properties'],
  ['src/check/arguments.ts', 'export const given = process.argv;\n', 'no-restricted-globals'],
  ['src/check/global.ts', 'export const given = globalThis.process;\n', 'no-restricted-properties'],
  ['src/check/talk.ts', "console.log('found');\n", 'no-console'],
  ['src/check/any.ts', 'export const anything = (value: any): string => String(value);\n', 'no-explicit-any'],
  ['src/check/later.ts', '// TODO: later\nexport const now = 1;\n', 'no-warning-comments'],
  ['src/check/long.ts', 'export {};\n'.repeat(301), 'max-lines'],
  ['test/only.test.ts', "import { test } from 'vitest';\n\ntest.only('this', () => {});\n", 'no-focused-tests'],
  ['test/skip.test.ts', "import { test } from 'vitest';\n\ntest.skip('this', () => {});\n", 'no-disabled-tests'],
] as const)('%s breaks the rule that it should', ([path, text, rule]) => {
  expect(
    lint({ [path]: text })
      .map(({ code }) => code)
      .join(),
  ).toContain(rule);
});

test('every folder of the specification and of the engine is in a layer', () => {
  const folders = (of: string): string[] =>
    readdirSync(join(root, of), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${of}/${entry.name}`);
  const covered = layers.flatMap(({ files }) => files.join());
  const known = (folder: string): boolean =>
    covered.some(
      (glob) => glob.includes(`${folder}/`) || (glob.includes('{') && glob.includes(folder.split('/')[1] ?? '')),
    );
  expect([...folders('src'), ...folders('machines')].filter((folder) => !known(folder))).toEqual([]);
});

test('no file is named for having no subject', () => {
  const files = ['src', 'machines', 'properties', 'test', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }),
  );
  expect(files.filter((file) => /(^|[/.-])(utils?|helpers?|types|misc|common)(\.|\/|$)/.test(file))).toEqual([]);
});
