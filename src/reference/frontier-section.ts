import { type Code, type Edge, type Frontier, isBad } from '../frontier/index.ts';
import type { AssumptionAxis, Landscape } from '../model/index.ts';

import { brokenAlone, brokenTogether, mendsText, needsOf, takesPairs } from './frontier-needs.ts';
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
export function frontierSection(landscape: Landscape, frontier: Frontier, width: number): readonly string[] {
  const home = landscape.homes.find(({ name }) => name === frontier.home)!;
  const { base, points, unknown } = frontier;
  const [alone, together] = [brokenAlone(frontier), brokenTogether(frontier)];
  const pairs = takesPairs(home, width);
  const steps = isBad(base.code) && base.steps !== undefined ? `: ${counted(base.steps, 'step')}.` : '';
  return [
    `## ${home.name}`,
    wrapped(
      `Seen from ${home.says}. ${words[base.code]}${steps} ${summary(landscape, frontier, alone, together)}`.trim(),
    ),
    ...mendedText(frontier, pairs),
    ...(['assumption', 'choice'] as const).flatMap((kind) => aloneTable(landscape, frontier, kind)),
    ...(together.length > 0 ? [pairsText(together)] : []),
    ...(pairs ? [] : ['No two departures were taken together here.']),
    harmlessText(landscape, frontier),
    wrapped(
      `${counted(points, 'point')} decided${unknown > 0 ? `; at ${unknown} of them it is unknown, and nothing is claimed` : ''}.`,
    ),
  ].filter((text) => text !== '');
}

function summary(
  { axes }: Landscape,
  { base, harmless, unknown }: Frontier,
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
    ? unknown > 0
      ? 'It needs what the tables say, as far as is known.'
      : 'It needs exactly what the tables say.'
    : `Of what may go wrong nothing breaks it alone${borne > 0 ? '' : ', as far as is known'}; it needs the choices in the table.`;
}

/** For each axis that breaks something: what is borne, what breaks. */
function aloneTable(landscape: Landscape, frontier: Frontier, kind: AssumptionAxis['kind']): readonly string[] {
  const own = needsOf(landscape, frontier).filter(({ axis }) => axis.kind === kind);
  if (own.length === 0) return [];
  const rows = own.map(({ axis: { name, says }, bears, breaks }) => [
    `\`${name}\`: ${says}`,
    bears.map((value) => `\`${value}\``).join(', '),
    breaks.map(({ at, steps }) => `\`${at[0]![1]}\`${steps === undefined ? '' : ` (${steps} steps)`}`).join(', '),
    breaks
      .map(({ at }) => mendsText(frontier, at))
      .filter((text) => text !== '')
      .join('; '),
  ]);
  const heads = [kind === 'assumption' ? 'assumption' : 'choice', 'bears', 'breaks at', 'good again with'];
  return [
    linkedTable(
      heads.map((head) => ({ head })),
      rows,
    ),
  ];
}

/** What makes the claim good at a home where it fails; says so where nothing that was tried does. */
function mendedText(frontier: Frontier, pairs: boolean): readonly string[] {
  if (!isBad(frontier.base.code)) return [];
  const by = frontier.mends.filter(({ broken }) => broken.length === 0).flatMap((one) => one.by);
  if (by.length === 0)
    return [`Nothing that was tried mends it: no single departure${pairs ? ', and no two together' : ''}.`];
  const rest = by.length > most ? `\n- and ${by.length - most} more ${by.length - most === 1 ? 'way' : 'ways'}` : '';
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
