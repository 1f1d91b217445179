/** Mermaid, PlantUML, Graphviz and an XML parser in a headless Chromium, where they are at home. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import { chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const origin = 'http://tools.invalid';

/** What each tool needs: files below the folder of tools. */
const needed = {
  mermaid: ['mermaid/dist/mermaid.min.js'],
  plantuml: ['@plantuml/core/plantuml.js', '@plantuml/core/viz-global.js'],
  dot: ['@plantuml/core/viz-global.js'],
};

/** What is not there that the tool of a format needs: Chromium or a package; undefined when nothing is missing. */
export function missing(format, tools) {
  if (!existsSync(executablePath)) return executablePath;
  const absent = needed[format]?.find((file) => !existsSync(join(tools, 'node_modules', file)));
  return absent && `the package ${absent.startsWith('@') ? '@plantuml/core' : 'mermaid'}`;
}

/** A browser page; `read(format, text)` gives what the tool complains about, or an empty text. */
export async function openTools(tools) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.route(`${origin}/**`, (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname));
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="out"></div>' });
    const file = join(tools, 'node_modules', path);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
  });
  await page.goto(`${origin}/`);
  const loaded = new Set();
  const read = async (format, text) => {
    for (const file of needed[format] ?? []) {
      if (loaded.has(file) || file.endsWith('/plantuml.js')) continue;
      loaded.add(file);
      await page.addScriptTag({ url: `${origin}/${file}` });
    }
    return page.evaluate(readers[format], { text, origin });
  };
  return { read, close: () => browser.close() };
}

/** Run in the page: each gives a complaint or an empty text. */
const readers = {
  mermaid: async ({ text }) => {
    const { mermaid } = globalThis;
    mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, maxTextSize: 1e6, maxEdges: 5000 });
    try {
      await mermaid.parse(text);
      const { svg } = await mermaid.render('drawn', text);
      return svg.includes('Syntax error') || !svg.includes('</svg>') ? 'drew an error' : '';
    } catch (error) {
      return String(error.message ?? error);
    }
  },
  plantuml: async ({ text, origin: from }) => {
    const { renderToString } = await import(`${from}/@plantuml/core/plantuml.js`);
    const svg = await new Promise((resolve) => {
      const timer = setTimeout(() => resolve('no answer within two minutes'), 120_000);
      const answered = (answer) => {
        clearTimeout(timer);
        resolve(String(answer));
      };
      // The size of a picture says nothing about its text: no limit.
      renderToString(text.split('\n'), answered, (error) => answered(`error: ${error}`), { maxSvgSize: 0 });
    });
    // PlantUML draws its errors, with the line, into the picture.
    const drawn = new DOMParser().parseFromString(svg, 'text/html').body.textContent;
    if (!svg.includes('<svg')) return svg.slice(0, 400);
    const complaint =
      /Syntax Error|An error has occur|Cannot find|Fatal|Error line|Assumed diagram type|cannot render/i;
    return complaint.test(drawn) ? drawn.slice(-400) : '';
  },
  dot: async ({ text }) => {
    const viz = await globalThis.Viz.instance();
    const { status, errors } = viz.render(text, { format: 'svg' });
    return [...(status === 'success' ? [] : [status]), ...errors.map(({ message }) => message)].join('; ');
  },
  scxml: ({ text }) =>
    new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent ?? '',
};
