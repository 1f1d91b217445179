import { themes } from '../export/index.ts';

import { type Command, type Given, limitOptions } from './command.ts';
import { chartContent } from './diagram-chart.ts';
import { chartFormats, formatOf, themeOf } from './diagram-options.ts';
import { subjectOf } from './diagram-subject.ts';
import { systemContent } from './diagram-system.ts';
import { Failure } from './failure.ts';
import { textOf } from './parse.ts';

/** The verb `diagram`: writes a chart or a system as a picture, or as a text for other tools. */
export const diagram: Command = {
  name: 'diagram',
  operands: '<chart|run>',
  summary: 'write a chart, or the system of a run, as a picture or for other tools',
  options: {
    format: { type: 'string', short: 'f', value: 'name', summary: `${chartFormats.join(', ')} (default: svg)` },
    output: { type: 'string', short: 'o', value: 'file', summary: 'write to a file instead of standard output' },
    theme: {
      type: 'string',
      value: 'name',
      summary: `colours of svg and png: ${themes.join(', ')} (default: auto, as the reader's screen; in a PNG, light)`,
    },
    state: {
      type: 'string',
      multiple: true,
      value: 'path',
      summary: 'light up this state; of a system, party=path',
    },
    trace: { type: 'string', value: 'file', summary: 'light up where a trace has come to' },
    step: { type: 'string', value: 'n', summary: 'after this step of the trace, 0 for the start (default: the last)' },
    party: { type: 'string', value: 'name', summary: 'whose chart it is, where several parties of the trace have it' },
    anyway: { type: 'boolean', summary: 'take also a trace of another version of the model' },
    coverage: {
      type: 'boolean',
      summary: 'search every run that has the chart; colour transitions by how many take them',
    },
    sends: {
      type: 'boolean',
      summary: 'search runs that have the chart for what its sends say, where that is computed',
    },
    'max-states': {
      type: 'string',
      value: 'n',
      summary: 'stop a search for messages at so many states (default: 200000)',
    },
    jobs: limitOptions.jobs,
    timeout: limitOptions.timeout,
  },
  examples: [
    'diagram ncpSocket -o ncp-socket.svg',
    'diagram ftpServer -f png --sends -o ftp-server.png',
    'diagram ftpServer --coverage -o coverage.svg',
    'diagram orders/V478/R/PW/late -f mermaid',
    'diagram ncpSocket --state open -o open.svg',
  ],
  run: async (given, [name, ...others], session) => {
    if (name === undefined || others.length > 0) {
      throw new Failure('diagram needs one chart or run: matching-rfc diagram ncpSocket -o ncp-socket.svg');
    }
    const format = formatOf(given);
    const output = textOf(given, 'output');
    if (format === 'png' && output === undefined) throw new Failure('a PNG goes to a file: add -o diagram.png');
    checkCombination(given);
    const asked = { given, format, theme: themeOf(given, format) };
    const subject = subjectOf(name, await session.runs());
    if (output !== undefined) await session.demandWritable(output);
    const content =
      subject.kind === 'chart'
        ? await chartContent(subject, asked, session)
        : await systemContent(subject, asked, session);
    if (output === undefined) session.say(String(content).trimEnd());
    else {
      await session.writeFile(output, content);
      if (!given['quiet']) session.note(`written: ${output}`);
    }
    return 0;
  },
};

/** @throws Failure (150) for options that mean nothing together. */
function checkCombination(given: Given): void {
  if (given['state'] !== undefined && given['trace'] !== undefined) {
    throw new Failure('--state and --trace both say what is lit up: leave one out');
  }
  for (const name of ['step', 'party', 'anyway']) {
    if (given[name] !== undefined && given['trace'] === undefined) {
      throw new Failure(`--${name} speaks of a trace: add --trace trace.json`);
    }
  }
}
