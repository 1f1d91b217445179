import type { System, Visible } from '../model/index.ts';
import { type Lts, type Observed, allSteps, bisimilar, compare, observe, wording } from '../relate/index.ts';

/** How many steps of a changed behaviour are told: the last ones. */
const TOLD = 4;

/** An original, and what is seen of it: kept, as many mutants are compared with it. */
export type Original = {
  readonly system: System;
  readonly visible: Visible;
  /** What can be seen, without the tables that it was found by. */
  readonly seen: Pick<Observed, 'lts' | 'stopped'>;
};

/** An original, every step with its message seen. Calls within one step are not: what they come to shows in later steps. */
export function originalOf(system: System): Original {
  const visible = allSteps(wording(system.label));
  const { lts, stopped } = observe(system, visible);
  return { system, visible, seen: { lts, stopped } };
}

/**
 * The shortest behaviour that only one of an original and its mutant has, in a line; undefined when the two are strongly
 * bisimilar, every step with its message and every end seen; `unknown` when one of them has no complete graph.
 */
export function changedBehaviour({ system, visible, seen }: Original, mutated: System): string | undefined {
  const after = observe(mutated, visible);
  if (seen.stopped !== undefined || after.stopped !== undefined) return 'unknown';
  if (same(seen.lts, after.lts)) return undefined;
  const before = observe(system, visible);
  return bisimilar(before, after, 'strong') ? undefined : difference(before, after);
}

/** Whether two graphs are the same, state by state and step by step: more than bisimilar, and seen at once. */
const same = (a: Lts, b: Lts): boolean =>
  a.states === b.states &&
  a.initial === b.initial &&
  sameNumbers(a.offsets, b.offsets) &&
  sameNumbers(a.targets, b.targets) &&
  a.labels.every((label, edge) => a.names[label] === b.names[b.labels[edge]!]);

const sameNumbers = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((number, place) => number === b[place]);

function difference(original: Observed, mutated: Observed): string {
  const { onlyFirst, onlySecond, choice } = compare(original, mutated);
  const told = (trace: readonly string[]): string =>
    `${trace.length > TOLD ? `after ${trace.length - TOLD} steps: ` : ''}${trace.slice(-TOLD).join('; ')}`;
  if (onlySecond) return `new: ${told(onlySecond.trace)}; instead of: ${list(onlySecond.instead)}`;
  if (onlyFirst) return `gone: ${told(onlyFirst.trace)}; instead: ${list(onlyFirst.instead)}`;
  return `chooses at other points: ${(choice ?? '').slice(0, 200)}`;
}

const list = (labels: readonly string[]): string => labels.slice(0, 3).join(' or ') || 'nothing';
