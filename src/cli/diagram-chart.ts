import { explore } from '../check/index.ts';
import {
  chartDescription,
  type ChartDescription,
  chartDot,
  chartMermaid,
  chartPlantuml,
  chartScxml,
  chartSmcat,
  chartSvg,
  type ChartSvgOptions,
  type Coverage,
  type SpokenSends,
  spokenSends,
  statesOf,
  withSpokenSends,
} from '../export/index.ts';
import type { Run } from '../model/index.ts';

import type { DiagramAsked } from './diagram-options.ts';
import type { DiagramSubject } from './diagram-subject.ts';
import { litByTrace } from './diagram-standing.ts';
import { Failure, unknown } from './failure.ts';
import { supervised } from './limits.ts';
import { count, textsOf } from './parse.ts';
import { png } from './png.ts';
import { ProgressLine } from './progress.ts';
import type { Session } from './session.ts';

type ChartSubject = Extract<DiagramSubject, { kind: 'chart' }>;

/** A search for messages ends here unless told otherwise. */
export const defaultStates = 200_000;

/**
 * A chart in the format asked for.
 *
 * @throws Failure (150) for a state or party that there is not, (22) for a trace that does not fit.
 */
export async function chartContent(
  { chart, runs }: ChartSubject,
  asked: DiagramAsked,
  session: Session,
): Promise<string | Uint8Array> {
  const { format, given, theme } = asked;
  const bare = chartDescription(chart);
  const lit = await litStates(bare, asked, session);
  const coverage = given['coverage'] ? await coverageOf(bare.id, runs, asked, session) : undefined;
  const sends = given['sends'] ? sendsOf(bare, runs, asked, session) : new Map();
  const described = withSpokenSends(bare, sends);
  const options: ChartSvgOptions = {
    theme,
    lit,
    sends,
    ...(coverage && { coverage }),
    onFallback: (why) => session.note(`${bare.id}: ${why}; drawn by state-machine-cat instead, without colours`),
  };
  switch (format) {
    case 'svg':
      return chartSvg(chart, options);
    case 'png':
      return png(await chartSvg(chart, options));
    case 'mermaid':
      return chartMermaid(described);
    case 'plantuml':
      return chartPlantuml(described);
    case 'dot':
      return chartDot(described);
    case 'scxml':
      return chartScxml(bare);
    case 'smcat':
      return chartSmcat(described);
    case 'json':
      return `${JSON.stringify(described, undefined, 2)}\n`;
  }
}

async function litStates(
  chart: ChartDescription,
  { given }: DiagramAsked,
  session: Session,
): Promise<readonly string[]> {
  const known = statesOf(chart.root).map(({ path }) => path);
  const named = textsOf(given, 'state').map((text) => text.slice(text.indexOf('=') + 1));
  for (const path of named) {
    if (!known.includes(path)) throw unknown(`state of ${chart.id}`, path, known.filter(Boolean));
  }
  return given['trace'] === undefined ? named : litByTrace(chart.id, given, session);
}

/** In how many runs that have the chart each transition is taken. @throws Failure when one cannot be searched. */
async function coverageOf(
  id: string,
  runs: readonly Run[],
  { given }: DiagramAsked,
  session: Session,
): Promise<Coverage> {
  const line = new ProgressLine(session, runs.length);
  const taken: Record<string, number> = {};
  await supervised(given, session, (searches) =>
    Promise.all(
      runs.map(async (run) => {
        const job = { kind: 'run', name: run.name, claims: [], limits: {} } as const;
        const answer = await searches.search(job, (progress) => line.moved(run.name, progress));
        if (answer.kind === 'fault') throw new Failure(`${run.name}: ${answer.fault}`, answer.code);
        if (answer.kind === 'not started' || answer.report.stopped !== undefined) {
          throw new Failure(
            'stopped before every run was searched; nothing is drawn',
            searches.halted() === 'interrupted' ? 130 : 30,
          );
        }
        line.finished(run.name, answer.report.states);
        for (const name of answer.report.coverage[id]?.taken ?? []) taken[name] = (taken[name] ?? 0) + 1;
      }),
    ),
  );
  return { of: runs.length, taken };
}

/** What the chart's sends say, from as many of the smallest runs as the limit of states allows. */
function sendsOf(
  chart: ChartDescription,
  runs: readonly Run[],
  { given }: DiagramAsked,
  session: Session,
): SpokenSends {
  let left = count(given, 'max-states') ?? defaultStates;
  const compositions = [];
  for (const run of [...runs].sort((a, b) => length(a) - length(b))) {
    if (left <= 0) break;
    session.status(`searching ${run.name}`);
    const { composition, states } = explore(run.system(), { maxStates: left });
    compositions.push(composition);
    left -= states;
  }
  session.status('');
  return spokenSends(chart, compositions);
}

const length = ({ expected }: Run): number => expected?.states ?? Number.MAX_SAFE_INTEGER;
