import { type Theme, themes } from '../svg/theme.ts';
import { colourless, deed, itf, ladderSvg, mermaid, plantuml, traceJson, type Captions } from '../trace/index.ts';

import type { Command, Given } from './command.ts';
import { counterexampleText, ended } from './counterexample-text.ts';
import { Failure, unknown } from './failure.ts';
import { openTrace, type OpenedTrace } from './open-trace.ts';
import { textOf } from './parse.ts';
import { png } from './png.ts';
import { loadProse } from './prose.ts';
import type { Session } from './session.ts';

const formats = ['text', 'svg', 'png', 'mermaid', 'plantuml', 'itf', 'json'] as const;
type Format = (typeof formats)[number];
type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/** Written by `check orders/V438/R/conc/late`. */
const example = 'trace traces/orders-V438-R-conc-late--P19-the-transfer-completes.json';

/** The verb `trace`: writes a trace as a picture, or as a text for other tools. */
export const trace: Command = {
  name: 'trace',
  operands: '<trace.json>',
  summary: 'write a trace as a ladder (text, SVG, PNG), for Mermaid or PlantUML, as ITF or JSON',
  options: {
    format: { type: 'string', short: 'f', value: 'name', summary: `${formats.join(', ')} (default: text)` },
    output: { type: 'string', short: 'o', value: 'file', summary: 'write to a file instead of standard output' },
    theme: {
      type: 'string',
      value: 'name',
      summary: `colours of svg and png: ${themes.join(', ')} (default: auto, as the reader's screen; in a PNG, light)`,
    },
    anyway: { type: 'boolean', summary: 'write also a trace of another version of the model' },
  },
  examples: [example, `${example} -f svg -o x.svg`, `${example} -f itf -o x.itf.json`],
  run: async (given, [file, ...others], session) => {
    if (file === undefined || others.length > 0) {
      throw new Failure('trace needs one trace file: matching-rfc trace traces/x.json -f svg -o x.svg');
    }
    const format = formatOf(given);
    const theme = themeOf(given, format);
    const output = textOf(given, 'output');
    if (format === 'png' && output === undefined) throw new Failure('a PNG goes to a file: add -o trace.png');
    if (output !== undefined) await session.demandWritable(output);
    const opened = await openTrace(file, given['anyway'] === true, session);
    if (opened.why !== undefined) {
      throw new Failure(`${file} no longer shows "${opened.trace.claim}": ${opened.why}`, 22);
    }
    const look = output === undefined ? session : { ...session, paint: colourless };
    const content = await written(opened, format, theme, look);
    if (output === undefined) session.say(String(content).trimEnd());
    else {
      await session.writeFile(output, content);
      if (!given['quiet']) session.note(`written: ${output}`);
    }
    return 0;
  },
};

function formatOf(given: Given): Format {
  const name = textOf(given, 'format');
  if (given['json'] && name !== undefined && name !== 'json') {
    throw new Failure(`--json and -f ${name} contradict each other: leave one out`);
  }
  const asked = given['json'] ? 'json' : (name ?? 'text');
  const format = formats.find((known) => known === asked);
  if (!format) throw unknown('format', asked, formats);
  return format;
}

function themeOf(given: Given, format: Format): Theme {
  const name = textOf(given, 'theme');
  if (name !== undefined && format !== 'svg' && format !== 'png') {
    throw new Failure(`--theme is for svg and png; ${format} has no colours of its own`);
  }
  const theme = themes.find((known) => known === (name ?? 'auto'));
  if (!theme) throw unknown('theme', name!, themes);
  return theme;
}

async function written(opened: OpenedTrace, format: Format, theme: Theme, look: Look): Promise<string | Uint8Array> {
  const { trace, story, system, path } = opened;
  switch (format) {
    case 'text':
      return `${counterexampleText(opened, look)}\n`;
    case 'svg':
      return ladderSvg(story, { ...(await captions(opened)), theme });
    case 'png':
      return png(ladderSvg(story, { ...(await captions(opened)), theme: theme === 'dark' ? 'dark' : 'light' }));
    case 'mermaid':
      return mermaid(story, await captions(opened));
    case 'plantuml':
      return plantuml(story, await captions(opened));
    case 'itf': {
      const description = `${trace.verdict} in ${story.episodes.length} steps${trace.detail ? `: ${trace.detail}` : ''}`;
      const violated = trace.verdict === 'violated';
      return itf(system, path, path.views, { description, source: trace.run, property: trace.claim, violated });
    }
    case 'json':
      return traceJson(trace, { ...opened, views: path.views });
  }
}

/** The claim, its run and its clauses in words; how the trace ends. */
async function captions({ trace, story }: OpenedTrace): Promise<Captions> {
  const { clause } = await loadProse();
  return {
    title: trace.claim,
    notes: [trace.run, ...trace.cites.map((id) => `${id}: ${clause(id)}`)],
    end: { text: ended({ story, trace }, deed), bad: trace.verdict === 'violated' },
  };
}
