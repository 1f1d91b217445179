import type { Ending, System } from '../model/index.ts';
import { type OfState, type Predicates, WrongAnswer, told } from './predicates.ts';
import type { Known } from './watcher.ts';

/** A state at which a run ends, with the kind of end. */
export type Ended = Ending & { readonly state: number };

/** Names the ends of runs: states in which nothing must happen any more, and the states of fair loops. */
export class Rests {
  /** The first rest of each name, in order of discovery; an undeclared one bears the name `deadlock`. */
  readonly endings: Ended[] = [];
  /** The first rest that nobody declared. */
  deadlock: number | undefined;
  readonly ending: OfState<Ending | undefined>;
  readonly #names = new Set<string>();

  constructor(predicates: Predicates, { name, ending }: System) {
    this.ending = predicates.ofState(`the ending of system "${name}"`, (view) => checked(ending(view)));
  }

  rested(state: number): void {
    const declared = this.ending(state);
    if (declared === undefined) this.deadlock ??= state;
    const { name, fine } = declared ?? { name: 'deadlock', fine: false };
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.endings.push({ name, fine, state });
  }

  kept(): Known {
    return { facts: { endings: this.endings, deadlock: this.deadlock } };
  }

  restore(facts: unknown): void {
    const { endings, deadlock } = facts as Pick<Rests, 'endings' | 'deadlock'>;
    this.endings.push(...endings);
    for (const { name } of endings) this.#names.add(name);
    this.deadlock = deadlock;
  }
}

function checked(ending: Ending | undefined): Ending | undefined {
  if (ending === undefined) return undefined;
  const { name, fine } = Object(ending) as { name?: unknown; fine?: unknown };
  if (typeof name === 'string' && name !== '' && typeof fine === 'boolean') return ending;
  throw new WrongAnswer(`gives ${told(ending)}, where it should give undefined or { name: string, fine: boolean }`);
}
