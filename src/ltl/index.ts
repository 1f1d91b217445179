/** The door to temporal logic: formulas, their text, the specification patterns, their meaning and their automata. */
export * from './formulas.ts';
export * from './patterns.ts';
export { formulaText } from './formula-text.ts';
export { parseFormula, type Vocabulary } from './parser.ts';
export { FormulaSyntaxError } from './syntax-error.ts';
export { hasEvents, stateFormula, usesNext } from './formula-facts.ts';
export { marked } from './marked.ts';
export { operandsOf, type Part, partText, replaced, whole } from './parts.ts';
export { isTrueOf, type Lasso } from './lasso.ts';
export { type Automaton, type AutomatonNode, automatonOf, withFree } from './automaton.ts';
