import { type ChartDescription, type State, statesOf } from './chart.ts';
import { outlineOf } from './chart-outline.ts';
import { identifiers } from './identifiers.ts';

/** A chart as PlantUML text. */
export function chartPlantuml(chart: ChartDescription): string {
  const names = identifiers(chart);
  const kinds = new Map(statesOf(chart.root).map((state) => [state.path, state]));
  const name = (path: string): string => {
    const state = kinds.get(path)!;
    if (!state.kind.endsWith('history')) return names.get(path)!;
    const parent = names.get(path.slice(0, Math.max(0, path.lastIndexOf('.'))))!;
    return `${parent}${state.kind === 'deep history' ? '[H*]' : '[H]'}`;
  };
  const lines = ['@startuml', 'hide empty description'];
  const write = (state: State, title: string, indent: string): void => {
    if (state.kind.endsWith('history')) return;
    const stereotype = state.kind === 'final' ? ' <<end>>' : '';
    const declared = `${indent}state "${escaped(title)}" as ${name(state.path)}${stereotype}`;
    if (state.states.length === 0) lines.push(declared);
    else {
      lines.push(`${declared} {`);
      if (state.kind === 'compound') lines.push(...state.initial.map((path) => `${indent}  [*] --> ${name(path)}`));
      state.states.forEach((child, index) => {
        if (state.kind === 'parallel' && index > 0) lines.push(`${indent}  --`);
        write(child, child.key, `${indent}  `);
      });
      lines.push(`${indent}}`);
    }
  };
  write(chart.root, chart.id, '');
  for (const state of statesOf(chart.root)) {
    const { rows, arrows } = outlineOf(state);
    lines.push(...rows.map((row) => `${name(state.path)} : ${escaped(row)}`));
    for (const { to, text } of arrows)
      lines.push(`${name(state.path)} --> ${name(to)}${text && ` : ${escaped(text)}`}`);
  }
  return `${[...lines, '@enduml'].join('\n')}\n`;
}

/** Signs that PlantUML takes for formatting, each preceded by a tilde. */
const escaped = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replaceAll(/(\*\*|\/\/|__|--|~~|""|<(?=\w))/g, '~$1')
    .replaceAll('\\', '\\\\');
