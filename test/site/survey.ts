/** What a browser sees of every page of a site. */
import type { Browser, Page } from 'playwright-core';

/** How a page is looked at. */
export type Look = { readonly width: number; readonly colorScheme: 'light' | 'dark' };

/** One page: what it links to, what can be linked to on it, which pictures do not show, and how wide it is in a narrow window. */
export type Seen = {
  readonly url: string;
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly width: number;
  readonly blank: readonly string[];
  readonly narrow: number;
};

/** Opens addresses one after the other in one tab; `faults` are errors of the console and files that did not load. */
export async function visit(
  browser: Browser,
  addresses: readonly string[],
  { width, colorScheme }: Look,
  look: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => void faults.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => void faults.push(`${page.url()}: ${request.url()} does not load`));
  for (const address of addresses) {
    await page.goto(address);
    await look(page);
  }
  await context.close();
  return faults;
}

const collect = `({
  url: location.href,
  links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
  ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  width: document.documentElement.scrollWidth,
  blank: [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth === 0).map(({ src }) => src),
})`;

/** Looks at every address, in a window of this width and in a narrow one. */
export async function survey(
  browser: Browser,
  addresses: readonly string[],
  look: Look,
  narrow: number,
): Promise<{ readonly seen: readonly Seen[]; readonly faults: readonly string[] }> {
  const seen: Seen[] = [];
  const faults = await visit(browser, addresses, look, async (page) => {
    const wide = await page.evaluate<Omit<Seen, 'narrow'>>(collect);
    await page.setViewportSize({ width: narrow, height: 900 });
    seen.push({ ...wide, narrow: await page.evaluate<number>('document.documentElement.scrollWidth') });
    await page.setViewportSize({ width: look.width, height: 900 });
  });
  return { seen, faults };
}
