import { groupedBy } from './grouped.ts';

/** What a function of variables gives: a decision diagram, equal parts merged. */
export type Diagram<T> =
  | { readonly gives: T }
  | {
      readonly variable: number;
      readonly branches: readonly { readonly values: readonly number[]; readonly below: Diagram<T> }[];
    };

/** How a diagram is found: variables have values, and values that the function cannot tell apart form a class. */
export type Asking<T> = {
  /** Runs the function with these values. @returns the variable that it needs beside them, or what it gives. */
  readonly ask: (values: ReadonlyMap<number, number>) => { readonly needs: number } | { readonly gives: T };
  /** The classes of a variable's values, as far as the function has shown that it tells them apart. */
  readonly classes: (variable: number) => readonly (readonly number[])[];
  /** Grows when the function shows that it tells more values apart. */
  readonly looks: () => number;
};

/** A function that looks at too many combinations to be written down. */
export class TooWide extends Error {}

/** How many combinations one function is asked about at most. */
const MOST = 3000;

/** As many, where only those that occur are asked about: they are more to write, and fewer to ask. */
const MOST_OCCURRING = 12_000;

/**
 * The diagram of a function, for those combinations of values of its variables that occur; of others it says nothing.
 *
 * @param rows by state, the value of each variable.
 * @throws TooWide when there are too many.
 */
export function occurringDiagramOf<T>(ask: Asking<T>['ask'], rows: readonly ArrayLike<number>[]): Diagram<T> {
  const shared = new Map<string, { readonly node: Diagram<T>; readonly number: number }>();
  const share = (key: string, node: Diagram<T>): { readonly node: Diagram<T>; readonly number: number } => {
    const known = shared.get(key) ?? { node, number: shared.size };
    shared.set(key, known);
    return known;
  };
  let asked = 0;
  const build = (values: ReadonlyMap<number, number>, here: readonly ArrayLike<number>[]): ReturnType<typeof share> => {
    if (++asked > MOST_OCCURRING) throw new TooWide();
    const answer = ask(values);
    if ('gives' in answer) return share(`gives ${String(answer.gives)}`, answer);
    const variable = answer.needs;
    const branches = new Map<number, { readonly below: Diagram<T>; readonly values: number[] }>();
    for (const [value, alike] of groupedBy(here, (row) => row[variable]!)) {
      const { node, number } = build(new Map([...values, [variable, value]]), alike);
      const branch = branches.get(number) ?? { below: node, values: [] };
      branches.set(number, branch);
      branch.values.push(value);
    }
    const parts = [...branches];
    const key = parts.map(([number, { values: mine }]) => `${number} ${mine.join()}`).join(';');
    return share(`${variable}: ${key}`, { variable, branches: parts.map(([, branch]) => branch) });
  };
  return build(new Map(), rows).node;
}

/**
 * The diagram of a function, for all combinations of values of its variables.
 *
 * @throws TooWide when there are too many.
 */
export function diagramOf<T>(asking: Asking<T>): Diagram<T> {
  const answers = new Map<string, ReturnType<Asking<T>['ask']>>();
  const ask = (values: ReadonlyMap<number, number>, key: string): ReturnType<Asking<T>['ask']> => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size > MOST) throw new TooWide();
    const answer = asking.ask(values);
    answers.set(key, answer);
    return answer;
  };
  for (;;) {
    const looks = asking.looks();
    const numbers = new Map<string, number>();
    const known = new Map<number, Diagram<T>>();
    const share = (key: string, make: () => Diagram<T>): number => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      if (!known.has(number)) known.set(number, make());
      return number;
    };
    const build = (values: ReadonlyMap<number, number>, way: string): number | undefined => {
      const answer = ask(values, way);
      if (asking.looks() !== looks) return undefined;
      if ('gives' in answer) return share(`gives ${String(answer.gives)}`, () => answer);
      const branches = new Map<number, number[]>();
      for (const alike of asking.classes(answer.needs)) {
        const below = build(new Map([...values, [answer.needs, alike[0]!]]), `${way} ${answer.needs} ${alike[0]!}`);
        if (below === undefined) return undefined;
        branches.set(below, [...(branches.get(below) ?? []), ...alike]);
      }
      const parts = [...branches];
      if (parts.length === 1) return parts[0]![0];
      const key = `${answer.needs}: ${parts.map(([below, values]) => `${below} ${values.join()}`).join(';')}`;
      return share(key, () => ({
        variable: answer.needs,
        branches: parts.map(([below, values]) => ({ values, below: known.get(below)! })),
      }));
    };
    const root = build(new Map(), '');
    if (root !== undefined) return known.get(root)!;
  }
}
