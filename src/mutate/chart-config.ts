/** One transition as a chart writes it. */
export type Rule = { guard?: unknown; target?: unknown; actions?: readonly unknown[] };

/** A state as a chart writes it, as far as an edit needs to know. */
export type StateConfig = {
  initial?: unknown;
  on?: Record<string, unknown>;
  always?: unknown;
  entry?: unknown;
  exit?: unknown;
  states?: Record<string, StateConfig>;
};

/** Where transitions or actions stand: a state by the names on the way to it, and the event, `always`, `entry` or `exit`. */
export type Place = { readonly path: readonly string[]; readonly event: string };

/** A copy that can be edited: lists and plain objects anew, everything else (functions, say) the same. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)])) as T;
}

/** The state at the end of a way from the root. @throws Error when there is none. */
export function stateAt(root: StateConfig, path: readonly string[]): StateConfig {
  return path.reduce((state, name) => {
    const inner = state.states?.[name];
    if (inner === undefined) throw new Error(`no state ${path.join('.')}`);
    return inner;
  }, root);
}

/** What stands at a place, as a list of transitions, each with a list of actions; actions of a state as one transition. */
export function rulesAt(root: StateConfig, { path, event }: Place): readonly Rule[] {
  const state = stateAt(root, path);
  if (event === 'entry' || event === 'exit') return [{ actions: listed(state[event]) }];
  return listed(event === 'always' ? state.always : state.on?.[event]).map((rule): Rule => {
    if (typeof rule === 'string') return { target: rule };
    const written = rule as Rule;
    return written.actions === undefined ? written : { ...written, actions: listed(written.actions) };
  });
}

/** Puts transitions where `rulesAt` found them. */
export function putRules(root: StateConfig, { path, event }: Place, rules: readonly Rule[]): void {
  const state = stateAt(root, path);
  if (event === 'entry' || event === 'exit') state[event] = rules[0]?.actions;
  else if (event === 'always') state.always = rules;
  else state.on = { ...state.on, [event]: rules };
}

const listed = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];
