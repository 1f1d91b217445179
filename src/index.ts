/**
 * The engine: systems of communicating statecharts, composed and checked. It knows no protocol.
 */
export * from './model/index.ts';
/** Formulas: `temporal.globally`, `temporal.response` and so on. */
export * as temporal from './ltl/index.ts';
export * from './compose/index.ts';
export * from './check/index.ts';
export * from './relate/index.ts';
export * from './random/index.ts';
export * from './certify/index.ts';
export {
  type Action,
  type ChartDescription,
  chartDescription,
  chartDot,
  chartMermaid,
  chartPlantuml,
  chartScxml,
  chartSmcat,
  chartSvg,
  type ChartSvgOptions,
  type Coverage,
  type Guard,
  LayoutError,
  type State,
  statesOf,
  type Theme,
  type Transition,
} from './export/index.ts';
export {
  ascii,
  type Captions,
  type Enacted,
  enact,
  enactFound,
  itf,
  ladder,
  type LadderOptions,
  ladderSvg,
  type LadderSvgOptions,
  listing,
  mermaid,
  modelHash,
  plantuml,
  readTrace,
  refutation,
  ReplayError,
  type Story,
  tell,
  TraceFormatError,
  type TraceFile,
  traceFile,
  traceJson,
  unicode,
  writeTrace,
} from './trace/index.ts';
export { type LiveChoice, type LiveError, type LiveStep, LiveSystem } from './trace/live-system.ts';
export {
  decisionTable,
  type Frontier,
  frontiersAround,
  type Oracle,
  planOf,
  repairs,
  survey,
  type Survey,
} from './frontier/index.ts';
