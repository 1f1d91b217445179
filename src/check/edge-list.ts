import { type Columns, type ReadColumn, bytesOf } from './columns.ts';
import type { Graph } from './graph.ts';

/** The edges of a graph as they are found, state by state. */
export class EdgeList {
  #offsets: Uint32Array = new Uint32Array(1 << 10);
  #targets: Uint32Array = new Uint32Array(1 << 12);
  #classes: Uint16Array = new Uint16Array(1 << 12);
  #states = 0;
  #edges = 0;

  get bytes(): number {
    return this.#offsets.byteLength + this.#targets.byteLength + this.#classes.byteLength;
  }

  /** How many edges there are. */
  get count(): number {
    return this.#edges;
  }

  /** The edges, to be kept. */
  get kept(): Columns {
    return {
      offsets: bytesOf(this.#offsets.subarray(0, this.#states + 1)),
      targets: bytesOf(this.#targets.subarray(0, this.#edges)),
      classes: bytesOf(this.#classes.subarray(0, this.#edges)),
    };
  }

  /** Has so many edges of so many states that were kept. */
  restore(states: number, edges: number, read: ReadColumn): void {
    [this.#states, this.#edges] = [states, edges];
    [this.#offsets, this.#targets] = [new Uint32Array(states + 2), new Uint32Array(edges)];
    this.#classes = new Uint16Array(edges);
    const { offsets, targets, classes } = this.kept;
    read('offsets', offsets!);
    read('targets', targets!);
    read('classes', classes!);
  }

  /** Adds the edges of the next state: the first `count` of `targets`, each with the class of its slot. */
  add(count: number, targets: Int32Array, slots: Int32Array, classOf: Uint16Array): void {
    if (this.#edges + count > this.#targets.length) {
      const length = Math.ceil((this.#edges + count) * 1.5);
      this.#targets = longer(this.#targets, new Uint32Array(length));
      this.#classes = longer(this.#classes, new Uint16Array(length));
    }
    for (let edge = 0; edge < count; edge++) {
      this.#targets[this.#edges] = targets[edge]!;
      this.#classes[this.#edges++] = classOf[slots[edge]!]!;
    }
    if (this.#states + 1 === this.#offsets.length) {
      this.#offsets = longer(this.#offsets, new Uint32Array(this.#offsets.length * 2));
    }
    this.#offsets[++this.#states] = this.#edges;
  }

  /** The graph of so many states: those that were not added have no edges. */
  graph(states: number, { classNames, classFairness }: Pick<Graph, 'classNames' | 'classFairness'>): Graph {
    const offsets = longer(this.#offsets.subarray(0, this.#states + 1), new Uint32Array(states + 1));
    return {
      states,
      offsets: offsets.fill(this.#edges, this.#states + 1),
      targets: this.#targets.subarray(0, this.#edges),
      classes: this.#classes.subarray(0, this.#edges),
      classNames,
      classFairness,
    };
  }
}

function longer<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
