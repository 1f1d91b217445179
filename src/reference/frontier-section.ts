import { type Code, type Departures, type Edge, type Frontier, isBad } from '../frontier/index.ts';
import type { AssumptionAxis, Landscape } from '../model/index.ts';

import { codeOf } from './frontier-source.ts';
import { counted, folded, linkedTable, wrapped } from './markdown.ts';

const words: Readonly<Record<Code, string>> = {
  h: 'It **holds** there.',
  v: 'It **does not hold** there',
  r: 'It **is reached** there.',
  n: 'It **is not reached** there.',
  V: 'It **does not hold** there',
  R: 'It **is reached** there.',
  '?': 'There it is **unknown**.',
};

/** How many ways to mend something a page shows; the terminal shows all. */
const most = 12;

/** What a claim needs, as seen from one home. */
export function frontierSection(landscape: Landscape, frontier: Frontier): readonly string[] {
  const home = landscape.homes.find(({ name }) => name === frontier.home)!;
  const { base, breaks, points, unknown } = frontier;
  const alone = breaks.filter(({ at }) => at.length === 1);
  const together = breaks.filter(({ at }) => at.length > 1);
  const steps = isBad(base.code) && base.steps !== undefined ? `: ${counted(base.steps, 'step')}.` : '';
  return [
    `## ${home.name}`,
    wrapped(
      `Seen from ${home.says}. ${words[base.code]}${steps} ${summary(landscape, frontier, alone, together)}`.trim(),
    ),
    ...mendedText(frontier, []),
    ...(['assumption', 'choice'] as const).flatMap((kind) => aloneTable(landscape, frontier, alone, kind)),
    ...(together.length > 0 ? [pairsText(together)] : []),
    harmlessText(landscape, frontier),
    wrapped(
      `${counted(points, 'point')} decided${unknown > 0 ? `; at ${unknown} of them it is unknown, and nothing is claimed` : ''}.`,
    ),
  ].filter((text) => text !== '');
}

function summary(
  { axes }: Landscape,
  { base, harmless }: Frontier,
  alone: readonly Edge[],
  together: readonly Edge[],
): string {
  if (isBad(base.code) || base.code === '?') return '';
  if (alone.length === 0 && together.length === 0)
    return 'Nothing that was tried breaks it: it needs none of the assumptions.';
  const kinds = new Set(alone.map(({ at }) => axes.find(({ name }) => name === at[0]![0])!.kind));
  if (alone.length === 0) return 'Nothing breaks it alone; some things together do.';
  const borne = harmless.filter(([axis]) => axes.find(({ name }) => name === axis)!.kind === 'assumption').length;
  return kinds.has('assumption')
    ? 'It needs exactly what the tables say.'
    : `Of what may go wrong nothing breaks it alone${borne > 0 ? '' : ', as far as is known'}; it needs the choices in the table.`;
}

/** For each axis that breaks something: what is borne, what breaks. */
function aloneTable(
  { axes }: Landscape,
  frontier: Frontier,
  alone: readonly Edge[],
  kind: AssumptionAxis['kind'],
): readonly string[] {
  const own = axes.filter((axis) => axis.kind === kind && alone.some(({ at }) => at[0]![0] === axis.name));
  if (own.length === 0) return [];
  const rows = own.map(({ name, values, says }) => {
    const edges = alone.filter(({ at }) => at[0]![0] === name);
    const borne = values.filter(
      (value) => value === values[0] || frontier.harmless.some(([axis, one]) => axis === name && one === value),
    );
    return [
      `\`${name}\`: ${says}`,
      borne.map((value) => `\`${value}\``).join(', '),
      edges.map(({ at, steps }) => `\`${at[0]![1]}\`${steps === undefined ? '' : ` (${steps} steps)`}`).join(', '),
      edges.flatMap(({ at }) => mendsOf(frontier, at)).join('; '),
    ];
  });
  const heads = [kind === 'assumption' ? 'assumption' : 'choice', 'bears', 'breaks at', 'good again with'];
  return [
    linkedTable(
      heads.map((head) => ({ head })),
      rows,
    ),
  ];
}

function mendsOf({ mends }: Frontier, broken: Departures): readonly string[] {
  const by = mends.filter((one) => codeOf(one.broken) === codeOf(broken)).flatMap((one) => one.by);
  if (by.length === 0) return [];
  const rest = by.length > most ? `, and ${by.length - most} more` : '';
  return [`${by.slice(0, most).map(codeOf).join(', ')}${rest}`];
}

function mendedText(frontier: Frontier, broken: Departures): readonly string[] {
  const by = frontier.mends.filter((one) => codeOf(one.broken) === codeOf(broken)).flatMap((one) => one.by);
  if (by.length === 0) return [];
  const rest = by.length > most ? `\n- and ${by.length - most} more ways` : '';
  return [
    `Good again with\n\n${by
      .slice(0, most)
      .map((one) => `- ${codeOf(one)}`)
      .join('\n')}${rest}`,
  ];
}

function pairsText(together: readonly Edge[]): string {
  const table = linkedTable(
    [{ head: 'together' }, { head: 'steps', right: true }],
    together.map(({ at, steps }) => [codeOf(at), steps === undefined ? '' : String(steps)]),
  );
  return together.length > most
    ? folded(`${counted(together.length, 'pair')} that break it, though neither does alone`, table)
    : `Harmless alone, and not together:\n\n${table}`;
}

function harmlessText({ axes }: Landscape, { harmless, breaks }: Frontier): string {
  const broken = new Set(breaks.filter(({ at }) => at.length === 1).map(({ at }) => at[0]![0]));
  const names = axes
    .map(({ name }) => name)
    .filter((name) => !broken.has(name) && harmless.some(([axis]) => axis === name));
  return names.length === 0
    ? ''
    : wrapped(`Makes no difference alone: ${names.map((name) => `\`${name}\``).join(', ')}.`);
}
