import type { Standing } from '../export/index.ts';
import type { View } from '../model/index.ts';
import { messageText } from '../trace/message-text.ts';
import { leaves } from '../trace/state-text.ts';

import type { Given } from './command.ts';
import { Failure, unknown } from './failure.ts';
import { openTrace, type OpenedTrace } from './open-trace.ts';
import { textOf } from './parse.ts';
import type { Session } from './session.ts';

type Stand = { readonly opened: OpenedTrace; readonly view: View; readonly step: number };

/** The trace and the state to which `--trace` and `--step` lead. */
async function stood(given: Given, session: Session): Promise<Stand> {
  const file = textOf(given, 'trace')!;
  const opened = await openTrace(file, given['anyway'] === true, session);
  const { views } = opened.path;
  const text = textOf(given, 'step') ?? String(views.length - 1);
  if (!/^\d+$/.test(text) || Number(text) >= views.length) {
    throw new Failure(
      `--step needs a whole number from 0 to ${views.length - 1}, the steps of ${file}, and was given "${text}"`,
    );
  }
  return { opened, view: views[Number(text)]!, step: Number(text) };
}

/**
 * The states of a chart in which a party stands after a step of a trace.
 *
 * @throws Failure (150) naming the parties, when none or several of the trace's system have the chart.
 */
export async function litByTrace(chart: string, given: Given, session: Session): Promise<readonly string[]> {
  const { opened, view, step } = await stood(given, session);
  const having = Object.entries(opened.system.parties).flatMap(([name, party]) =>
    party.chart.id === chart ? [name] : [],
  );
  const asked = textOf(given, 'party');
  if (asked !== undefined && !having.includes(asked)) throw unknown(`party with the chart ${chart}`, asked, having);
  if (having.length === 0) throw new Failure(`no party of ${opened.trace.run} has the chart ${chart}`);
  const moved = opened.path.steps[step - 1]?.party;
  const party = asked ?? (having.length === 1 ? having[0] : having.find((name) => name === moved));
  if (party === undefined) {
    throw new Failure(
      `${having.length} parties have the chart ${chart}: add --party ${having[0]} (or ${having.slice(1).join(', ')})`,
    );
  }
  return leaves(view.party[party]!.value);
}

/** Where every party of a run's system stands, and what waits in its channels, after a step of a trace. */
export async function standingByTrace(run: string, given: Given, session: Session): Promise<Standing> {
  const { opened, view } = await stood(given, session);
  if (opened.trace.run !== run) {
    throw new Failure(
      `${textOf(given, 'trace')} is a trace of ${opened.trace.run}: matching-rfc diagram ${opened.trace.run}`,
    );
  }
  const { parties, channels, ...drawn } = opened.system;
  const party = Object.keys(parties).map((name) => [name, leaves(view.party[name]!.value).join(' ')]);
  const fifos = Object.entries(channels).filter(([, { kind }]) => kind === 'fifo');
  const channel = fifos.map(([name]) => [name, view.channel[name]!.map((message) => messageText(drawn, message))]);
  return { party: Object.fromEntries(party), channel: Object.fromEntries(channel) };
}
