import type { System } from '../model/index.ts';
import { type Observed, allSteps, bisimilar, compare, observe, wording } from '../relate/index.ts';

/** How many steps of a changed behaviour are told: the last ones. */
const TOLD = 4;

/**
 * The shortest behaviour that one system has and another has not, in a line; undefined when the two are strongly
 * bisimilar, every step with its message and every end seen; `unknown` when one of them has no complete graph.
 *
 * Calls within one step are not seen: what they come to shows in the steps after it.
 */
export function changedBehaviour(original: System, mutated: System): string | undefined {
  const visible = allSteps(wording(original.label));
  const [before, after] = [observe(original, visible), observe(mutated, visible)];
  if (before.stopped !== undefined || after.stopped !== undefined) return 'unknown';
  return bisimilar(before, after, 'strong') ? undefined : difference(before, after);
}

function difference(original: Observed, mutated: Observed): string {
  const { onlyFirst, onlySecond, choice } = compare(original, mutated);
  const told = (trace: readonly string[]): string =>
    `${trace.length > TOLD ? `after ${trace.length - TOLD} steps: ` : ''}${trace.slice(-TOLD).join('; ')}`;
  if (onlySecond) return `new: ${told(onlySecond.trace)}; instead of: ${list(onlySecond.instead)}`;
  if (onlyFirst) return `gone: ${told(onlyFirst.trace)}; instead: ${list(onlyFirst.instead)}`;
  return `chooses at other points: ${(choice ?? '').slice(0, 200)}`;
}

const list = (labels: readonly string[]): string => labels.slice(0, 3).join(' or ') || 'nothing';
