/**
 * A small evaluator of the TLA+ that exports are written in: states, steps, invariants, and `~>` under WF and SF by the
 * meaning that TLA+ gives them. Knows nothing of systems: it reads the text alone.
 */
import type { Node } from 'web-tree-sitter';

import { canonical } from '../../src/model/index.ts';
import { definitionsOf } from './tla-syntax.ts';

type Value = string | number | boolean | Value[] | { [field: string]: Value };
export type TlaState = Readonly<Record<string, Value>>;
type Scope = { state: TlaState; next?: Record<string, Value>; bound: Record<string, Value> };
type Formula = (scope: Scope) => Value;
/** Gives every way in which an action can go on from what of the next state is known. */
type Action = (scope: Scope) => Scope[];

const same = (a: Value, b: Value): boolean => a === b || canonical(a) === canonical(b);
const parts = (node: Node): Node[] =>
  node.namedChildren.filter((child) => !/^(bullet|langle|rangle|comment|block)/.test(child!.type)) as Node[];

/** A module that was read: its formulas can be asked, its actions be taken. */
export class TlaModule {
  readonly #definitions: ReturnType<typeof definitionsOf>;
  readonly #formulas = new Map<Node | number, Formula>();
  readonly #actions = new Map<number, Action>();
  readonly variables: readonly string[];

  constructor(text: string) {
    this.#definitions = definitionsOf(text);
    this.variables = parts(this.body('vars')).map((node) => node.text);
  }

  body(name: string): Node {
    const definition = this.#definitions.get(name);
    if (!definition) throw new Error(`the module does not define ${name}`);
    return definition.body;
  }

  /** Whether a predicate of this name holds in a state. */
  holds(name: string, state: TlaState): boolean {
    return this.ask(this.body(name), { state, bound: {} }) === true;
  }

  /** The initial state: there is one. */
  initial(): TlaState {
    const state: Record<string, Value> = {};
    for (const item of parts(this.body('Init'))) {
      const [variable, value] = parts(item.type === 'conj_item' ? parts(item)[0]! : item).filter(
        ({ type }) => type !== 'eq',
      );
      state[variable!.text] = this.ask(value!, { state: {}, bound: {} });
    }
    return state;
  }

  /** The names of the actions of a disjunction. */
  actionsOf(name: string): string[] {
    const node = this.body(name);
    return node.type === 'disj_list'
      ? parts(node).map((item) => parts(item)[0]!.text)
      : node.text === 'FALSE'
        ? []
        : [node.text];
  }

