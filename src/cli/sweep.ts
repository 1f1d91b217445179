import type { CellValues, Report } from '../model/index.ts';

import { type Command, limitOptions } from './command.ts';
import { type ExitCode, exitCodes, mostSevere } from './exit-codes.ts';
import { limitsOf, supervised } from './limits.ts';
import { textsOf } from './parse.ts';
import { counted, grouped, ProgressLine } from './progress.ts';
import type { Answer, Searches } from './searches.ts';
import type { Session } from './session.ts';
import { cells, type Varied, varied } from './sweep-cells.ts';
import { type SweptCell, sweepText } from './sweep-text.ts';

/** The verb `sweep`: one search for each combination of the values asked for. */
export const sweep: Command = {
  name: 'sweep',
  operands: '--axis name=v1,v2 ...',
  summary: 'search every combination of some choices, and say how each can end',
  options: {
    axis: {
      type: 'string',
      multiple: true,
      short: 'a',
      value: 'name=v1,v2',
      summary: 'vary an axis (a name alone: all its values)',
    },
    timeouts: { type: 'boolean', summary: 'let parties give up waiting' },
    axes: { type: 'boolean', summary: 'list the axes with their values and baselines, and search nothing' },
    ...limitOptions,
  },
  examples: [
    'sweep --axes',
    'sweep --axis variant=V438,V478 --axis ncp=Q,R --axis order=conc,PW,AW',
    'sweep -a ncp --json',
  ],
  run: async (given, operands, session) => {
    const { axes } = await session.sweep();
    const chosen = varied(axes, [...textsOf(given, 'axis'), ...operands]);
    if (given['axes']) {
      session.say(given['json'] ? JSON.stringify({ axes }, undefined, 2) : axesText(axes));
      return 0;
    }
    if (!given['timeouts']) noteTimed(chosen, session);
    const wanted = cells(axes, chosen);
    const line = new ProgressLine(session, wanted.length);
    const searchCell = async (searches: Searches, values: CellValues): Promise<Answer> => {
      const name = chosen.map(({ axis }) => values[axis.name]).join(' ');
      const job = { kind: 'cell', values, timeouts: given['timeouts'] === true, limits: limitsOf(given) } as const;
      const answer = await searches.search(job, (progress) => line.moved(name, progress));
      line.finished(name, answer.kind === 'report' ? answer.report.states : 0);
      return answer;
    };
    const [answers, halted] = await supervised(given, session, async (searches) => [
      await Promise.all(wanted.map((values) => searchCell(searches, values))),
      searches.halted(),
    ]);
    const swept = wanted.flatMap((values, index) => sweptCell(values, answers[index]!));
    wanted.forEach((values, index) => warn(values, answers[index]!, session));
    const code = mostSevere([...answers.map(codeOf), ...(halted === 'interrupted' ? [130 as const] : [])]);
    if (given['json']) {
      session.say(JSON.stringify({ cells: swept.map(cellJson) }, undefined, 2));
      return code;
    }
    if (!given['quiet']) session.say(`${sweepText(swept, chosen, session)}\n`);
    session.say(session.paint(code === 0 ? 'good' : 'bad', verdict(swept, wanted.length, code)));
    session.say(`reproduce: ${session.commandLine}`);
    return code;
  },
};

/** Values that only a time-out sets apart from others go to standard error, where there are no time-outs. */
function noteTimed(chosen: readonly Varied[], { note }: Session): void {
  for (const { axis, values } of chosen) {
    for (const value of values) {
      const same = axis.untimed?.[value];
      if (same !== undefined) note(`${axis.name}=${value} without --timeouts is ${axis.name}=${same}`);
    }
  }
}

function sweptCell(values: CellValues, answer: Answer): readonly SweptCell[] {
  if (answer.kind !== 'report') return [];
  const { states, complete } = answer.report;
  return [{ values, outcomes: endings(answer.report), states, complete }];
}

/**
 * The names of all kinds of end, sorted. An end that nobody named is a deadlock in a sweep, whether the system rests in
 * it or goes round for ever: somebody waits and is told nothing.
 */
function endings({ outcomes, verdicts }: Report): readonly string[] {
  const unnamed = verdicts
    .filter(
      ({ claim, kind, verdict }) =>
        kind === 'protocol error' && verdict === 'violated' && /^(dead|live)lock$/.test(claim),
    )
    .map(({ claim }) => claim);
  const all = [...outcomes.map(({ name }) => name), ...unnamed];
  return [...new Set(all.map((name) => (name === 'livelock' ? 'deadlock' : name)))].sort();
}

/** A cell as JSON has it: every axis, whole numbers as numbers, then what was found. */
function cellJson({ values, outcomes, states, complete }: SweptCell): unknown {
  const plain = Object.entries(values).map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]);
  return { ...Object.fromEntries(plain), outcomes, states, complete };
}

/** What makes a cell's outcomes less than the whole truth goes to standard error, one line each. */
function warn(values: CellValues, answer: Answer, { note }: Session): void {
  const where = Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
  if (answer.kind === 'fault') note(`${where}: ${answer.fault}`);
  if (answer.kind !== 'report') return;
  for (const { claim, verdict, detail } of errors(answer.report))
    note(`${where}: ${claim} ${verdict}: ${detail ?? ''}`);
}

const errors = ({ verdicts }: Report): Report['verdicts'] =>
  verdicts.filter(
    ({ claim, verdict }) => verdict === 'violated' && ['unspecified reception', 'bound hit'].includes(claim),
  );

function codeOf(answer: Answer): ExitCode {
  if (answer.kind === 'fault') return answer.code;
  if (answer.kind === 'not started') return 30;
  if (errors(answer.report).length > 0) return 12;
  return answer.report.complete ? 0 : 30;
}

function verdict(swept: readonly SweptCell[], wanted: number, code: ExitCode): string {
  const complete = swept.filter((cell) => cell.complete).length;
  const states = grouped(swept.reduce((sum, cell) => sum + cell.states, 0));
  const reach = complete === wanted ? 'all complete' : `${wanted - complete} bounded: not a proof`;
  return `${counted(wanted, 'cell')}, ${reach}, ${states} states, exit ${code}${code === 0 ? '' : `: ${exitCodes[code]}`}`;
}

const axesText = (axes: readonly { name: string; values: readonly string[]; baseline: string }[]): string =>
  axes
    .map(
      ({ name, values, baseline }) =>
        `${name.padEnd(12)} ${values.map((value) => (value === baseline ? `[${value}]` : value)).join(' ')}`,
    )
    .join('\n');
