import { hint, type StepKey } from '../model/index.ts';
import { jsonFault } from './json-fault.ts';

/** What an exported module calls its steps: enough to read a counterexample of it. */
export type TlcWords = {
  /** The name of the module: it ends with the first digits of the model's name. */
  readonly module: string;
  /** Every step by the name of its action. */
  readonly steps: ReadonlyMap<string, StepKey>;
};

/** A counterexample of TLC as steps of the system. */
export type TlcTrail = {
  readonly steps: readonly StepKey[];
  /** Index of the first step of the part that repeats. */
  readonly loop?: number;
};

/** A text that is no counterexample of this export: the place, and what should stand there. */
export class TlcTraceError extends Error {
  override readonly name = 'TlcTraceError';
}

/** One edge: the number of the state before it, the action's name and module, the number of the state after it. */
type Edge = { readonly from: number; readonly name: string; readonly module: string; readonly to: number };

/**
 * Reads a counterexample that TLC wrote with `-dumpTrace json`.
 *
 * Stuttering at the end is a run that ends there; an edge back to an earlier state closes a loop.
 *
 * @throws TlcTraceError naming the place, when the text is no such file, is cut short, or is of another module.
 */
export function importTlc(text: string, words: TlcWords): TlcTrail {
  const edges = edgesOf(text).sort((a, b) => a.from - b.from);
  const steps: StepKey[] = [];
  for (const [index, { from, name, module, to }] of edges.entries()) {
    const place = `action ${index + 1}`;
    checkModule(module, words.module, place);
    if (from !== index + 1)
      throw new TlcTraceError(`${place} leaves state ${from}, and should leave state ${index + 1}`);
    const last = index === edges.length - 1;
    const step = words.steps.get(name);
    if (last && to === from && step === undefined) return { steps };
    if (step === undefined) {
      throw new TlcTraceError(`${place}: the module has no action "${name}"${hint(name, words.steps.keys())}`);
    }
    if (to > from + 1 || (to <= from && !last)) {
      throw new TlcTraceError(`${place} leads from state ${from} to state ${to}, and should lead to state ${from + 1}`);
    }
    steps.push(step);
    if (to <= from) return { steps, loop: to - 1 };
  }
  return { steps };
}

function checkModule(module: string, wanted: string, place: string): void {
  if (module === wanted) return;
  const mark = (name: string): string | undefined => /_model_([0-9a-f]{12})$/.exec(name)?.[1];
  const [found, known] = [mark(module), mark(wanted)];
  if (found === undefined)
    throw new TlcTraceError(`${place} is of the module "${module}", which is no export of a run`);
  throw new TlcTraceError(
    found === known
      ? `${place} is of the module "${module}", and this run is "${wanted}"`
      : `the trace is of another model (${found}, and this run is ${known}); export the run again`,
  );
}

function edgesOf(text: string): Edge[] {
  const fault = jsonFault(text);
  if (fault !== undefined) {
    const line = text.slice(0, fault).split('\n').length;
    throw new TlcTraceError(`not JSON, or cut short: line ${line}; let TLC write it anew: -dumpTrace json trace.json`);
  }
  const { counterexample } = Object(JSON.parse(text)) as { counterexample?: { action?: unknown } };
  const actions = Object(counterexample).action as unknown;
  if (!Array.isArray(actions)) {
    throw new TlcTraceError('there is no "counterexample" with a list "action"; TLC writes one with -dumpTrace json');
  }
  return actions.map((action, index) => edgeOf(action, `action ${index + 1}`));
}

function edgeOf(action: unknown, place: string): Edge {
  const [before, by, after] = Array.isArray(action) ? (action as unknown[]) : [];
  const [from, to] = [before, after].map((state) => (Array.isArray(state) ? (state[0] as unknown) : undefined));
  const { name, location } = Object(by) as { name?: unknown; location?: unknown };
  const { module } = Object(location) as { module?: unknown };
  if (!Number.isInteger(from) || !Number.isInteger(to) || typeof name !== 'string' || typeof module !== 'string') {
    throw new TlcTraceError(`${place} should be [[number, state], {name, location}, [number, state]]`);
  }
  return { from: from as number, name, module, to: to as number };
}
