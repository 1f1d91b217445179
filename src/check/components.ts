import type { StateStore } from '../compose/index.ts';

/** The components of a state. */
export function componentsOf(store: StateStore, state: number): Int32Array {
  const components = new Int32Array(store.layout.fields.length);
  store.read(state, components);
  return components;
}
