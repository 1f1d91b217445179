import type { Composition } from '../../compose/index.ts';
import type { Step } from '../../model/index.ts';
import type { Deed, Rule } from './deeds.ts';

/** The step that a rule is, as claims see it. */
export function stepOf(composition: Composition, { key, class: number }: Deed, rule: Rule | undefined): Step {
  const { parties, classNames } = composition;
  const sends = (rule?.says ?? []).map(({ from, channel, to, message }) => ({
    from: parties.list[from]!.name,
    channel,
    to: parties.list[to]!.name,
    message: parties.messages.at(message),
  }));
  return { ...key, class: classNames[number]!, sends };
}

/** What is in a queue after a step, if the step can be taken. */
export function contentsAfter(
  { key, queue: taken, message }: Deed,
  rule: Rule | undefined,
  queue: number,
  before: readonly number[],
): readonly number[] {
  const place = queue === taken && key.kind !== 'duplicate' ? before.indexOf(message) : -1;
  const sent = (rule?.queued ?? []).filter((each) => each.queue === queue).map((each) => each.message);
  return [...before.filter((_, index) => index !== place), ...sent];
}
