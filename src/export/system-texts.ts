/**
 * A system as text of other tools: an arrow for each pair of parties and channel, with port, channel and messages.
 */
import type { DescribedChannel, Flow, SystemDescription } from './system-description.ts';

/** A system as a Mermaid flowchart; direct channels are dotted. */
export function systemMermaid(system: SystemDescription): string {
  const id = numbered(system);
  const lines = ['flowchart LR'];
  for (const [lane, parties] of lanesOf(system)) {
    lines.push(`  subgraph ${quoted(lane)}`);
    lines.push(...parties.map(({ name, chart }) => `    ${id(name)}[${quoted(`${name} (${chart})`)}]`), '  end');
  }
  for (const [flow, channel] of flowsOf(system)) {
    const arrow = channel.kind === 'direct' ? '-.->' : '-->';
    lines.push(`  ${id(flow.from)} ${arrow}|${quoted(told(flow, channel))}| ${id(flow.to)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A system as PlantUML components; direct channels are dotted. */
export function systemPlantuml(system: SystemDescription): string {
  const id = numbered(system);
  const lines = ['@startuml'];
  for (const [lane, parties] of lanesOf(system)) {
    lines.push(`node ${quoted(lane)} {`);
    lines.push(...parties.map(({ name, chart }) => `  component ${quoted(`${name} (${chart})`)} as ${id(name)}`), '}');
  }
  for (const [flow, channel] of flowsOf(system)) {
    const arrow = channel.kind === 'direct' ? '..>' : '-->';
    lines.push(`${id(flow.from)} ${arrow} ${id(flow.to)} : ${told(flow, channel)}`);
  }
  return `${[...lines, '@enduml'].join('\n')}\n`;
}

/** A system as Graphviz text; direct channels are dotted. */
export function systemDot(system: SystemDescription): string {
  const lines = [`digraph ${quoted(system.name)} {`, '  rankdir=LR;', '  node [shape=box, style=rounded];'];
  lanesOf(system).forEach(([lane, parties], index) => {
    lines.push(`  subgraph cluster_${index} {`, `    label=${quoted(lane)};`);
    lines.push(
      ...parties.map(({ name, chart }) => `    ${quoted(name)} [label=${quoted(`${name} (${chart})`)}];`),
      '  }',
    );
  });
  for (const [flow, channel] of flowsOf(system)) {
    const style = channel.kind === 'direct' ? ', style=dotted' : '';
    lines.push(`  ${quoted(flow.from)} -> ${quoted(flow.to)} [label=${quoted(told(flow, channel))}${style}];`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

function lanesOf({ parties }: SystemDescription): readonly (readonly [string, SystemDescription['parties']])[] {
  const lanes = [...new Set(parties.map(({ lane }) => lane))];
  return lanes.map((lane) => [lane, parties.filter((party) => party.lane === lane)]);
}

const flowsOf = ({ flows, channels }: SystemDescription): readonly (readonly [Flow, DescribedChannel])[] =>
  flows.map((flow) => [flow, channels.find(({ name }) => name === flow.channel)!]);

const told = ({ port, channel, types }: Flow, { capacity }: DescribedChannel): string =>
  `${port}: ${types.join(', ')} (${channel}${capacity === undefined ? '' : `, holds ${capacity}`})`;

/** Party names as tools take them. */
function numbered({ parties }: SystemDescription): (name: string) => string {
  const ids = new Map(parties.map(({ name }, index) => [name, `p${index + 1}`]));
  return (name) => ids.get(name)!;
}
