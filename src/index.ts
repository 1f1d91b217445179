/**
 * The engine: systems of communicating statecharts, composed and checked. It knows no protocol.
 */
export * from './model/index.ts';
export * from './compose/index.ts';
export * from './check/index.ts';
export {
  ascii,
  type Enacted,
  enact,
  enactFound,
  ladder,
  type LadderOptions,
  listing,
  modelHash,
  readTrace,
  refutation,
  ReplayError,
  type Story,
  tell,
  TraceFormatError,
  type TraceFile,
  traceFile,
  unicode,
  writeTrace,
} from './trace/index.ts';
export { type LiveChoice, type LiveError, type LiveStep, LiveSystem } from './trace/live-system.ts';
