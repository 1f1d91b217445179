/**
 * The engine: systems of communicating statecharts, composed and checked. It knows no protocol.
 */
export * from './model/index.ts';
export * from './compose/index.ts';
export * from './check/index.ts';
