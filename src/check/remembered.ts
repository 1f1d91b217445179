import { type Variables, noting } from './variables.ts';

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
 * A function of variables, run once for each combination of values that it really reads.
 *
 * A decision tree: what the function reads first is at the root, what it then reads for a value found there is below.
 * The function must read nothing else, and depend on nothing else.
 */
export class Remembered<T> {
  #root: Node<T> | undefined;
  readonly #ask: (variables: Variables) => T;

  constructor(ask: (variables: Variables) => T) {
    this.#ask = ask;
  }

  answer(variables: Variables): T {
    let node = this.#root;
    while (node !== undefined) {
      if (node.variable === LEAF) return node.answer as T;
      node = node.next[variables.get(node.variable)];
    }
    return this.#learn(variables);
  }

  /** What it answers wherever a variable has a value, if that alone is known to decide it. */
  decidedBy(variable: number, value: number): T | undefined {
    if (this.#root?.variable === LEAF) return this.#root.answer;
    return this.#root?.variable === variable ? this.#root.next[value]?.answer : undefined;
  }

  #learn(variables: Variables): T {
    const reads: number[] = [];
    const answer = this.#ask(noting(variables, reads));
    const leaf = new Node(LEAF, answer);
    const [first, ...rest] = reads;
    if (first === undefined) this.#root = leaf;
    else this.#root ??= new Node(first);
    let node = this.#root!;
    for (const [depth, variable] of reads.entries()) {
      const value = variables.get(variable);
      const below = depth < rest.length ? (node.next[value] ?? new Node<T>(rest[depth]!)) : leaf;
      node.next[value] = below;
      node = below;
    }
    return answer;
  }
}
