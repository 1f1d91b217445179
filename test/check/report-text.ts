/** A report as lines that a reader can compare: all that it says, but for what depends on the clock. */
import { whyDead } from '../../src/check/index.ts';
import { canonical, type Path, type Report, type Step } from '../../src/model/index.ts';

const stepText = ({ kind, party, channel, message }: Pick<Step, 'kind' | 'party' | 'channel' | 'message'>): string =>
  `${kind === 'own' ? '' : `${kind} `}${party}${channel === undefined ? '' : `<${channel}`} ${message.type}${message['v'] === undefined ? '' : canonical(message['v'])}`;

const pathText = ({ steps, loop }: Path): string =>
  steps.map((step, at) => (at === loop ? '( ' : '') + stepText(step)).join(', ') +
  (loop === undefined ? '' : loop === steps.length ? ' (stays)' : ' )*');

function* verdictLines({ verdicts, outcomes }: Report): Generator<string> {
  for (const { claim, verdict, path, detail, explanation } of verdicts) {
    yield `${claim}: ${verdict}${detail === undefined ? '' : `, ${detail}`}`;
    if (path !== undefined) yield `  by ${pathText(path)}`;
    if (explanation === undefined) continue;
    const { matters, doomed, passes } = explanation;
    yield `  matter ${matters.join(' ') || 'none'}; doomed ${doomed ?? 'never'}`;
    if (passes === undefined) continue;
    const { shares, step, steps, ends, fine } = passes;
    const turn = step === undefined ? 'stays' : stepText(step);
    yield `  passes after ${shares}: ${turn}, ${steps} steps, ${ends}${fine ? '' : ' (not fine)'}`;
  }
  for (const { name, fine, path } of outcomes) yield `ends ${name}${fine ? '' : ' (not fine)'}: ${pathText(path)}`;
}

function* doubtLines({ vacuous, interesting, assumptions, untaken, arrivals }: Report): Generator<string> {
  for (const { claim, kind, detail, part } of vacuous ?? []) {
    yield `vacuous ${claim}: ${[kind, detail, part && part.formula.slice(part.from, part.to)].filter(Boolean).join(', ')}`;
  }
  for (const { claim, part, by, path } of interesting ?? []) {
    yield `interesting ${claim}: ${part.formula.slice(part.from, part.to)} by ${by}: ${pathText(path)}`;
  }
  for (const each of assumptions ?? []) yield `assumed ${canonical(each)}`;
  for (const [chart, transitions] of Object.entries(untaken ?? {})) {
    const dead = new Map(Object.entries(transitions));
    for (const id of dead.keys()) yield `dead in ${chart}: ${id}: ${whyDead(id, dead)}`;
  }
  for (const [chart, states] of Object.entries(arrivals ?? {})) {
    for (const [state, events] of Object.entries(states)) {
      const fates = Object.entries(events).map(([event, found]) => `${event} ${found.join('/')}`);
      yield `comes to ${chart} ${state}: ${fates.join(', ')}`;
    }
  }
}

/** All of a report. */
export function reportText(report: Report): readonly string[] {
  const { system, complete, stopped, states, steps, depth, coverage, reduced } = report;
  return [
    `== ${system}: ${states} states, ${steps} steps, depth ${depth}, ${complete ? 'complete' : `not complete (${stopped})`}`,
    ...(reduced === undefined ? [] : [`reduced: ${canonical(reduced)}`]),
    ...verdictLines(report),
    ...Object.entries(coverage).map(
      ([chart, { taken, all }]) => `taken of ${chart}: ${taken.length} of ${all.length}: ${taken.join('; ')}`,
    ),
    ...doubtLines(report),
  ];
}
