import type { Message } from '../model/index.ts';
import { type KnownReaction, Reactions } from '../tabulate/index.ts';
import type { Place } from './chart-config.ts';
import type { ChartMutant } from './chart-mutants.ts';
import type { Asked, KnownChart } from './known-charts.ts';

/**
 * The runs, by their places, in which a mutant of a chart answers something otherwise than the chart: in all others the
 * two have the same graph, state by state and step by step.
 */
export function affectedRuns(known: KnownChart, { made, place, atStart }: ChartMutant['chart']): ReadonlySet<number> {
  const affected = new Set<number>();
  const [first] = known.starts.values();
  const mutated = new Reactions(made(), first!.input);
  const note = (runs: ReadonlySet<number>): void => runs.forEach((run) => affected.add(run));
  if (atStart) {
    for (const start of known.starts.values()) {
      start.answer ??= new Reactions(known.chart, start.input).initial().text;
      if (told(() => new Reactions(made(), start.input).initial()) !== start.answer) note(start.runs);
    }
  }
  for (const asked of known.asked.values()) {
    if ([...asked.runs].every((run) => affected.has(run))) continue;
    asked.answer ??= known.reactions.of(asked.local, asked.event);
    if (!mayMatter(place, asked, asked.answer)) continue;
    if (told(() => mutated.of(asked.local, asked.event)) !== asked.answer.text) note(asked.runs);
  }
  return affected;
}

/** The text of an answer; that of an error where the chart throws. */
function told(ask: () => KnownReaction): string {
  try {
    return ask().text;
  } catch (error) {
    return String(error);
  }
}

/**
 * Whether an edit at a place can change an answer. One macrostep of several microsteps may pass anywhere; one of a single
 * microstep takes a transition of a state that is active before it, or enters a state, and looks at what is `always`
 * possible after it.
 */
function mayMatter({ path, event }: Place, { local, event: message }: Asked, answer: KnownReaction): boolean {
  if (answer.microsteps > 1) return true;
  if (event === 'always' || event === 'entry' || event === 'initial') return isIn(answer.next, path);
  if (event === 'exit') return isIn(local.value, path);
  return isIn(local.value, path) && stands(event, message);
}

/** Whether an event as a chart writes it, `*` and `NAME.*` included, stands for a message. */
const stands = (written: string, { type }: Message): boolean =>
  written === '*' || written === type || (written.endsWith('.*') && `${type}.`.startsWith(written.slice(0, -1)));

function isIn(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (typeof value === 'string') return value === name && rest.length === 0;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  return isIn((value as Record<string, unknown>)[name], rest);
}
