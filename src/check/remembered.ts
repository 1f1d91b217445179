import type { OnRead } from './state-view.ts';

/** Nodes ask for a variable; leaves, which have none, know the answer. */
class Node<T> {
  readonly variable: number;
  readonly answer: T | undefined;
  readonly next: (Node<T> | undefined)[] = [];

  constructor(variable: number, answer?: T) {
    this.variable = variable;
    this.answer = answer;
  }
}

const LEAF = -1;

/**
 * A function of the variables of a state, run once for each combination of values that it really reads.
 *
 * A decision tree: what the function reads first is at the root, what it then reads for a value found there is below.
 * The function must read nothing else, and depend on nothing else.
 */
export class Remembered<T> {
  #root: Node<T> | undefined;
  readonly #ask: (variables: Int32Array, onRead: OnRead) => T;

  /** @param ask the function; it tells `onRead` of each variable before it uses it. */
  constructor(ask: (variables: Int32Array, onRead: OnRead) => T) {
    this.#ask = ask;
  }

  answer(variables: Int32Array): T {
    let node = this.#root;
    while (node !== undefined) {
      if (node.variable === LEAF) return node.answer as T;
      node = node.next[variables[node.variable]!];
    }
    return this.#learn(variables);
  }

  #learn(variables: Int32Array): T {
    const reads: number[] = [];
    const answer = this.#ask(variables, (variable) => {
      if (!reads.includes(variable)) reads.push(variable);
    });
    const [first = LEAF] = reads;
    const leaf = new Node(LEAF, answer);
    if (first === LEAF) this.#root = leaf;
    else this.#root ??= new Node(first);
    let node = this.#root!;
    for (let depth = 0; depth < reads.length; depth++) {
      const value = variables[reads[depth]!]!;
      const below = depth + 1 < reads.length ? (node.next[value] ?? new Node<T>(reads[depth + 1]!)) : leaf;
      node.next[value] = below;
      node = below;
    }
    return answer;
  }
}
