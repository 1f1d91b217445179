import type { Path } from '../model/index.ts';
import { type Bisimulation, bisimilarity, bisimulations, classOf, quotient } from './bisimulation.ts';
import { distinguishingFormula, formulaText } from './formula.ts';
import { type Joined, type Lts, SILENT, joined } from './lts.ts';
import type { Observed } from './observe.ts';
import { silentComponents } from './silent-components.ts';
import { pathAlong, traceDifference } from './trace-inclusion.ts';

/** What one system does and another does not. */
export type Difference = {
  /** What is seen, in order; nothing shorter tells the two apart. The last is what the other never does there. */
  readonly trace: readonly string[];
  /** A shortest path of the one system that is seen like this. Where the trace ends with an end, that is no step. */
  readonly path: Path;
  /** What the other can be seen to do after the same trace but its last label, sorted. */
  readonly instead: readonly string[];
};

/** How two systems relate under what is seen of them. */
export type Comparison = {
  /** The finest relation that was shown; undefined when one can be seen to do what the other cannot. */
  readonly relation: Bisimulation | 'traces' | undefined;
  /** A shortest trace of the first that the second has not, and the other way round. */
  readonly onlyFirst?: Difference;
  readonly onlySecond?: Difference;
  /** Of two that have the same traces and differ in their choices: what is true of the first and not of the second. */
  readonly choice?: string;
  /** Whether each can go on for ever unseen: traces do not show it, and `branching` does not see it. */
  readonly goesOnUnseen: readonly [first: boolean, second: boolean];
};

/**
 * Compares two systems under what is seen of them: by bisimulation, and by traces where they are not bisimilar.
 *
 * @throws RangeError when one of them was not explored completely.
 */
export function compare(first: Observed, second: Observed): Comparison {
  refusePart(first);
  refusePart(second);
  const both = joined(first.lts, second.lts);
  const goesOnUnseen = [goesOn(first.lts), goesOn(second.lts)] as const;
  for (const relation of bisimulations) {
    const found = bisimilarity(both, relation);
    if (classOf(found, both.initial) === classOf(found, both.other)) return { relation, goesOnUnseen };
    if (relation !== 'branching') continue;
    const small = quotient(found);
    const [one, other] = [classOf(found, both.initial), classOf(found, both.other)];
    const onlyFirst = differenceOf(first, both, traceDifference(small, one, other));
    const onlySecond = differenceOf(second, both, traceDifference(small, other, one));
    if (onlyFirst || onlySecond) {
      return { relation: undefined, ...(onlyFirst && { onlyFirst }), ...(onlySecond && { onlySecond }), goesOnUnseen };
    }
    const formula = distinguishingFormula(found, found.of(both.initial), found.of(both.other));
    return { relation: 'traces', choice: formulaText(formula, found.lts.names), goesOnUnseen };
  }
  throw new Error('the coarsest bisimulation was not tried');
}

/**
 * Whether two systems are bisimilar under what is seen of them, ends included.
 *
 * @throws RangeError when one of them was not explored completely.
 */
export function bisimilar(first: Observed, second: Observed, kind: Bisimulation): boolean {
  refusePart(first);
  refusePart(second);
  const both = joined(first.lts, second.lts);
  const found = bisimilarity(both, kind);
  return classOf(found, both.initial) === classOf(found, both.other);
}

/**
 * Whether an implementation refines a service: whatever can be seen of the one can be seen of the other, ends included,
 * so that an end that the service has not, a deadlock or a livelock, is seen as well.
 *
 * @returns undefined when it does; otherwise a shortest trace of the implementation that the service has not.
 * @throws RangeError when one of them was not explored completely.
 */
export function refinementFailure(implementation: Observed, service: Observed): Difference | undefined {
  refusePart(implementation);
  refusePart(service);
  const both = joined(implementation.lts, service.lts);
  const found = bisimilarity(both, 'branching');
  const [one, other] = [classOf(found, both.initial), classOf(found, both.other)];
  return differenceOf(implementation, both, traceDifference(quotient(found), one, other));
}

function differenceOf(
  { lts, pathOf }: Observed,
  both: Joined,
  found: ReturnType<typeof traceDifference>,
): Difference | undefined {
  if (found === undefined) return undefined;
  const trace = found.trace.map((label) => both.names[label]!);
  const own = new Map(lts.names.map((name, label) => [name, label]));
  return {
    trace,
    path: pathOf(
      pathAlong(
        lts,
        lts.initial,
        trace.map((name) => own.get(name)!),
      ),
    ),
    instead: found.allowed.map((label) => both.names[label]!).sort(),
  };
}

const goesOn = (lts: Lts): boolean => lts.labels.includes(SILENT) && silentComponents(lts).diverges.includes(1);

function refusePart({ system, stopped }: Observed): void {
  if (stopped !== undefined)
    throw new RangeError(`system "${system.name}" was not explored completely: nothing can be claimed of it`);
}
