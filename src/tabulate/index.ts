/** The door to tables: a chart as XState runs it, remembered. */
export { PartyTable, type TableOptions } from './party-table.ts';
export { type KnownLocal, type KnownReaction, Reactions } from './reactions.ts';
export type { Sent } from './sends.ts';
export { transitionsOf } from './transitions.ts';
export { Messages } from './messages.ts';
export { whyNoMachine } from './machine.ts';
