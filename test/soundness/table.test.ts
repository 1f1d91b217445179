/** docs/soundness.md has a row for each case of this folder, and no other; no case is long. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const cases = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file !== 'table.test.ts');
const page = readFileSync(new URL('../../docs/soundness.md', import.meta.url), 'utf8');

test('the table and the folder agree', () => {
  const rows = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file!);
  expect(rows.toSorted()).toEqual(cases.toSorted());
});

test.for(cases)('%s names whoever went wrong, as the table does, in under 100 lines', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  expect(text.split('\n').length).toBeLessThan(100);
  const row = page.split('\n').find((line) => line.startsWith(`| \`${file}\``))!;
  for (const [number] of row.matchAll(/#\d+/g)) expect(text).toContain(number);
});
