/**
 * The shared words: system, step, trace, claim, verdict. Imports nothing, knows no protocol and no checker.
 */
export * from './json.ts';
export * from './system.ts';
export * from './view.ts';
export * from './step.ts';
export * from './formula.ts';
export * from './claim.ts';
export * from './explanation.ts';
export * from './verdict.ts';
export * from './evidence.ts';
export * from './vacuity.ts';
export * from './untaken.ts';
export * from './run.ts';
export * from './sweep.ts';
export * from './assumption.ts';
export * from './finding.ts';
export * from './mutation.ts';
export * from './refinement.ts';
export * from './nearest.ts';
export * from './hint.ts';
export * from './fits-pattern.ts';
export * from './model-error.ts';
