import { explore } from '../check/index.ts';
import {
  chartDescription,
  LayoutError,
  type Standing,
  statesOf,
  type SystemDescription,
  systemDescription,
  systemDot,
  systemMermaid,
  systemPlantuml,
  systemSvg,
  type SystemSvgOptions,
} from '../export/index.ts';
import type { System } from '../model/index.ts';

import { defaultStates } from './diagram-chart.ts';
import type { DiagramAsked } from './diagram-options.ts';
import { standingByTrace } from './diagram-standing.ts';
import type { DiagramSubject } from './diagram-subject.ts';
import { Failure, unknown } from './failure.ts';
import { count, textsOf } from './parse.ts';
import { png } from './png.ts';
import type { Session } from './session.ts';

type SystemSubject = Extract<DiagramSubject, { kind: 'system' }>;

/**
 * The system of a run in the format asked for, with the messages that a search of it sees.
 *
 * @throws Failure (150) for what systems have not got or what cannot be laid out, (75) when the system cannot be searched.
 */
export async function systemContent(
  { run, system }: SystemSubject,
  { format, given, theme }: DiagramAsked,
  session: Session,
): Promise<string | Uint8Array> {
  for (const option of ['coverage', 'sends']) {
    if (given[option]) throw new Failure(`--${option} is for charts, and ${run.name} is a run`);
  }
  const standing =
    given['trace'] === undefined ? namedStanding(system, given) : await standingByTrace(run.name, given, session);
  const drawn = (): Promise<string> =>
    picture(seen(system, given, session), { theme, ...(standing && { standing }) }, run.name);
  switch (format) {
    case 'scxml':
    case 'smcat':
      throw new Failure(`${format} describes one chart, and ${run.name} is a run; its charts are: ${chartsOf(system)}`);
    case 'svg':
      return drawn();
    case 'png':
      return png(await drawn());
    case 'mermaid':
      return systemMermaid(seen(system, given, session));
    case 'plantuml':
      return systemPlantuml(seen(system, given, session));
    case 'dot':
      return systemDot(seen(system, given, session));
    case 'json':
      return `${JSON.stringify(seen(system, given, session), undefined, 2)}\n`;
  }
}

/** @throws Failure (150) when it cannot be laid out. */
async function picture(system: SystemDescription, options: SystemSvgOptions, run: string): Promise<string> {
  try {
    return await systemSvg(system, options);
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    const [why] = error.message.split('\n');
    throw new Failure(`${run}: ${why}; let Graphviz draw it: matching-rfc diagram ${run} -f dot`);
  }
}

const chartsOf = ({ parties }: System): string =>
  [...new Set(Object.values(parties).map(({ chart }) => chart.id))].join(', ');

/** The system with what a search of it sees; says when the search did not come to its end. */
function seen(system: System, given: DiagramAsked['given'], session: Session): SystemDescription {
  const maxStates = count(given, 'max-states') ?? defaultStates;
  session.status(`searching ${system.name}`);
  const { composition, stopped, states } = explored(system, maxStates);
  session.status('');
  if (stopped !== undefined) {
    session.note(`searched ${states.toLocaleString('en')} states; messages of later ones are not drawn (--max-states)`);
  }
  return systemDescription(composition);
}

/** @throws Failure (75) for what the author of a chart can mend. */
function explored(system: System, maxStates: number): ReturnType<typeof explore> {
  try {
    return explore(system, { maxStates });
  } catch (error) {
    if ((error as Error).name === 'ModelError') throw new Failure((error as Error).message, 75);
    throw error;
  }
}

/** The states that `--state party=path` names. @throws Failure (150) for a party or state that there is not. */
function namedStanding({ parties }: System, given: DiagramAsked['given']): Standing | undefined {
  const named = textsOf(given, 'state');
  if (named.length === 0) return undefined;
  const party: Record<string, string> = {};
  for (const text of named) {
    const at = text.indexOf('=');
    if (at < 1) throw new Failure(`--state ${text}: of a system, say whose state it is: --state party=${text}`);
    const [name, path] = [text.slice(0, at), text.slice(at + 1)];
    if (!Object.hasOwn(parties, name)) throw unknown('party', name, Object.keys(parties));
    const { chart } = parties[name]!;
    const known = statesOf(chartDescription(chart).root).map((state) => state.path);
    if (!known.includes(path)) throw unknown(`state of ${chart.id}`, path, known.filter(Boolean));
    party[name] = party[name] === undefined ? path : `${party[name]} ${path}`;
  }
  return { party, channel: {} };
}
