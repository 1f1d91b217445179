import type { System, Visible } from '../model/index.ts';
import { allSteps, messagesOf, seenBy, wording } from '../relate/index.ts';

import { Failure, shortened, unknown } from './failure.ts';

/** How two systems are looked at: in words, what is seen of each, and which parties are left out. */
export type DiffView = {
  readonly says: string;
  readonly visible: readonly [Visible, Visible];
  /** Parties that only one of the two has, where that leaves them hidden. */
  readonly hidden: readonly string[];
};

/**
 * The view that the command line names: `messages` (the default), `all`, or what some parties see.
 *
 * @throws Failure (150) at a name that is no view and no party of both, with the nearest one.
 */
export function diffView(names: readonly string[], first: System, second: System): DiffView {
  const say = wording(first.label);
  const both = Object.keys(first.parties).filter((party) => party in second.parties);
  const only = [...Object.keys(first.parties), ...Object.keys(second.parties)].filter((party) => !both.includes(party));
  const [name, ...more] = names.length === 0 ? ['messages'] : names;
  if (name === 'all' && more.length === 0) {
    const visible = allSteps(say);
    return { says: 'every step is seen', visible: [visible, visible], hidden: [] };
  }
  if (name === 'messages' && more.length === 0) {
    if (both.length === 0) throw new Failure('the two runs have no party in common; compare them with --view all');
    const visible = messagesOf(new Set(both), say);
    return {
      says: 'what the parties of both do and receive is seen',
      visible: [visible, visible],
      hidden: only,
    };
  }
  const whole = names.find((each) => each === 'all' || each === 'messages');
  if (whole !== undefined) throw new Failure(`the view "${whole}" stands alone: leave the other --view out`);
  for (const party of names) {
    if (only.includes(party))
      throw new Failure(`only one of the two runs has the party "${party}"; both have: ${shortened(both)}`);
    if (!both.includes(party)) throw unknown('view', party, ['messages', 'all', ...both]);
  }
  const parties = new Set(names);
  return {
    says: `what ${names.join(' and ')} ${names.length === 1 ? 'does, receives and sends' : 'do, receive and send'} is seen`,
    visible: [seenBy(first, parties, say), seenBy(second, parties, say)],
    hidden: [],
  };
}
