/**
 * Gives every text of a folder to the tool that it is written for. A tool that takes a text that is plainly wrong would
 * prove nothing, so each is asked about one first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

import { render } from 'state-machine-cat';

import { missing, openTools } from './browser-tools.mjs';
import { grouped } from './grouped.mjs';

const [folder, tools] = process.argv.slice(2);

const wrong = {
  mermaid: 'stateDiagram-v2\n  state "a" as {{\n',
  plantuml: '@startuml\nstate "a" as {{ -->\n@enduml\n',
  dot: 'digraph { a -> ; -> }',
  scxml: '<scxml xmlns="http://www.w3.org/2005/07/scxml"><state id="a">',
  smcat: 'a => ;;; => {',
};

/** What state-machine-cat complains about, or an empty text. */
async function readBySmcat(inputType, text) {
  try {
    const svg = String(await render(text, { inputType, outputType: 'svg' }));
    return svg.includes('</svg>') ? '' : 'drew nothing';
  } catch (error) {
    return String(error.message ?? error);
  }
}

const bySmcat = new Set(['scxml', 'smcat']);
const count = { passed: 0, failed: 0 };
const told = (good, line) => {
  count[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? 'passed' : 'FAILED'}: ${line}`);
};

const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
const byFormat = grouped(files, ({ name }) => extname(name).slice(1));
const skipped = new Map(Object.keys(wrong).map((format) => [format, missing(format, tools)]));
const inBrowser = (format) => format !== 'smcat' && skipped.get(format) === undefined;
const browser = Object.keys(wrong).some(inBrowser) ? await openTools(tools) : undefined;

/** All that the tools of a format complain about. */
async function complaints(format, text) {
  const heard = [];
  if (inBrowser(format)) heard.push(await browser.read(format, text));
  if (bySmcat.has(format)) heard.push(await readBySmcat(format, text));
  return heard;
}

try {
  for (const [format, example] of Object.entries(wrong)) {
    const texts = byFormat.get(format) ?? [];
    if (!inBrowser(format)) {
      if (format !== 'smcat') console.log(`skipped: needs ${skipped.get(format)}, for texts of the format ${format}`);
      if (!bySmcat.has(format)) continue;
    }
    const refused = await complaints(format, example);
    told(
      refused.every((complaint) => complaint !== ''),
      `a wrong text is refused (${format})`,
    );
    if (texts.length === 0) told(false, `there is no text of the format ${format}`);
    for (const { name } of texts) {
      const heard = (await complaints(format, readFileSync(join(folder, name), 'utf8'))).filter(Boolean);
      told(
        heard.length === 0,
        `${name}${heard.map((complaint) => `\n  ${complaint.replaceAll('\n', '\n  ')}`).join('')}`,
      );
    }
  }
} finally {
  await browser?.close();
}

console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
