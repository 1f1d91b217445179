import { hint, type StepKey } from '../model/index.ts';

/** What an exported model calls its steps and findings: enough to read a trail of it. */
export type SpinWords = {
  /** What every line of a trail ends with: it tells one model from another. */
  readonly mark: string;
  /** By number less one. */
  readonly steps: readonly { readonly key: StepKey; readonly text: string }[];
  /** What was found, by the name of the flag that says so. */
  readonly found: ReadonlyMap<string, string>;
};

/** A trail of SPIN as steps of the system. */
export type SpinTrail = {
  readonly steps: readonly StepKey[];
  /** Index of the first step of the cycle, where the trail has one with steps in it. */
  readonly loop?: number;
  /** The claim that an assertion of the model named, or a protocol error, or `end <name>`. */
  readonly found?: string;
};

/** A text that is no trail of this export: the place, and what should stand there. */
export class SpinTrailError extends Error {
  override readonly name = 'SpinTrailError';
}

const stepLine = /^\s*step (\d+): (.*), of (\d+) of ([0-9a-f]{12})\s*$/;
const foundLine = /^\s*found (\w+), of ([0-9a-f]{12})\s*$/;

/**
 * Reads what SPIN prints in a guided simulation of an exported model (`spin -t -T model.pml`, or `./pan -r`).
 *
 * @throws SpinTrailError naming the line, when the text is empty, cut short, a raw trail, or of another export.
 */
export function importSpin(text: string, words: SpinWords): SpinTrail {
  if (text.trim() === '')
    throw new SpinTrailError(
      'the file is empty; print the trail with: spin -t -T model.pml > steps.txt (-t7 for the seventh of several)',
    );
  if (/^\s*-?\d+:-?\d+:-?\d+/.test(text)) {
    throw new SpinTrailError(
      'this is a raw trail, which only its model can read; print it with: spin -t -T model.pml > steps.txt (-t7 for the seventh of several)',
    );
  }
  const steps: StepKey[] = [];
  let loop: number | undefined;
  let found: string | undefined;
  const checkMark = (mark: string, line: number): void => {
    if (mark === words.mark) return;
    throw new SpinTrailError(
      `line ${line}: the trail is of another model (${mark}, and this run is ${words.mark}); export the run again`,
    );
  };
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1;
    if (line.includes('<<<<<START OF CYCLE>>>>>')) loop = steps.length;
    const finding = foundLine.exec(line);
    if (finding) {
      checkMark(finding[2]!, number);
      const name = finding[1]!;
      found = words.found.get(name);
      if (found === undefined)
        throw new SpinTrailError(`line ${number}: this export has no "${name}"${hint(name, words.found.keys())}`);
    }
    const step = stepLine.exec(line);
    if (!step) {
      if (/^\s*step\b/.test(line))
        throw new SpinTrailError(`line ${number}: cut short: ${JSON.stringify(line.trim())}`);
      continue;
    }
    checkMark(step[4]!, number);
    const known = words.steps[Number(step[1]) - 1];
    if (known === undefined || known.text !== step[2] || Number(step[3]) !== words.steps.length) {
      throw new SpinTrailError(`line ${number}: the trail is of another export of this model; export the run again`);
    }
    steps.push(known.key);
  }
  if (!/trail ends after \d+ steps|assertion violated/.test(text)) {
    throw new SpinTrailError('the text is cut short, or no trail: SPIN ends one with "trail ends after N steps"');
  }
  if (steps.length === 0 && found === undefined)
    throw new SpinTrailError('there is no step in it: it is no trail of this export');
  return { steps, ...(loop !== undefined && loop < steps.length && { loop }), ...(found !== undefined && { found }) };
}
