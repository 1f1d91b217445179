import { type ChartDescription, isBelow, type State, statesOf } from './chart.ts';
import { outlineOf } from './chart-outline.ts';
import { identifiers } from './identifiers.ts';

/** A chart as Graphviz text: states with states inside are clusters, regions of a parallel state dashed ones. */
export function chartDot(chart: ChartDescription): string {
  const names = identifiers(chart);
  const states = new Map(statesOf(chart.root).map((state) => [state.path, state]));
  const name = (path: string): string => names.get(path)!;
  const isCluster = (path: string): boolean => states.get(path)!.states.length > 0;
  /** An arrow of a cluster begins or ends at a node in it, and is cut off at its border. */
  const anchor = (path: string): string => (isCluster(path) ? `${name(path)}__in` : name(path));
  const lines = [
    `digraph ${quoted(chart.id)} {`,
    '  compound=true; rankdir=TB;',
    '  node [shape=box, style=rounded, fontname=Helvetica, fontsize=11];',
    '  edge [fontname=Helvetica, fontsize=10]; graph [fontname=Helvetica, fontsize=11];',
  ];
  const write = (state: State, title: string, dashed: boolean, indent: string): void => {
    const { rows } = outlineOf(state);
    if (state.states.length === 0) {
      lines.push(`${indent}${name(state.path)} [${nodeText(state, title, rows)}];`);
      return;
    }
    const deeper = `${indent}  `;
    lines.push(`${indent}subgraph cluster_${name(state.path)} {`);
    lines.push(
      `${deeper}label=${label([title, ...rows])}; labeljust=l; style=${quoted(dashed ? 'rounded,dashed' : 'rounded')};`,
    );
    const shape =
      state.kind === 'compound'
        ? 'shape=circle, style=filled, fillcolor=black, width=0.12'
        : 'shape=point, style=invis';
    lines.push(`${deeper}${anchor(state.path)} [${shape}, label=""];`);
    for (const child of state.states) write(child, child.key, state.kind === 'parallel', deeper);
    lines.push(`${indent}}`);
  };
  const edge = (from: string, to: string, attributes: readonly string[]): void => {
    const given = attributes.length > 0 ? ` [${attributes.join(', ')}]` : '';
    lines.push(`  ${anchor(from)} -> ${anchor(to)}${given};`);
  };
  /** Graphviz cuts an arrow off at the border of a cluster only where its other end lies outside. */
  const cut = (end: 'lhead' | 'ltail', path: string, other: string): readonly string[] =>
    isCluster(path) && path !== other && !isBelow(other, path) ? [`${end}=cluster_${name(path)}`] : [];
  write(chart.root, chart.id, false, '  ');
  for (const state of states.values()) {
    for (const to of state.initial) edge(state.path, to, cut('lhead', to, state.path));
    for (const { from, to, text } of outlineOf(state).arrows) {
      const borders = [...cut('ltail', from, to), ...cut('lhead', to, from)];
      edge(from, to, [...(text ? [`label=${quoted(text)}`] : []), ...borders]);
    }
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function nodeText({ kind }: State, title: string, rows: readonly string[]): string {
  if (kind === 'final')
    return `shape=doublecircle, style=filled, fillcolor=black, width=0.15, label="", xlabel=${quoted(title)}`;
  if (kind.endsWith('history')) return `shape=circle, width=0.3, label=${quoted(kind === 'deep history' ? 'H*' : 'H')}`;
  return `label=${label([title, ...rows])}`;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Several lines, all but the first flush left. */
const label = ([title = '', ...rows]: readonly string[]): string =>
  rows.length === 0 ? quoted(title) : `"${[title, ...rows].map((row) => quoted(row).slice(1, -1)).join('\\l')}\\l"`;
