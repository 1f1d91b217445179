import type { Untaken } from '../model/index.ts';

const nearness = ['never', 'on the way', 'at rest'] as const;

/** What two parties or two runs, neither of which takes a transition, show of it together. */
export function joined(one: Untaken, other: Untaken): Untaken {
  return {
    ...one,
    met: nearness[Math.max(nearness.indexOf(one.met), nearness.indexOf(other.met))]!,
    raised: one.raised || other.raised,
    own: one.own || other.own,
    senders: both(one.senders, other.senders),
    arrives: one.arrives || other.arrives,
    trueOnce: both(one.trueOnce, other.trueOnce),
    held: one.held || other.held,
    before: both(one.before, other.before),
  };
}

function both(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 && b.length === 0) return a;
  return [...new Set([...a, ...b])].sort();
}
