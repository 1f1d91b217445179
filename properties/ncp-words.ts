/**
 * The words of the claims about sockets: the two ends of a pair, seen from one of them, and what is on its way.
 */
import type { Address } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import { nameOf } from '../machines/systems/names.ts';
import { receiverEnd, rivalEnd, senderEnd, type Sockets } from '../machines/systems/two-sockets.ts';
import type { Step } from '../src/model/index.ts';

/** A pair of sockets as the near one sees it. */
export type Pair = {
  readonly near: Address;
  readonly far: Address;
  /** The queue from the near host to the far one. */
  readonly out: string;
};

/** Two sockets that may be connected, from either end. */
export const between = (one: Address, other: Address): readonly Pair[] =>
  [
    [one, other],
    [other, one],
  ].map(([near, far]) => ({ near: near!, far: far!, out: `wire.${near!.host}>${far!.host}` }));

/** The pair of the smallest system, from either end. */
export const twoEnds: readonly Pair[] = between(senderEnd, receiverEnd);
/** The pairs when a rival calls the receiver too. */
export const threeEnds: readonly Pair[] = [...twoEnds, ...between(rivalEnd, receiverEnd)];

/** The same pair as the far end sees it. */
export const turned = ({ near, far }: Pair): Pair => ({ near: far, far: near, out: `wire.${far.host}>${near.host}` });

const socket = (state: Sockets, { near }: Pair) => state.party[nameOf(near) as `ncp.${string}`]!;

/** Whether the near end is in one of these states, whoever the peer is. */
export const nearIs = (state: Sockets, pair: Pair, ...states: readonly string[]): boolean => {
  const { matches } = socket(state, pair);
  return states.some((path) => matches(path));
};

/** Whether the near end is in one of these states, and that with the far end. */
export const withFar = (state: Sockets, pair: Pair, ...states: readonly string[]): boolean =>
  same(socket(state, pair).context.peer, pair.far) && nearIs(state, pair, ...states);

/** What the near end remembers. */
export const memory = (state: Sockets, pair: Pair) => socket(state, pair).context;

/** The messages of the pair on their way from the near end to the far one, head first. */
export const underWay = (state: Sockets, { near, far, out }: Pair) =>
  state.channel[out]!.filter(({ from, to }) => same(from, near) && same(to, far));

/** How many of these types are on their way from the near end to the far one. */
export const count = (state: Sockets, pair: Pair, ...types: readonly string[]): number =>
  underWay(state, pair).filter(({ type }) => types.includes(type)).length;

/** Whether the near end has refused the far one and has not got its CLS. */
export const owed = (state: Sockets, pair: Pair): boolean =>
  memory(state, pair).owed.some((address) => same(address, pair.far));

/** Whether the near end has a request of the far one in its queue. */
export const queued = (state: Sockets, pair: Pair): boolean =>
  memory(state, pair).queue.some(({ from }) => same(from, pair.far));

/** Whether the near end waits for the far end's CLS. */
export const awaitsCls = (state: Sockets, pair: Pair): boolean => withFar(state, pair, 'closing') || owed(state, pair);

const address = (value: unknown): Address => value as Address;

/** Whether the step brings the near end a message of these types from the far one. */
export const brings = ({ kind, message }: Step, { near, far }: Pair, ...types: readonly string[]): boolean =>
  (kind === 'deliver' || kind === 'duplicate') &&
  types.includes(message.type) &&
  same(address(message.from), far) &&
  same(address(message.to), near);

/** Whether the near end says something of these types to the far one in the step. */
export const says = ({ sends }: Step, { near, far }: Pair, ...types: readonly string[]): boolean =>
  sends.some(
    ({ message }) =>
      types.includes(message.type) &&
      'from' in message &&
      same(address(message.from), near) &&
      same(address(message.to), far),
  );

/** Whether the process of the near end is told this in the step. */
export const isTold = ({ sends }: Step, { near }: Pair, ...notes: readonly string[]): boolean =>
  sends.some(({ channel, message }) => channel === `notes.${near.host}` && notes.includes(message.type));
