import type { ChartDescription, State } from './chart.ts';
import { outlineOf } from './chart-outline.ts';

/** A chart as text of state-machine-cat. States are named in full, since names of nested states share one space. */
export function chartSmcat({ id, root }: ChartDescription): string {
  const name = (path: string): string => quoted(path === '' ? id : `${id}.${path}`);
  const block = (state: State, indent: string): readonly string[] => {
    const start =
      state.kind === 'compound' ? [[`${name(state.path).slice(0, -1)}.initial"`, state.initial] as const] : [];
    const declared = [
      ...start.map(([dot]) => `${indent}${dot} [type=initial]`),
      ...state.states.map((child) => declaration(child, child.key, indent)),
    ];
    return [
      `${declared.join(',\n')};`,
      ...start.flatMap(([dot, targets]) => targets.map((to) => `${indent}${dot} -> ${name(to)};`)),
    ];
  };
  const declaration = (state: State, title: string, indent: string): string => {
    const { rows } = outlineOf(state);
    const head = `${indent}${name(state.path)} [label=${quoted(title)} type=${typeOf(state)}]`;
    const inner = state.states.length > 0 ? ` {\n${block(state, `${indent}  `).join('\n')}\n${indent}}` : '';
    return `${head}${rows.length > 0 ? `: ${quoted(rows.join('\n'))}` : ''}${inner}`;
  };
  const arrows = (state: State): readonly string[] => [
    ...outlineOf(state).arrows.map(
      ({ from, to, text }) => `${name(from)} -> ${name(to)}${text && `: ${quoted(text)}`};`,
    ),
    ...(state.kind.endsWith('history') ? state.initial.map((to) => `${name(state.path)} -> ${name(to)};`) : []),
    ...state.states.flatMap(arrows),
  ];
  return `${[`${declaration(root, id, '')};`, ...arrows(root)].join('\n')}\n`;
}

function typeOf({ kind }: State): string {
  if (kind === 'shallow history') return 'history';
  if (kind === 'deep history') return 'deephistory';
  return kind === 'parallel' || kind === 'final' ? kind : 'regular';
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
