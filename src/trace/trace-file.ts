import { canonical, type Explanation, type Message, type Path, type StepKey, type Verdict } from '../model/index.ts';

import { jsonFaultText } from './json-fault.ts';

/** What stands in a trace file: enough to take every step again, and what the trace is said to show. */
export type TraceFile = {
  readonly format: 'matching-rfc trace';
  readonly version: 1;
  /** The run of the manifest that the trace belongs to. */
  readonly run: string;
  /** The system's parties, charts, channels and inputs, as a SHA-256. */
  readonly model: string;
  /** A claim of the run, or a protocol error. */
  readonly claim: string;
  readonly kind: Verdict['kind'];
  readonly cites: readonly string[];
  readonly verdict: 'violated' | 'reached';
  readonly detail?: string;
  /** Why it comes to this; files of earlier versions of the program have none. */
  readonly explanation?: Explanation;
  readonly steps: readonly TraceStep[];
  /** Index of the first step of the part that repeats for ever. */
  readonly loop?: number;
};

/** A step and, for the reader, what it sends. Only the key is needed to replay it. */
export type TraceStep = StepKey & { readonly sends?: readonly { readonly to: string; readonly message: Message }[] };

const format = 'matching-rfc trace';
const version = 1;

/** A trace of a verdict's path, ready to be written. */
export function traceFile(run: string, model: string, verdict: Verdict & { readonly path: Path }): TraceFile {
  return {
    format,
    version,
    run,
    model,
    claim: verdict.claim,
    kind: verdict.kind,
    cites: verdict.cites,
    verdict: verdict.verdict === 'reached' ? 'reached' : 'violated',
    ...(verdict.detail !== undefined && { detail: verdict.detail }),
    ...(verdict.explanation && { explanation: verdict.explanation }),
    steps: verdict.path.steps.map(({ kind, party, channel, message, sends }) => ({
      kind,
      party,
      ...(channel !== undefined && { channel }),
      message,
      ...(sends.length > 0 && { sends: sends.map(({ to, message }) => ({ to, message })) }),
    })),
    ...(verdict.path.loop !== undefined && { loop: verdict.path.loop }),
  };
}

/** The text of a trace file: one step to a line, so that two traces can be compared by eye and by diff. */
export function writeTrace(trace: TraceFile): string {
  const { steps, loop, ...head } = trace;
  const heading = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  const lines = steps.map((step) => `    ${JSON.stringify(step)}`).join(',\n');
  const end = loop === undefined ? '' : `,\n  "loop": ${loop}`;
  return `{\n${heading.join('\n')}\n  "steps": [\n${lines}\n  ]${end}\n}\n`;
}

/** A text that is no trace file: the place and what should stand there. */
export class TraceFormatError extends Error {
  override readonly name = 'TraceFormatError';
}

/**
 * Reads the text of a trace file.
 *
 * @throws TraceFormatError naming the place in the text, when it is not JSON or not a trace of this version.
 */
export function readTrace(text: string): TraceFile {
  const trace = parse(text);
  if (!isRecord(trace)) throw new TraceFormatError('the file holds no object; a trace begins with {"format": ...');
  if (trace['format'] !== format) {
    throw new TraceFormatError(`"format" is ${canonical(trace['format'] ?? null)}, and should be "${format}"`);
  }
  if (trace['version'] !== version) {
    const found = canonical(trace['version'] ?? null);
    throw new TraceFormatError(
      `"version" is ${found}, and this program reads version ${version}; check again to write it anew`,
    );
  }
  for (const name of ['run', 'model', 'claim', 'kind'] as const) {
    if (typeof trace[name] !== 'string') throw new TraceFormatError(`"${name}" should be a text`);
  }
  if (trace['verdict'] !== 'violated' && trace['verdict'] !== 'reached') {
    throw new TraceFormatError('"verdict" should be "violated" or "reached"');
  }
  const steps = trace['steps'];
  if (!Array.isArray(steps)) throw new TraceFormatError('"steps" should be a list');
  steps.forEach((step, index) => checkStep(step, `steps[${index}]`));
  if (trace['explanation'] !== undefined) checkExplanation(trace['explanation'], steps.length);
  const loop = trace['loop'];
  if (loop !== undefined && !(Number.isInteger(loop) && (loop as number) >= 0 && (loop as number) < steps.length)) {
    throw new TraceFormatError(`"loop" should be the index of a step, 0 to ${steps.length - 1}`);
  }
  const cites = trace['cites'];
  if (!Array.isArray(cites) || cites.some((cite) => typeof cite !== 'string')) {
    throw new TraceFormatError('"cites" should be a list of texts');
  }
  return trace as unknown as TraceFile;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  const fault = jsonFaultText(text);
  if (fault !== undefined) throw new TraceFormatError(fault);
  return JSON.parse(text);
}

function checkExplanation(explanation: unknown, steps: number): void {
  if (!isRecord(explanation)) throw new TraceFormatError('"explanation" should be an object');
  const { matters, doomed, passes } = explanation;
  const isStep = (index: unknown, least: number): boolean =>
    Number.isInteger(index) && (index as number) >= least && (index as number) < steps;
  if (!Array.isArray(matters) || !matters.every((index) => isStep(index, 0))) {
    throw new TraceFormatError(`explanation.matters should be a list of indices of steps, 0 to ${steps - 1}`);
  }
  if (doomed !== undefined && !isStep(doomed, -1)) {
    throw new TraceFormatError(`explanation.doomed should be the index of a step, -1 to ${steps - 1}`);
  }
  if (passes === undefined) return;
  if (!isRecord(passes) || typeof passes['ends'] !== 'string' || typeof passes['steps'] !== 'number') {
    throw new TraceFormatError('explanation.passes should be an object with shares, steps, ends and fine');
  }
  if (passes['step'] !== undefined) checkStep(passes['step'], 'explanation.passes.step');
}

function checkStep(step: unknown, place: string): void {
  if (!isRecord(step)) throw new TraceFormatError(`${place} should be an object with kind, party and message`);
  if (!['own', 'deliver', 'lose', 'duplicate'].includes(step['kind'] as string)) {
    throw new TraceFormatError(`${place}.kind should be own, deliver, lose or duplicate`);
  }
  if (typeof step['party'] !== 'string') throw new TraceFormatError(`${place}.party should be the name of a party`);
  if (step['kind'] !== 'own' && typeof step['channel'] !== 'string') {
    throw new TraceFormatError(`${place}.channel should be the name of a channel`);
  }
  if (step['kind'] === 'own' && step['channel'] !== undefined) {
    throw new TraceFormatError(`${place}.channel should not be there: an own step takes nothing from a channel`);
  }
  const message = step['message'];
  if (!isRecord(message) || typeof message['type'] !== 'string') {
    throw new TraceFormatError(`${place}.message should be an object with a type`);
  }
}
