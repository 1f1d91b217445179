import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

import type { Chart, MutantName, MutationOperator } from '../model/index.ts';
import { actionEdits } from './action-edits.ts';
import { type Place, type Rule, type StateConfig, putRules, rulesAt, stateAt } from './chart-config.ts';
import { editedChart, machineOf } from './edited-chart.ts';
import { guardEdits } from './guard-edits.ts';
import type { KnownChart } from './known-charts.ts';

/** An edit of one transition: the transitions that stand in its place. */
export type RuleEdit = {
  readonly operator: MutationOperator;
  /** Which of several edits of this kind: the place of the action. */
  readonly which?: string;
  /** In words, as the end of a sentence. */
  readonly says: string;
  readonly rules: (rule: Rule) => readonly Rule[];
};

/** A mutant of a chart. */
export type ChartMutant = MutantName & {
  readonly chart: {
    /** The chart with the edit; made once. */
    readonly made: () => Chart;
    readonly place: Place;
    /** Whether the edit can make a difference before the first event. */
    readonly atStart: boolean;
  };
};

/** Every mutant of a chart, in the order in which it is written. @throws ModelError when it is no XState machine. */
export function chartMutants(known: KnownChart): readonly ChartMutant[] {
  const machine = machineOf(known.chart);
  return nodesOf(machine.root).flatMap((node) => [
    ...initialMutant(known.chart, node),
    ...placesOf(node).flatMap((place) => placeMutants(known, machine, node, place)),
  ]);
}

function nodesOf(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

function placesOf(node: AnyStateNode): readonly Place[] {
  const events = ['entry', 'exit', 'always', ...Object.keys((node.config as StateConfig).on ?? {})];
  return events.map((event) => ({ path: node.path, event }));
}

function placeMutants(
  known: KnownChart,
  machine: AnyStateMachine,
  node: AnyStateNode,
  place: Place,
): readonly ChartMutant[] {
  const { chart } = known;
  const isTransition = place.event !== 'entry' && place.event !== 'exit';
  const written = rulesAt(machine.config as StateConfig, place);
  const definitions = place.event === 'always' ? (node.always ?? []) : (node.transitions.get(place.event) ?? []);
  return written.flatMap((rule, index) => {
    const number = isTransition && written.length > 1 ? `#${index + 1}` : '';
    const edits = [
      ...(isTransition ? [dropped, ...targetEdits(node, definitions[index]!), ...guardEdits(rule)] : []),
      ...actionEdits(machine, rule, known.alphabet),
    ];
    return edits.map(({ operator, which, says, rules }): ChartMutant => {
      const edit = (root: StateConfig): void => {
        const all = rulesAt(root, place);
        putRules(root, place, [...all.slice(0, index), ...rules(all[index]!), ...all.slice(index + 1)]);
      };
      return {
        id: [chart.id, node.path.join('.') || '.', `${place.event}${number}`, slug(operator, which)].join('/'),
        subject: chart.id,
        operator,
        says: `${chart.id}, ${whereOf(node, place.event)}${number && `, transition ${index + 1}`}: ${says}`,
        chart: {
          made: once(() => editedChart(chart, edit)),
          place,
          atStart: !isTransition || place.event === 'always',
        },
      };
    });
  });
}

const whereOf = (node: AnyStateNode, event: string): string => {
  const state = node.path.length === 0 ? 'anywhere' : `state ${node.path.join('.')}`;
  return event === 'always' || event === 'entry' || event === 'exit' ? `${state}, ${event}` : `${state} on ${event}`;
};

const slug = (operator: MutationOperator, which: string | undefined): string =>
  operator.replaceAll(' ', '-') + (which === undefined ? '' : `-${which}`);

const dropped: RuleEdit = { operator: 'transition dropped', says: 'is not there', rules: () => [] };

/** The transition leads elsewhere, or nowhere. */
function targetEdits(node: AnyStateNode, { target }: AnyTransitionDefinition): readonly RuleEdit[] {
  const [to, ...more] = target ?? [];
  if (more.length > 0) return [];
  const next = nextSibling(to ?? node);
  return [
    ...(next === undefined
      ? []
      : [
          {
            operator: 'transition redirected' as const,
            says: `leads to ${next.path.join('.')}${to ? `, not to ${to.path.join('.')}` : ''}`,
            rules: (rule: Rule) => [{ ...rule, target: `#${next.id}` }],
          },
        ]),
    ...(to === undefined
      ? []
      : [
          {
            operator: 'transition stays' as const,
            says: `leads nowhere, not to ${to.path.join('.')}`,
            rules: ({ target: _, ...rule }: Rule) => [rule],
          },
        ]),
  ];
}

/** The state that comes after another in the state around them, the first after the last; none of regions. */
function nextSibling(node: AnyStateNode): AnyStateNode | undefined {
  if (node.parent === undefined || node.parent.type === 'parallel') return undefined;
  const siblings = Object.values(node.parent.states).filter(({ type }) => type !== 'history');
  const next = siblings[(siblings.indexOf(node) + 1) % siblings.length];
  return next === node ? undefined : next;
}

function initialMutant(chart: Chart, node: AnyStateNode): readonly ChartMutant[] {
  if (node.type !== 'compound') return [];
  const [first] = node.initial.target;
  const next = first && nextSibling(first);
  if (first === undefined || next === undefined || first.parent !== node) return [];
  const edit = (root: StateConfig): void => void (stateAt(root, node.path).initial = next.key);
  return [
    {
      id: [chart.id, node.path.join('.') || '.', 'initial', slug('initial state changed', undefined)].join('/'),
      subject: chart.id,
      operator: 'initial state changed',
      says: `${chart.id}, ${whereOf(node, 'entry').replace(/, entry$/, '')}: begins with ${next.key}, not with ${first.key}`,
      chart: {
        made: once(() => editedChart(chart, edit)),
        place: { path: node.path, event: 'initial' },
        atStart: true,
      },
    },
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