  /** Every state that an action leads to; one for each way to do it. */
  after(name: string, state: TlaState): TlaState[] {
    return this.#act(this.body(name))({ state, next: {}, bound: {} }).map(({ next }) => {
      const missing = this.variables.filter((variable) => !(variable in next!));
      if (missing.length > 0) throw new Error(`${name} leaves open ${missing.join(', ')}`);
      return next!;
    });
  }

  ask(node: Node, scope: Scope): Value {
    let formula = this.#formulas.get(node.id);
    if (formula === undefined) this.#formulas.set(node.id, (formula = this.#formula(node)));
    return formula(scope);
  }

  #formula(node: Node): Formula {
    const inner = parts(node);
    const of =
      (place: number): Formula =>
      (scope) =>
        this.ask(inner[place]!, scope);
    const all: Formula = (scope) => inner.every((item) => this.ask(item, scope) === true);
    const some: Formula = (scope) => inner.some((item) => this.ask(item, scope) === true);
    switch (node.type) {
      case 'string': {
        const text = JSON.parse(node.text) as string;
        return () => text;
      }
      case 'nat_number':
        return () => Number(node.text);
      case 'boolean':
        return () => node.text === 'TRUE';
      case 'parentheses':
      case 'conj_item':
      case 'disj_item':
        return of(0);
      case 'conj_list':
        return all;
      case 'disj_list':
        return some;
      case 'tuple_literal':
      case 'finite_set_literal':
        return (scope) => inner.map((item) => this.ask(item, scope));
      case 'record_literal': {
        const fields = inner.filter(({ type }) => type !== 'all_map_to');
        return (scope) =>
          Object.fromEntries(
            fields.flatMap((field, index) =>
              index % 2 === 0 ? [[field.text, this.ask(fields[index + 1]!, scope)]] : [],
            ),
          );
      }
      case 'identifier_ref':
      case 'bound_op':
        return this.#reference(node, inner);
      case 'function_evaluation':
        return (scope) => (this.ask(inner[0]!, scope) as Value[])[(this.ask(inner[1]!, scope) as number) - 1]!;
      case 'bounded_quantification':
        return this.#quantified(node);
      case 'bound_prefix_op':
        if (inner[0]!.type === 'lnot') return (scope) => this.ask(inner[1]!, scope) !== true;
        break;
      case 'bound_infix_op':
        return this.#infix(inner);
    }
    throw new Error(`the evaluator does not know ${node.type}: ${node.text.slice(0, 60)}`);
  }

  #reference(node: Node, inner: readonly Node[]): Formula {
    const name = inner[0]?.text ?? node.text;
    const given = (scope: Scope): Value[] => inner.slice(1).map((item) => this.ask(item, scope));
    const library: Record<string, (queue: Value[], ...more: Value[]) => Value> = {
      Len: (queue) => queue.length,
      Head: (queue) => queue[0]!,
      Tail: (queue) => queue.slice(1),
      Append: (queue, item) => [...queue, item!],
      SubSeq: (queue, from, to) => queue.slice((from as number) - 1, to as number),
    };
    if (Object.hasOwn(library, name))
      return (scope) => {
        const [queue, ...more] = given(scope);
        return library[name]!(queue as Value[], ...more);
      };
    const definition = this.#definitions.get(name);
    if (definition) {
      return (scope) => {
        const values = given(scope);
        const bound = Object.fromEntries(definition.parameters.map((parameter, place) => [parameter, values[place]!]));
        return this.ask(definition.body, definition.parameters.length === 0 ? scope : { ...scope, bound });
      };
    }
    return ({ state, bound }) => {
      const value = bound[name] ?? state[name];
      if (value === undefined) throw new Error(`nothing is called ${name}`);
      return value;
    };
  }

  #quantified(node: Node): Formula {
    const [kind, bound, body] = parts(node);
    const [variable, , set] = parts(bound!);
    return (scope) => {
      const holds = (value: Value): boolean =>
        this.ask(body!, { ...scope, bound: { ...scope.bound, [variable!.text]: value } }) === true;
      const values = this.ask(set!, scope) as Value[];
      return kind!.type === 'forall' ? values.every(holds) : values.some(holds);
    };
  }

  #infix([left, operator, right]: readonly Node[]): Formula {
    const [a, b] = [left, right].map((node) => (scope: Scope) => this.ask(node!, scope));
    const number = (formula: Formula) => (scope: Scope) => formula(scope) as number;
    const [x, y] = [number(a!), number(b!)];
    const operators: Record<string, Formula> = {
      land: (scope) => a!(scope) === true && b!(scope) === true,
      lor: (scope) => a!(scope) === true || b!(scope) === true,
      implies: (scope) => a!(scope) !== true || b!(scope) === true,
      eq: (scope) => same(a!(scope), b!(scope)),
      neq: (scope) => !same(a!(scope), b!(scope)),
      in: (scope) => (b!(scope) as Value[]).some((item) => same(item, a!(scope))),
      notin: (scope) => !(b!(scope) as Value[]).some((item) => same(item, a!(scope))),
      leq: (scope) => x(scope) <= y(scope),
      gt: (scope) => x(scope) > y(scope),
      plus: (scope) => x(scope) + y(scope),
      minus: (scope) => x(scope) - y(scope),
      circ: (scope) => [...(a!(scope) as Value[]), ...(b!(scope) as Value[])],
      dots_2: (scope) => Array.from({ length: Math.max(0, y(scope) - x(scope) + 1) }, (_, place) => x(scope) + place),
    };
    const known = operators[operator!.type];
    if (!known) throw new Error(`the evaluator does not know the operator ${operator!.type}`);
    return known;
  }

  #act(node: Node): Action {
    const known = this.#actions.get(node.id);
    if (known) return known;
    const action = this.#action(node);
    this.#actions.set(node.id, action);
    return action;
  }

  #action(node: Node): Action {
    const inner = parts(node);
    switch (node.type) {
      case 'conj_item':
      case 'disj_item':
      case 'parentheses':
        return this.#act(inner[0]!);
      case 'conj_list': {
        const actions = inner.map((item) => this.#act(item));
        return (scope) => actions.reduce((open, action) => open.flatMap(action), [scope]);
      }
      case 'disj_list': {
        const actions = inner.map((item) => this.#act(item));
        return (scope) => actions.flatMap((action) => action(scope));
      }
      case 'bound_prefix_op':
        if (inner[0]!.type === 'unchanged') {
          const kept = parts(inner[1]!).map(({ text }) => text);
          return (scope) => [
            {
              ...scope,
              next: { ...scope.next, ...Object.fromEntries(kept.map((name) => [name, scope.state[name]!])) },
            },
          ];
        }
        break;
      case 'bounded_quantification':
        if (inner[0]!.type === 'exists' && node.descendantsOfType('prime').length > 0) {
          const [variable, , set] = parts(inner[1]!);
          const body = this.#act(inner[2]!);
          return (scope) =>
            (this.ask(set!, scope) as Value[]).flatMap((value) =>
              body({ ...scope, bound: { ...scope.bound, [variable!.text]: value } }),
            );
        }
        break;
      case 'bound_infix_op':
        if (inner[0]!.type === 'bound_postfix_op') {
          const variable = parts(inner[0]!)[0]!.text;
          return (scope) => [{ ...scope, next: { ...scope.next, [variable]: this.ask(inner[2]!, scope) } }];
        }
    }
    return (scope) => (this.ask(node, scope) === true ? [scope] : []);
  }
}
