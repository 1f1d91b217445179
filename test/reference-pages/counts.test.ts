/** No count stands in a page by hand: the machines change, and pages do not notice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { untoldCounts } from '../../src/reference/index.ts';

/** The findings are generated as a whole. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => page !== 'docs/findings.md');

test.for(pages)('%s has no count that nothing makes or checks', (page) => {
  expect(untoldCounts(readFileSync(page, 'utf8'))).toEqual([]);
});

test.for(pages)('%s names tests that are there, and that know its numbers', (page) => {
  const checked = [...readFileSync(page, 'utf8').matchAll(/^<!-- checked: (\S+) -->\n([^]*?)^<!-- end -->$/gm)];
  for (const [, file = '', part = ''] of checked) {
    expect(existsSync(file), `${page} says that ${file} checks its numbers`).toBe(true);
    const known = readFileSync(file, 'utf8').replaceAll('_', '');
    for (const [number] of part.matchAll(/\d[\d,]*/g)) expect(known).toContain(number.replaceAll(',', ''));
  }
});

test('a count is found with its line, unless a command or a test stands for it', () => {
  const page = [
    '12 runs and 1,204 reachable states',
    '<!-- generated: size -->',
    '3 claims',
    '<!-- end -->',
    '```',
    '4 steps',
    '```',
  ];
  expect(untoldCounts(page.join('\n'))).toEqual(['line 1: "12 runs"', 'line 1: "1,204 reachable states"']);
});
