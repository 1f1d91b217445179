import { type MutantName, nearest } from '../model/index.ts';

import { Failure, unknown } from './failure.ts';

/** The mutants that are meant: those of charts or with ids, all without names; or a sample of these. */
export type Wanted = { readonly names: readonly string[]; readonly sample?: number; readonly seed: number };

/** Subjects of mutants that are no charts. */
const others = ['knobs', 'channels'];

/**
 * Refuses names that mean nothing, before anything is explored.
 *
 * @param charts the names of all charts.
 * @throws Failure (150) with the nearest name.
 */
export function demandSubjects(names: readonly string[], charts: readonly string[]): void {
  const known = [...charts, ...others];
  for (const name of names) {
    const [subject] = name.split('/', 1);
    if (!known.includes(subject!)) throw unknown(name.includes('/') ? 'mutant' : 'chart', name, known);
  }
}

/**
 * The ids that are meant, in the order of all mutants.
 *
 * @throws Failure (150) with the nearest id where there is none.
 */
export function chosenMutants(all: readonly MutantName[], { names, sample, seed }: Wanted): readonly string[] {
  const ids = all.map(({ id }) => id);
  for (const name of names) {
    if (ids.some((id) => means(name, id))) continue;
    const near = nearest(name, ids) ?? closest(name, ids);
    throw new Failure(`there is no mutant "${name}"; did you mean "${near}"?`);
  }
  const meant = names.length === 0 ? ids : ids.filter((id) => names.some((name) => means(name, id)));
  return sample === undefined ? meant : sampled(meant, sample, seed);
}

/** Whether a name means an id: the id itself, or what it begins with. */
const means = (name: string, id: string): boolean => id === name || id.startsWith(`${name.replace(/\/$/, '')}/`);

/** The id that shares the most with a name at its beginning. */
function closest(name: string, ids: readonly string[]): string {
  const shared = (id: string): number => {
    let at = 0;
    while (at < id.length && id[at] === name[at]) at++;
    return at;
  };
  return ids.reduce((best, id) => (shared(id) > shared(best) ? id : best));
}

/** So many of the ids, without any twice, the same for the same seed (S. Vigna's splitmix32 and Fisher-Yates). */
export function sampled(ids: readonly string[], many: number, seed: number): readonly string[] {
  let state = seed >>> 0;
  const random = (below: number): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) % below;
  };
  const pool = [...ids];
  const taken = Math.min(many, pool.length);
  for (let at = 0; at < taken; at++) {
    const other = at + random(pool.length - at);
    [pool[at], pool[other]] = [pool[other]!, pool[at]!];
  }
  const chosen = new Set(pool.slice(0, taken));
  return ids.filter((id) => chosen.has(id));
}
