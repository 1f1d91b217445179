import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';

import { type LocalView, ModelError, UnknownNameError, canonical, hint } from '../model/index.ts';
import { freezeDeep } from './freeze.ts';
import { nodesOf } from './machine.ts';

/** Where a local state first came from: the state before it and the event's number. */
export type Cause = { readonly from: number; readonly event: number };

/**
 * The local states of one party by number, in order of appearance.
 *
 * Two are the same when value, context, status and history are: history decides where later transitions lead.
 */
export class LocalStates {
  readonly snapshots: AnyMachineSnapshot[] = [];
  readonly causes: (Cause | undefined)[] = [];
  readonly #ids = new Map<string, number>();
  readonly #views: LocalView[] = [];
  readonly #party: string;
  /** Every state of the chart but its root, dots between the names. */
  readonly #paths: ReadonlySet<string>;
  readonly #tags: ReadonlySet<string>;

  constructor(party: string, machine: AnyStateMachine) {
    this.#party = party;
    const nodes = nodesOf(machine);
    this.#paths = new Set(nodes.slice(1).map(({ path }) => path.join('.')));
    this.#tags = new Set(nodes.flatMap(({ tags }) => tags));
  }

  get count(): number {
    return this.snapshots.length;
  }

  /** @throws ModelError when the context is not plain data, or other actors are running. */
  intern(snapshot: AnyMachineSnapshot, cause?: Cause): number {
    const key = this.keyOf(snapshot);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.snapshots.length;
    this.#ids.set(key, id);
    freezeDeep(snapshot.context);
    this.snapshots.push(snapshot);
    this.causes.push(cause);
    return id;
  }

  /** One text for all that a local state is. */
  keyOf(snapshot: AnyMachineSnapshot): string {
    if (Object.keys(snapshot.children).length > 0) {
      throw new ModelError(`party "${this.#party}": the chart starts other actors; make each a party of the system`);
    }
    const { value, status } = snapshot;
    const history = Object.entries(snapshot.historyValue).map(([id, nodes]) => [
      id,
      nodes.map((node) => node.id).sort(),
    ]);
    const remembered = canonical(Object.fromEntries(history));
    return `${canonical(value)}${status}${remembered}${this.#contextKey(snapshot.context)}`;
  }

  /** A local state as claims see it. */
  view(id: number): LocalView {
    return (this.#views[id] ??= this.#makeView(this.snapshots[id]!));
  }

  #contextKey(context: unknown): string {
    try {
      return canonical(context, 'context', 'kept');
    } catch (error) {
      throw new ModelError(`party "${this.#party}": ${(error as Error).message}`);
    }
  }

  #makeView(snapshot: AnyMachineSnapshot): LocalView {
    const value: unknown = freezeDeep(snapshot.value);
    const matched = new Map<string, boolean>();
    return Object.freeze({
      value,
      context: snapshot.context as unknown,
      matches: (path: string) => {
        const known = matched.get(path);
        if (known !== undefined) return known;
        if (!this.#paths.has(path)) {
          throw new UnknownNameError(`party "${this.#party}" has no state "${path}"${hint(path, this.#paths)}`);
        }
        const isMatched = isIn(value, path.split('.'));
        matched.set(path, isMatched);
        return isMatched;
      },
      hasTag: (tag: string) => {
        if (!this.#tags.has(tag)) {
          throw new UnknownNameError(
            `no state of party "${this.#party}" bears the tag "${tag}"${hint(tag, this.#tags)}`,
          );
        }
        return snapshot.hasTag(tag);
      },
    });
  }
}

function isIn(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (typeof value === 'string') return value === name && rest.length === 0;
  return Object.hasOwn(value as object, name) && isIn((value as Record<string, unknown>)[name], rest);
}
