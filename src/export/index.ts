/** The door to exports: charts and systems as pictures and as texts of other tools. */
export { chartDescription } from './chart-description.ts';
export type { Action, ChartDescription, Guard, State, Transition } from './chart.ts';
export { statesOf } from './chart.ts';
export type { Coverage } from './chart-figure.ts';
export { type ChartSvgOptions, chartSvg } from './chart-svg.ts';
export { LayoutError } from './elk-layout.ts';
export { chartDot } from './chart-dot.ts';
export { chartMermaid } from './chart-mermaid.ts';
export { chartPlantuml } from './chart-plantuml.ts';
export { chartScxml } from './chart-scxml.ts';
export { chartSmcat } from './chart-smcat.ts';
export { type SpokenSends, spokenSends, withSpokenSends } from './spoken-sends.ts';
export { type SystemDescription, systemDescription } from './system-description.ts';
export { type Standing } from './system-figure.ts';
export { type Theme, themes } from '../svg/theme.ts';
export { systemSvg, type SystemSvgOptions } from './system-svg.ts';
export { systemDot, systemMermaid, systemPlantuml } from './system-texts.ts';
