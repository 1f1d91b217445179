/** A breach as its reader sees it: what, how it comes about, how to see it again. */
import type { System } from '../../src/model/index.ts';
import { enact, ladder, listing, tell } from '../../src/trace/index.ts';
import type { Breach } from './breach.ts';

/** Where a breach was found. */
export type Finding = {
  readonly test: string;
  readonly file: string;
  readonly configuration: string;
  readonly runs: number;
  readonly shrinks: number;
  readonly seed: number;
  readonly path: string;
};

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The text of a failure. */
export function breachText(system: System, breach: Breach, finding: Finding): string {
  const { test, file, configuration, runs, shrinks, seed, path } = finding;
  return [
    `${test}: not so, after ${times(runs, 'run')} and ${times(shrinks, 'shrink')}.`,
    `  ${breach.what}`,
    `  ${breach.search}`,
    '',
    `configuration: ${configuration}`,
    '',
    ...drawing(system, breach),
    '',
    `seed ${seed}, path "${path}"; to see it again:`,
    `  FC_SEED=${seed} FC_PATH=${path} npx vitest run ${file} -t "${test}"`,
  ].join('\n');
}

function drawing(system: System, { steps, shortest, shortcut }: Breach): readonly string[] {
  const path = shortest ?? shortcut ?? { steps };
  const { views, ...enacted } = enact(system, path.steps, path.loop);
  const story = tell(system, enacted, views);
  const count = times(path.steps.length, 'step');
  return [
    shortest
      ? `The shortest trace that shows it, ${count}:`
      : shortcut
        ? `The shortest way to the same place in the graph, ${count} instead of ${steps.length}:`
        : `The trace that shows it, ${count}:`,
    ...(ladder(story, { breaks: true }) ?? listing(story, { columns: 120 })),
  ];
}
