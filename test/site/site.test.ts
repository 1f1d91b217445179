/**
 * The site in a browser, from disk: nothing is missing, nothing sticks out, nobody is locked out.
 *
 * Where `SITE` names a site, every page of it is looked at. Else pages that are alike, sources and those of the frontier,
 * stand for each other, and axe looks at one page of each kind.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { oneOfEachKind, pagesOf, siteFolder } from './served.ts';
import { type Seen, survey, visit } from './survey.ts';

const executablePath = '/usr/bin/chromium';

/** Each of red, green and blue from 0 to 255, on average. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/\d+/g)].map(Number);
  return (red + green + blue) / 3;
};

const whole = process.env.SITE !== undefined;
const there = existsSync(executablePath);

describe.skipIf(!there)(`${there ? 'the site' : 'skipped: needs chromium'}`, () => {
  let browser: Browser;
  let pages: readonly string[];
  let addresses: readonly string[];
  let samples: readonly string[];
  let looked: readonly string[];
  let seen: readonly Seen[];
  let faults: readonly string[];

  beforeAll(async () => {
    const folder = await siteFolder();
    const addressOf = (place: string): string => pathToFileURL(resolve(folder, place)).href;
    pages = await pagesOf(folder);
    addresses = pages.map(addressOf);
    samples = oneOfEachKind(folder, pages, whole ? 2 : 1).map(addressOf);
    looked = addresses.filter(
      (address, place) =>
        whole || !/\/(source|frontier)\//.test(address) || samples.includes(address) || place % 16 === 0,
    );
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    ({ seen, faults } = await survey(browser, looked, { width: 1440, colorScheme: 'light' }, 360));
  });
  afterAll(() => browser?.close());

  test('has a start page, the guide and the reference', () => {
    expect(pages).toEqual(
      expect.arrayContaining([
        'index.html',
        'findings.html',
        'guide/start.html',
        'guide/passive-server.html',
        'reference/charts/ftpServer.html',
        'reference/decisions/H1.html',
        'reference/verdicts/index.html',
        'reference/clauses/index.html',
      ]),
    );
  });

  test('loads without an error or a missing file', () => {
    expect(faults).toEqual([]);
    expect(seen.flatMap(({ url, blank }) => blank.map((picture) => `${url}: ${picture}`))).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const places = new Set(seen.flatMap(({ url, ids }) => [url, ...ids.map((id) => `${url}#${id}`)]));
    const leads = (link: string): boolean => {
      const [path = '', anchor = ''] = link.split('#');
      if (anchor === '') return places.has(path) || existsSync(fileURLToPath(path));
      if (places.has(path)) return places.has(`${path}#${decodeURIComponent(anchor)}`);
      return readFileSync(fileURLToPath(path), 'utf8').includes(` id="${decodeURIComponent(anchor)}"`);
    };
    const astray = seen.flatMap(({ url, links }) =>
      links.filter((link) => link.startsWith('file:') && !leads(link)).map((link) => `${url}: ${link}`),
    );
    expect(astray).toEqual([]);
  });

  test('fits into 1440 pixels', () => {
    expect(seen.filter(({ width }) => width > 1440).map(({ url, width }) => `${url}: ${width}`)).toEqual([]);
  });

  test('fits into 360 pixels', () => {
    expect(seen.filter(({ narrow }) => narrow > 360).map(({ url, narrow }) => `${url}: ${narrow}`)).toEqual([]);
  });

  test.for([
    ['light', 1],
    ['dark', -1],
  ] as const)('is %s where that is asked for', async ([colorScheme, sign]) => {
    await visit(browser, samples.slice(0, 1), { width: 1440, colorScheme }, async (page) => {
      const [back, text] = await page.evaluate<[string, string]>(
        '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
      );
      expect(sign * (brightness(back) - brightness(text))).toBeGreaterThan(100);
    });
  });

  test.for(['light', 'dark'] as const)('has nothing that axe calls serious, in the %s', async (colorScheme) => {
    const serious: string[] = [];
    await visit(browser, samples, { width: 1440, colorScheme }, async (page) => {
      await page.evaluate(axe.source);
      const violations = await page.evaluate<readonly { id: string; impact: string; nodes: { html: string }[] }[]>(
        'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
      );
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        serious.push(`${page.url()}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
      }
    });
    expect(serious).toEqual([]);
  });
});
