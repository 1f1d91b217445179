import {
  canonical,
  type Explanation,
  type Message,
  type Passing,
  type Path,
  type Step,
  type System,
  type View,
} from '../model/index.ts';

import { messageText } from './message-text.ts';
import { contextChanges, newStates, stateText } from './state-text.ts';

/** A message that a step sends. `receivedAt` is the number of the step that takes it from its queue, if one does. */
export type Told = {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** A call within the step: sent and received at once. */
  readonly direct: boolean;
  readonly receivedAt?: number;
};

/** A party whose state is another after the step: which innermost states are new, which context fields differ. */
export type Change = { readonly party: string; readonly states: string; readonly context: readonly string[] };

/** One step in words. Steps are numbered from 1. */
export type Episode = Pick<Step, 'kind' | 'party'> & {
  readonly text: string;
  /** Who sent the message that the step takes, and at which step (0: at the start). */
  readonly from?: string;
  readonly sentAt?: number;
  readonly sends: readonly Told[];
  readonly changes: readonly Change[];
};

/** Why it comes to what a path shows, in words: see `Explanation`. `passes.does` is the step that a passing run takes. */
export type Why = Pick<Explanation, 'matters' | 'doomed'> & {
  readonly passes?: Omit<Passing, 'step'> & { readonly does?: Pick<Episode, 'kind' | 'party' | 'text'> };
};

/** A path in words: plain data, enough to draw it. */
export type Story = {
  /** From left to right. */
  readonly lanes: readonly string[];
  readonly laneOf: Readonly<Record<string, string>>;
  /** The state that each party starts in. */
  readonly initial: Readonly<Record<string, string>>;
  readonly episodes: readonly Episode[];
  /** Index of the first episode of the loop. */
  readonly loop?: number;
  readonly why?: Why;
};

/** A message in a queue, and where it came from. */
type Waiting = { readonly key: string; readonly from?: string; readonly at: number };

/**
 * Tells a path: which step sent what each step receives, and who is in which state after it.
 *
 * `views` are the states along the path, the initial one first: one more than there are steps.
 */
export function tell(system: System, path: Path, views: readonly View[], explanation?: Explanation): Story {
  const laneOf = Object.fromEntries(
    Object.keys(system.parties).map((party) => [party, system.lanes?.[party] ?? party]),
  );
  const origins = follow(system, path, views[0]!);
  const receipts = new Map<string, number>();
  origins.forEach((origin, index) => {
    if (origin && !receipts.has(origin.sending)) receipts.set(origin.sending, index + 1);
  });
  return {
    lanes: lanesOf(system, laneOf),
    laneOf,
    initial: Object.fromEntries(
      Object.keys(system.parties).map((party) => [party, stateText(views[0]!.party[party]!.value)]),
    ),
    episodes: path.steps.map((step, index) => {
      const origin = origins[index];
      return {
        kind: step.kind,
        party: step.party,
        text: messageText(system, step.message),
        ...(origin?.waiting.from !== undefined && { from: origin.waiting.from }),
        ...(origin && { sentAt: origin.waiting.at }),
        sends: step.sends.map((sending, place) => {
          const receivedAt = receipts.get(`${index + 1}.${place}`);
          return {
            from: sending.from,
            to: sending.to,
            text: messageText(system, sending.message),
            direct: system.channels[sending.channel]?.kind === 'direct',
            ...(receivedAt !== undefined && { receivedAt }),
          };
        }),
        changes: changes(system, views[index]!, views[index + 1]!),
      };
    }),
    ...(path.loop !== undefined && { loop: path.loop }),
    ...(explanation && { why: whyOf(system, explanation) }),
  };
}

function whyOf(system: System, { passes, ...rest }: Explanation): Why {
  if (passes === undefined) return rest;
  const { step, ...told } = passes;
  if (step === undefined) return { ...rest, passes: told };
  const { kind, party, message } = step;
  return { ...rest, passes: { ...told, does: { kind, party, text: messageText(system, message) } } };
}

/** In the order of the lanes as the system lists them, those that no party stands in left out. */
function lanesOf(system: System, laneOf: Readonly<Record<string, string>>): readonly string[] {
  const used = new Set(Object.values(laneOf));
  return [...new Set([...Object.values(system.lanes ?? {}), ...used])].filter((lane) => used.has(lane));
}

/** For each step, where the message that it takes came from. */
function follow(
  system: System,
  path: Path,
  start: View,
): readonly ({ waiting: Waiting; sending: string } | undefined)[] {
  type Entry = Waiting & { readonly sending: string };
  const queues = new Map<string, Entry[]>();
  for (const [channel, { kind }] of Object.entries(system.channels)) {
    if (kind !== 'fifo') continue;
    const from = onlySender(system, channel);
    const first = (message: Message, place: number): Entry => ({
      key: canonical(message),
      at: 0,
      sending: `0.${channel}.${place}`,
      ...(from !== undefined && { from }),
    });
    queues.set(channel, (start.channel[channel] ?? []).map(first));
  }
  return path.steps.map((step, index) => {
    const queue = step.channel === undefined ? undefined : queues.get(step.channel);
    const place = queue?.findIndex(({ key }) => key === canonical(step.message)) ?? -1;
    const taken = queue?.[place];
    if (taken && step.kind !== 'duplicate') queue!.splice(place, 1);
    step.sends.forEach(({ from, channel, message }, sent) =>
      queues.get(channel)?.push({ key: canonical(message), from, at: index + 1, sending: `${index + 1}.${sent}` }),
    );
    return taken && { waiting: taken, sending: taken.sending };
  });
}

/** The one party that can send to a channel, if there is only one. */
function onlySender(system: System, channel: string): string | undefined {
  const senders = Object.entries(system.parties).filter(([, { ports }]) =>
    Object.values(ports ?? {}).includes(channel),
  );
  return senders.length === 1 ? senders[0]![0] : undefined;
}

function changes(system: System, before: View, after: View): readonly Change[] {
  return Object.keys(system.parties).flatMap((party) => {
    const [old, now] = [before.party[party]!, after.party[party]!];
    const states = newStates(old.value, now.value);
    const context = contextChanges(old.context, now.context);
    return states === '' && context.length === 0 ? [] : [{ party, states, context }];
  });
}
