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

/** How often one function is asked at most. */
const MOST = 60_000;

/**
 * The diagram of a function, for all combinations of values of its variables.
 *
 * @throws TooWide when there are too many.
 */
export function diagramOf<T>(asking: Asking<T>): Diagram<T> {
  let asked = 0;
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
    const build = (values: ReadonlyMap<number, number>): number | undefined => {
      if (++asked > MOST) throw new TooWide();
      const answer = asking.ask(values);
      if (asking.looks() !== looks) return undefined;
      if ('gives' in answer) return share(`gives ${String(answer.gives)}`, () => answer);
      const branches = new Map<number, number[]>();
      for (const alike of asking.classes(answer.needs)) {
        const below = build(new Map([...values, [answer.needs, alike[0]!]]));
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
    const root = build(new Map());
    if (root !== undefined) return known.get(root)!;
  }
}
