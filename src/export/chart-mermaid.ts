import { type ChartDescription, isBelow, type State, statesOf } from './chart.ts';
import { outlineOf } from './chart-outline.ts';
import { identifiers } from './identifiers.ts';

/**
 * A chart as Mermaid text (stateDiagram-v2).
 *
 * Mermaid has no history states: they are drawn as states named H or H*. It draws no arrow from a state to one inside it:
 * these stand in the state's note.
 */
export function chartMermaid(chart: ChartDescription): string {
  const names = identifiers(chart);
  const name = (path: string): string => names.get(path)!;
  const lines = ['stateDiagram-v2'];
  const write = (state: State, title: string, indent: string): void => {
    const deeper = `${indent}  `;
    const declared = `${indent}state "${escaped(title)}" as ${name(state.path)}`;
    if (state.states.length === 0) {
      lines.push(declared);
      return;
    }
    lines.push(`${declared} {`);
    if (state.kind === 'compound') lines.push(...state.initial.map((path) => `${deeper}[*] --> ${name(path)}`));
    state.states.forEach((child, index) => {
      if (state.kind === 'parallel' && index > 0) lines.push(`${deeper}--`);
      write(child, titleOf(child), deeper);
    });
    lines.push(`${indent}}`);
  };
  write(chart.root, chart.id, '  ');
  for (const state of statesOf(chart.root)) {
    const { arrows, ...inside } = outlineOf(state);
    const inward = arrows.filter(({ to }) => isBelow(to, state.path));
    const rows = [...inside.rows, ...inward.map(({ text, to }) => `${text} → ${to}`)];
    const own = name(state.path);
    if (state.states.length === 0) lines.push(...rows.map((row) => `  ${own} : ${escaped(row)}`));
    else if (rows.length > 0) {
      lines.push(`  note right of ${own}`, ...rows.map((row) => `    ${escaped(row)}`), '  end note');
    }
    for (const { to, text } of arrows.filter((arrow) => !inward.includes(arrow)))
      lines.push(`  ${own} --> ${name(to)}${text && ` : ${escaped(text)}`}`);
    if (state.kind === 'final') lines.push(`  ${own} --> [*]`);
    if (state.kind.endsWith('history')) lines.push(...state.initial.map((path) => `  ${own} --> ${name(path)}`));
  }
  return `${lines.join('\n')}\n`;
}

const titleOf = ({ key, kind }: State): string =>
  kind === 'shallow history' ? 'H' : kind === 'deep history' ? 'H*' : key;

/** Signs that end a text in Mermaid, by their numbers. */
const escaped = (text: string): string =>
  text.replaceAll(/[#;:"{}<>]/g, (sign) => `#${sign.codePointAt(0)};`).replaceAll('--', '-#45;');
