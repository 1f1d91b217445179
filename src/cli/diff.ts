import type { Run } from '../model/index.ts';
import { type Comparison, type Difference, type Observed, compare } from '../relate/index.ts';

import { chooseRuns } from './choose-runs.ts';
import type { Command, Given } from './command.ts';
import { type DiffView, diffView } from './diff-view.ts';
import { differenceLadder, differenceText } from './difference-text.ts';
import { Failure, shortened, unknown } from './failure.ts';
import { observed, relateOptions, turn, unfinished } from './observed.ts';
import { textOf, textsOf } from './parse.ts';
import { grouped } from './progress.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

const formats = ['text', 'ladder'] as const;

/** Two runs, what is seen of them, and how they compare. */
type Diffed = {
  readonly runs: readonly [Run, Run];
  readonly seen: readonly [Observed, Observed];
  readonly view: DiffView;
  readonly comparison: Comparison;
};

/** The verb `diff`: the shortest behaviour that one run has and another has not. */
export const diff: Command = {
  name: 'diff',
  operands: '<run> <run>',
  summary: 'the shortest behaviour that one run has and the other has not, or that there is none',
  options: {
    view: {
      type: 'string',
      multiple: true,
      value: 'name',
      summary: 'what is seen: messages (default), all, or a party; may be repeated for several parties',
    },
    format: { type: 'string', short: 'f', value: 'name', summary: `${formats.join(', ')} (default: text)` },
    ...relateOptions,
  },
  examples: [
    'diff orders/V478/R/conc/late orders/V438/R/conc/late',
    'diff orders/V478/R/conc/late orders/V478/Q/conc/late --view all',
    'diff orders/V478/R/conc/late orders/V478/R/conc/early --view user -f ladder',
  ],
  run: async (given, operands, session) => {
    const ladders = asksForLadders(given);
    const runs = await twoRuns(operands, session);
    const [first, second] = [runs[0].system(), runs[1].system()];
    const view = diffView(textsOf(given, 'view'), first, second);
    const seen = [
      await observed(first, view.visible[0], given),
      await observed(second, view.visible[1], given),
    ] as const;
    const partial = unfinished([
      [runs[0].name, seen[0]],
      [runs[1].name, seen[1]],
    ]);
    if (partial.length > 0) {
      if (given['json']) session.say(JSON.stringify({ exitCode: 30, complete: false, why: partial }, undefined, 2));
      else for (const line of partial) session.say(line);
      return 30;
    }
    await turn();
    const diffed: Diffed = { runs, seen, view, comparison: compare(...seen) };
    if (given['json']) session.say(JSON.stringify(diffJson(diffed, session), undefined, 2));
    else tellDiff(diffed, session, given['quiet'] === true, ladders);
    return 0;
  },
};

function asksForLadders(given: Given): boolean {
  const format = textOf(given, 'format') ?? 'text';
  if (!formats.some((known) => known === format)) throw unknown('format', format, formats);
  if (given['json'] && textOf(given, 'format') !== undefined) {
    throw new Failure(`--json and -f ${format} contradict each other: leave one out`);
  }
  return format === 'ladder';
}

async function twoRuns(operands: readonly string[], session: Session): Promise<readonly [Run, Run]> {
  const [first, second, ...more] = operands;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new Failure('diff needs two runs: matching-rfc diff orders/V478/R/conc/late orders/V438/R/conc/late');
  }
  const all = await session.runs();
  const one = (name: string): Run => {
    const meant = chooseRuns(all, [name]);
    if (meant.length === 1) return meant[0]!;
    throw new Failure(
      `"${name}" means ${meant.length} runs, and diff compares one with one: ${shortened(meant.map((run) => run.name))}`,
    );
  };
  return [one(first), one(second)];
}

const relations = {
  strong: 'strongly bisimilar: step by step, each can do what the other can',
  'branching with divergence':
    'branching bisimilar, divergences included: but for hidden steps, each can do what the other can at every point',
  branching:
    'branching bisimilar, but for going on for ever unseen: otherwise each can do what the other can at every point',
  traces: 'the same traces and ends, but not bisimilar: they choose at different points',
} as const;

function verdictOf({ relation, onlyFirst, onlySecond }: Comparison, [first, second]: readonly [Run, Run]): string {
  if (relation !== undefined) return `the two are the same under this view: ${relations[relation]}`;
  if (onlyFirst && onlySecond) return 'the two differ: each can be seen to do what the other cannot';
  const [more, less] = onlyFirst ? [first, second] : [second, first];
  return `the two differ: ${more.name} can be seen to do what ${less.name} cannot, and not the other way round`;
}

function tellDiff({ runs, seen, view, comparison }: Diffed, session: Session, quiet: boolean, ladders: boolean): void {
  const { say, paint, glyphs, columns } = session;
  const [first, second] = runs;
  const put = (text: string, indent = 2): void => {
    for (const line of wrap(glyphs.text(text), columns, indent)) say(line);
  };
  const show = (difference: Difference | undefined, own: 0 | 1): void => {
    if (difference === undefined) return;
    const other = runs[1 - own]!.name;
    say('');
    put(`${paint('bold', runs[own].name)} can do this, and ${other} cannot; nothing shorter tells it from ${other}:`);
    say(differenceText(difference, other, session));
    if (ladders) say(`\n${differenceLadder(seen[own].system, difference, session)}`);
  };
  if (!quiet) {
    runs.forEach((run, at) => {
      put(`${paint('bold', run.name)}  ${run.summary}`);
      put(
        `  ${grouped(seen[at as 0 | 1].states)} states, ${grouped(seen[at as 0 | 1].steps)} steps, complete within: ${run.bounds}`,
        4,
      );
    });
    put(
      `view: ${view.says}${view.hidden.length > 0 ? `; hidden, as only one of the two has them: ${view.hidden.join(', ')}` : ''}`,
    );
    show(comparison.onlyFirst, 0);
    show(comparison.onlySecond, 1);
    if (comparison.choice !== undefined) {
      put('');
      put(`of ${first.name}, and not of ${second.name}, it is true that it ${shortly(comparison.choice)}`);
    }
    comparison.goesOnUnseen.forEach((goes, at) => goes && put(`${runs[at]!.name} can go on for ever unseen`));
    say('');
  }
  put(
    `${comparison.relation === undefined ? glyphs.bad : glyphs.good} ${verdictOf(comparison, runs)} ${glyphs.between} complete within the bounds named ${glyphs.between} exit 0`,
  );
  say(`reproduce: ${session.commandLine}`);
}

/** A formula can be as large as the systems: a screenful of it. */
const shortly = (text: string): string =>
  text.length <= 900 ? text : `${text.slice(0, 900)} ... (${text.length} signs; --json has it whole)`;

function diffJson({ runs, seen, view, comparison }: Diffed, { commandLine }: Session): unknown {
  const difference = (found: Difference | undefined): unknown =>
    found === undefined ? null : { trace: found.trace, instead: found.instead, steps: found.path.steps };
  return {
    exitCode: 0,
    verdict: verdictOf(comparison, runs),
    complete: true,
    relation: comparison.relation ?? null,
    view: view.says,
    hidden: view.hidden,
    runs: runs.map(({ name, summary, bounds }, at) => {
      const { states, steps } = seen[at as 0 | 1];
      return { name, summary, bounds, states, steps, goesOnUnseen: comparison.goesOnUnseen[at as 0 | 1] };
    }),
    onlyFirst: difference(comparison.onlyFirst),
    onlySecond: difference(comparison.onlySecond),
    choice: comparison.choice ?? null,
    reproduce: commandLine,
  };
}
