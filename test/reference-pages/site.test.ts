/** The site over the pages as they are: every link, picture and anchor leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { siteFiles } from '../../src/cli/site.ts';
import { brokenLinks } from './broken-links.ts';

const filesIn = async (folder: string): Promise<readonly string[]> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));

const files = await siteFiles(new Map(), { filesIn, readFile: async (path) => readFileSync(path, 'utf8') });
const pages = [...files].filter(([place]) => place.endsWith('.html') && !place.startsWith('source/'));

test('every link, picture and anchor of the site leads somewhere', () => {
  expect(brokenLinks(files)).toEqual([]);
});

test('every file and folder that a page of docs/ or the README links to is there', async () => {
  const written = ['README.md', 'CONTRIBUTING.md', ...(await filesIn('docs')).filter((path) => path.endsWith('.md'))];
  const broken = written.flatMap((page) =>
    [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)/gm)].flatMap(
      ([, inline, below]) => {
        const [path = ''] = (inline ?? below)!.split('#');
        if (path === '' || /^[a-z]+:/.test(path)) return [];
        const to = new URL(path, new URL(page, `file://${process.cwd()}/`));
        return existsSync(to) ? [] : [`${page}: ${path}`];
      },
    ),
  );
  expect(broken).toEqual([]);
});

const withoutCode = (page: string): string => page.replace(/^```[^]*?^```$|`[^`\n]*`/gm, '');

test('no page needs a script, a server or another host', () => {
  const needing = pages.filter(([, html]) => /<script|(?:src|srcset)="(?:https?:)?\/\//.test(html));
  expect(needing.map(([place]) => place)).toEqual([]);
});

test('every page has one title, a language, and is in the navigation', () => {
  for (const [place, html] of pages) {
    expect([place, html.match(/<title>[^<]+<\/title>/g)?.length]).toEqual([place, 1]);
    expect([place, html.includes('aria-current="page"')]).toEqual([place, true]);
  }
});
