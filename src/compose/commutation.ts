import type { Composition } from './composition.ts';
import { UNKNOWN } from './int-table.ts';
import { type ClusterEvent, NOTHING, type Occurrences } from './occurrences.ts';

/** What a look-up that nobody made stands for: it may be anything, or it never comes. */
export type Unasked = 'anything' | 'never';

/** What may happen to a cluster beside an event, and what of it is in the way. */
export type Beside = {
  /** The local states that the cluster may come to before the event. */
  readonly locals: readonly number[];
  /** The first event that does not commute with it: of a message, or an own step of the first of `locals`. */
  readonly conflict: ClusterEvent | 'some' | undefined;
};

/** More local states than this are not looked at: the event is then taken to conflict. */
const MOST_LOCALS = 256;

/**
 * Tells which events of one cluster commute: in either order the same local state and the same sends, none of both to
 * one queue, and no unspecified reception. By look-ups in the tables alone.
 */
export class Commutation {
  readonly #composition: Composition;
  readonly #occurrences: Occurrences;
  readonly #unasked: Unasked;
  readonly #isUnspecified: (cluster: number, move: number) => boolean;
  readonly #known = new Map<string, Beside>();

  constructor(
    composition: Composition,
    occurrences: Occurrences,
    unasked: Unasked,
    isUnspecified: (cluster: number, move: number) => boolean,
  ) {
    this.#composition = composition;
    this.#occurrences = occurrences;
    this.#unasked = unasked;
    this.#isUnspecified = isUnspecified;
  }

  /**
   * What may come before an event of a cluster from a local state on.
   *
   * @param taken own steps that do not come before it.
   * @param messages events of messages that may, in any order and number.
   */
  beside(
    cluster: number,
    local: number,
    event: ClusterEvent,
    taken: readonly ClusterEvent[],
    messages: readonly ClusterEvent[],
  ): Beside {
    const key = `${cluster} ${local} ${event} ${taken.join()} ${messages.join()}`;
    const known = this.#known.get(key) ?? this.#look(cluster, local, event, taken, messages);
    this.#known.set(key, known);
    return known;
  }

  #look(
    cluster: number,
    local: number,
    event: ClusterEvent,
    taken: readonly ClusterEvent[],
    messages: readonly ClusterEvent[],
  ): Beside {
    const met = new Set([local]);
    const locals = [local];
    const conflicts = (conflict: Beside['conflict']): Beside => ({ locals, conflict });
    for (const at of locals) {
      if (locals.length > MOST_LOCALS) return conflicts('some');
      const own = this.#occurrences.ownEvents(cluster, at);
      if (own === undefined) {
        if (this.#unasked === 'anything') return conflicts('some');
        continue;
      }
      for (const other of [...own.filter((one) => one !== event && !taken.includes(one)), ...messages]) {
        const next = this.#diamond(cluster, at, event, other);
        if (next === 'conflict') return conflicts(other < 0 || at === local ? other : 'some');
        if (next === 'never' || met.has(next)) continue;
        met.add(next);
        locals.push(next);
      }
    }
    return { locals, conflict: undefined };
  }

  /** Where another event leads when it comes first; whether it cannot; or that the two do not commute. */
  #diamond(cluster: number, at: number, event: ClusterEvent, other: ClusterEvent): number | 'never' | 'conflict' {
    const unknown = this.#unasked === 'anything' ? 'conflict' : 'never';
    const move = (local: number, one: ClusterEvent): number => this.#occurrences.move(cluster, local, one);
    const { after } = this.#composition.clusters[cluster]!;
    const next = (one: number): number => after.data[one]! >> 1;
    const second = move(at, other);
    if (second === NOTHING) return 'never';
    const first = move(at, event);
    if (second === UNKNOWN || first === UNKNOWN) return unknown;
    if (first === NOTHING) return 'conflict';
    const firstLast = move(next(second), event);
    const secondLast = move(next(first), other);
    if (firstLast === NOTHING || secondLast === NOTHING) return 'conflict';
    if (firstLast === UNKNOWN || secondLast === UNKNOWN) return unknown;
    const same = next(firstLast) === next(secondLast) && this.#sendApart(cluster, first, firstLast, second, secondLast);
    const specified = ![first, second, firstLast, secondLast].some((one) => this.#isUnspecified(cluster, one));
    return same && specified ? next(second) : 'conflict';
  }

  /** Whether each of two steps sends the same early and late, and no queue gets something of both. */
  #sendApart(cluster: number, first: number, firstLast: number, second: number, secondLast: number): boolean {
    const { queues, appends } = this.#composition.clusters[cluster]!;
    for (let place = 0; place < queues.length; place++) {
      const sent = (move: number): number => appends.data[move * queues.length + place]!;
      if (sent(first) !== sent(firstLast) || sent(second) !== sent(secondLast)) return false;
      if (sent(first) !== 0 && sent(second) !== 0) return false;
    }
    return true;
  }
}
