import type { Ending, System } from '../model/index.ts';
import type { OfState, Predicates } from './predicates.ts';

/** A state at which a run ends, with the kind of end. */
export type Ended = Ending & { readonly state: number };

/** Names the ends of runs: states in which nothing must happen any more, and the states of fair loops. */
export class Rests {
  /** The first rest of each name, in order of discovery. */
  readonly endings: Ended[] = [];
  /** The first rest that nobody declared. */
  deadlock: number | undefined;
  readonly ending: OfState<Ending | undefined>;
  readonly #names = new Set<string>();

  constructor(predicates: Predicates, { name, ending }: System) {
    this.ending = predicates.ofState(`the ending of system "${name}"`, ending);
  }

  rested(state: number): void {
    const ending = this.ending(state);
    if (ending === undefined) this.deadlock ??= state;
    else if (!this.#names.has(ending.name)) {
      this.#names.add(ending.name);
      this.endings.push({ ...ending, state });
    }
  }
}
