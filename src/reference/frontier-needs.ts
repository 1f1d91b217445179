import { type Departures, type Edge, type Frontier, isBad, isGood, pointAt } from '../frontier/index.ts';
import type { AssumptionAxis, Home, Landscape } from '../model/index.ts';

import { codeOf } from './frontier-source.ts';
import { counted, wrapped } from './markdown.ts';

/** How many ways to mend something a line of a page shows. */
const most = 6;

/** The departures that break a claim alone, and those that do so together only. */
export const brokenAlone = ({ breaks }: Frontier): readonly Edge[] => breaks.filter(({ at }) => at.length === 1);
export const brokenTogether = ({ breaks }: Frontier): readonly Edge[] => breaks.filter(({ at }) => at.length > 1);

/** Whether departures are taken together around a home. */
export const takesPairs = ({ paired }: Home, width: number): boolean => width > 1 && (paired?.length ?? 0) > 1;

/** An axis along which something breaks a claim alone: the values that it bears, the home's own first; what breaks it. */
export type Need = {
  readonly axis: AssumptionAxis;
  readonly bears: readonly string[];
  readonly breaks: readonly Edge[];
};

/** What a claim that holds at its home needs, axis by axis. */
export function needsOf({ axes, homes }: Landscape, frontier: Frontier): readonly Need[] {
  const home = homes.find(({ name }) => name === frontier.home)!;
  const start = pointAt(axes, home.at);
  return axes.flatMap((axis): Need[] => {
    const breaks = brokenAlone(frontier).filter(({ at }) => at[0]![0] === axis.name);
    const harmless = frontier.harmless.filter(([name]) => name === axis.name).map(([, value]) => value);
    return breaks.length === 0 ? [] : [{ axis, bears: [start[axis.name]!, ...harmless], breaks }];
  });
}

/** What makes good again, the first ways of it; empty where nothing does. */
export function mendsText({ mends }: Frontier, broken: Departures): string {
  const by = mends.filter((one) => codeOf(one.broken) === codeOf(broken)).flatMap((one) => one.by);
  const rest = by.length > most ? [`${by.length - most} more ${by.length - most === 1 ? 'way' : 'ways'}`] : [];
  return listed([...by.slice(0, most).map(codeOf), ...rest], 'or');
}

/** What a claim needs, of all its homes, in one sentence. */
export function needsSentence(
  all: readonly { readonly landscape: Landscape; readonly frontier: Frontier }[],
  width: number,
): string {
  const places = new Map<string, string[]>();
  for (const { landscape, frontier } of all) {
    const text = needsAt(landscape, frontier, width);
    places.set(text, [...(places.get(text) ?? []), frontier.home]);
  }
  const parts = [...places].map(([text, homes]) => `at ${listed(homes, 'and')} ${text}`);
  const sentence = parts.join('; ');
  return wrapped(`**${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.**`);
}

function needsAt(landscape: Landscape, frontier: Frontier, width: number): string {
  const { base, unknown } = frontier;
  if (!isGood(base.code) && !isBad(base.code)) return 'it is unknown';
  if (isBad(base.code)) {
    const by = mendsText(frontier, []);
    const fails = base.code === 'n' ? 'it is not reached' : 'it fails';
    return `${fails}, and ${by === '' ? 'nothing that was tried mends it' : `is good again with ${by}`}`;
  }
  const needs = needsOf(landscape, frontier);
  const written = (kind: AssumptionAxis['kind']): readonly string[] =>
    needs
      .filter(({ axis }) => axis.kind === kind)
      .map(({ axis, bears }) => `\`${axis.name}=${[...new Set(bears)].join('|')}\``);
  const home = landscape.homes.find(({ name }) => name === frontier.home)!;
  const [assumptions, choices, pairs] = [written('assumption'), written('choice'), brokenTogether(frontier).length];
  const known = unknown > 0 ? ', as far as is known' : '';
  if (needs.length === 0 && pairs === 0)
    return `it needs nothing: no departure that was tried breaks it, alone${takesPairs(home, width) ? ' or with another' : ''}${known}`;
  const parts = [
    ...(assumptions.length > 0 ? [`it needs ${listed(assumptions, 'and')}`] : ['it needs no assumption alone']),
    ...(choices.length > 0 ? [`of the choices ${listed(choices, 'and')}`] : []),
    ...(pairs > 0 ? [`and none of ${counted(pairs, 'pair')} of other departures together`] : []),
  ];
  return `${parts.join(', ')}${known}`;
}

const listed = (texts: readonly string[], last: string): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1)}`;
