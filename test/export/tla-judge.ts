/** What an exported module says, worked out from its text: states, steps, invariants, and what must follow. */
import type { Node } from 'web-tree-sitter';

import { canonical } from '../../src/model/index.ts';
import { fairStates, type NaiveEdge } from '../reference/naive-fairness.ts';
import { TlaModule, type TlaState } from './tla-evaluator.ts';

type Edge = { readonly action: string; readonly target: number };

/** A module, explored. */
export class TlaGraph {
  readonly module: TlaModule;
  readonly states: TlaState[] = [];
  readonly edges: Edge[][] = [];

  constructor(text: string) {
    this.module = new TlaModule(text);
    const numbers = new Map<string, number>();
    const enter = (state: TlaState): number => {
      const key = canonical(state);
      const number = numbers.get(key) ?? this.states.push(state) - 1;
      numbers.set(key, number);
      return number;
    };
    enter(this.module.initial());
    const actions = this.module.actionsOf('Next');
    for (let source = 0; source < this.states.length; source++) {
      this.edges[source] = actions.flatMap((action) =>
        this.module.after(action, this.states[source]!).map((next) => ({ action, target: enter(next) })),
      );
    }
  }

  /** How many states TLC would generate beside the initial one. */
  get steps(): number {
    return this.edges.reduce((sum, { length }) => sum + length, 0);
  }

  /** Whether a state predicate holds in every state. */
  invariant(name: string): boolean {
    return this.states.every((state) => this.module.holds(name, state));
  }

  /** Whether a temporal property holds: `P ~> Q` under the fairness of this name, or `[](P => []~Q)`. */
  property(name: string, fairness: string): boolean {
    const node = this.module.body(name);
    const operator = node.namedChildren[1]!;
    if (operator.type === 'leads_to') return this.#leadsTo(node.namedChildren[0]!, node.namedChildren[2]!, fairness);
    const [, implication] = [
      ...node.descendantsOfType('implies').slice(0, 1),
      node.descendantsOfType('implies')[0]!.parent!,
    ];
    const [after, , always] = implication!.namedChildren;
    return this.#neverAfter(after!, always!.namedChildren[1]!);
  }

  #set(node: Node): Set<number> {
    return new Set(
      this.states.flatMap((state, number) => (this.module.ask(node, { state, bound: {} }) === true ? [number] : [])),
    );
  }

  #neverAfter(after: Node, allowed: Node): boolean {
    const reached = this.#set(after);
    const good = this.#set(allowed);
    for (const state of reached) {
      if (!good.has(state)) return false;
      for (const { target } of this.edges[state]!) reached.add(target);
    }
    return true;
  }

  #leadsTo(from: Node, to: Node, fairness: string): boolean {
    const goal = this.#set(to);
    const region = new Set([...this.#set(from)].filter((state) => !goal.has(state)));
    for (const state of region) for (const { target } of this.edges[state]!) if (!goal.has(target)) region.add(target);
    const { edges, kinds } = this.#fair(fairness);
    return fairStates({ edges, fairness: kinds }, edges, region).size === 0;
  }

  /** Edges as TLA+ sees them: a step that changes nothing is none, and stuttering is possible everywhere. */
  #fair(name: string): { edges: NaiveEdge[][]; kinds: Record<string, 'none' | 'weak' | 'strong'> } {
    const kinds: Record<string, 'none' | 'weak' | 'strong'> = { stutter: 'none', '': 'none' };
    const edges = this.edges.map((out, source): NaiveEdge[] => [
      { target: source, class: 'stutter' },
      ...out.filter(({ target }) => target !== source).map(({ target }) => ({ target, class: '' })),
    ]);
    const conjuncts = this.module.body(name).text === 'TRUE' ? [] : this.module.body(name).namedChildren;
    for (const conjunct of conjuncts) {
      const text = conjunct!.text.replace(/^\/\\/, '').trim();
      const [, kind, action, idle] = /^\(?(WF|SF)_vars\((\w+)(?: \/\\ ~(\w+))?\)/.exec(text) ?? [];
      const excuse = /\\\/ \[\]<>(\w+)/.exec(text)?.[1];
      if (action === undefined) throw new Error(`no fairness: ${text}`);
      kinds[action] = kind === 'WF' ? 'weak' : 'strong';
      const actions = new Set(this.module.actionsOf(action));
      this.edges.forEach((out, source) => {
        const excused = (name: string | undefined): boolean =>
          name !== undefined && this.module.holds(name, this.states[source]!);
        if (excused(excuse)) edges[source]!.push({ target: source, class: action });
        if (excused(idle)) return;
        for (const edge of out) {
          if (edge.target !== source && actions.has(edge.action))
            edges[source]!.push({ target: edge.target, class: action });
        }
      });
    }
    return { edges, kinds };
  }
}
