import { explore } from '../check/index.ts';
import { modelHash } from '../trace/index.ts';

import { chooseRuns } from './choose-runs.ts';
import type { Command } from './command.ts';
import { exportFormats } from './export-formats.ts';
import { Failure, unknown } from './failure.ts';
import { count, textOf } from './parse.ts';

const names = exportFormats.map(({ name }) => name);
const example = 'export promela orders/V478/R/conc/late';

/** The verb `export`: writes the composed system of a run for another checker. */
export const exportRun: Command = {
  name: 'export',
  operands: `<${names.join(' | ')}> <run>`,
  summary: 'write the composed system of a run for another checker',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'file',
      summary: 'write to a file (tla: a folder) instead of standard output',
    },
    'max-states': {
      type: 'string',
      value: 'n',
      summary: 'tla: write from a search of so many states; the module then says where it may not know a step',
    },
    ...Object.assign({}, ...exportFormats.map(({ options = {} }) => options)),
  },
  examples: [`${example} -o model.pml`, `${example} --tables`],
  run: async (given, [name, asked, ...others], session) => {
    if (name === undefined || asked === undefined || others.length > 0) {
      throw new Failure(`export needs a format and a run: matching-rfc ${example}`);
    }
    const format = exportFormats.find((known) => known.name === name);
    if (!format) throw unknown('format', name, names);
    const foreign = exportFormats.find(
      (other) =>
        other !== format &&
        Object.keys(other.options ?? {}).some(
          (option) => given[option] !== undefined && !(option in (format.options ?? {})),
        ),
    );
    if (foreign)
      throw new Failure(`an option of ${foreign.name} stands beside the format ${format.name}: leave it out`);
    const [run, ...more] = chooseRuns(await session.runs(), [asked]);
    if (!run || more.length > 0)
      throw new Failure(
        `export writes one run, and "${asked}" means ${more.length + 1}; matching-rfc list ${asked} names them`,
      );
    const output = textOf(given, 'output');
    if (output !== undefined) await session.demandWritable(output, format.folder ? 'folder' : 'file');
    const system = run.system();
    const maxStates = count(given, 'max-states');
    const explored = explore(system, maxStates === undefined ? {} : { maxStates });
    if (explored.stopped !== undefined && format.partial === undefined) {
      throw new Failure(`${name} is written from a search that came to its end; without --max-states it may`);
    }
    const {
      text,
      name: files,
      beside = {},
      leftOut,
    } = format.write({ run, system, explored, model: modelHash(system), given });
    for (const what of leftOut) session.note(`left out: ${what}`);
    if (output === undefined) {
      const pieces = typeof text === 'string' ? [text] : text;
      if (given['json']) {
        session.say(JSON.stringify({ run: run.name, format: name, text: [...pieces].join(''), beside, leftOut }));
        return 0;
      }
      for (const piece of pieces) session.say(piece.trimEnd());
      for (const content of Object.values(beside)) session.say(`\n${content.trimEnd()}`);
      return 0;
    }
    const whole = files === undefined ? output : `${output.replace(/\/$/, '')}/${files.base}${files.ending}`;
    const written: string[] = [];
    for (const [ending, content] of Object.entries({ '': text, ...beside })) {
      const file = ending === '' ? whole : whole.replace(/\.\w+$/, '') + ending;
      await session.writeFile(file, content);
      written.push(file);
      if (!given['quiet']) session.note(`written: ${file}`);
    }
    if (given['json']) session.say(JSON.stringify({ run: run.name, format: name, written, leftOut }));
    return 0;
  },
};
