import type { Untaken } from '../model/index.ts';

const nearness = ['never', 'on the way', 'at rest'] as const;

/** What two parties or two runs, neither of which takes a transition, show of it together. */
export function joined(one: Untaken, other: Untaken): Untaken {
  const both = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])].sort();
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
