import type { Formula } from '../model/index.ts';

/** A formula as it can be parsed again: brackets round every operand that is not a single word. */
export function formulaText(formula: Formula): string {
  switch (formula.operator) {
    case 'true':
    case 'false':
      return formula.operator;
    case 'proposition':
      return formula.proposition.name;
    case '!':
      return `!${operand(formula.of)}`;
    case 'X':
    case 'F':
    case 'G':
      return `${formula.operator} ${operand(formula.of)}`;
    default:
      return `${operand(formula.left)} ${formula.operator} ${operand(formula.right)}`;
  }
}

const operand = (formula: Formula): string => ('left' in formula ? `(${formulaText(formula)})` : formulaText(formula));
