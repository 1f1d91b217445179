/** The door to composition: how a system is written, and what it becomes. */
export { system, type SystemDescription } from './system.ts';
