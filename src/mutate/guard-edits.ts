import { not } from 'xstate';

import type { Rule } from './chart-config.ts';
import type { RuleEdit } from './chart-mutants.ts';

/** The guard negated, and forced to be true. Forced to be false it is the transition dropped: not made twice. */
export function guardEdits({ guard }: Rule): readonly RuleEdit[] {
  if (guard === undefined) return [];
  const told = typeof guard === 'string' ? `guard ${guard}` : 'its guard';
  return [
    {
      operator: 'guard negated',
      says: `${told} is negated`,
      rules: (rule) => [{ ...rule, guard: not(rule.guard as Parameters<typeof not>[0]) }],
    },
    {
      operator: 'guard forced',
      says: `${told} is always true`,
      rules: ({ guard: _, ...rule }) => [rule],
    },
  ];
}
