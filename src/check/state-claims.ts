import type { Always, Reaches, RestsOnly } from '../model/index.ts';
import { type KeptClaims, keptClaims, restoreClaims } from './kept-claims.ts';
import type { OfState, Predicates } from './predicates.ts';
import type { Known } from './watcher.ts';

/** A claim that one state decides. */
export type StateClaim = Always | Reaches | RestsOnly;

/** The first state that decides a claim, and which others do. */
export type Decided = { readonly state: number; readonly decides: OfState<boolean> };

/** Watches claims that one state decides, and notes the first state that does: none is nearer to the initial state. */
export class StateClaims {
  /** By claim: the first state that violates it, or that the witness looks for. */
  readonly decided = new Map<StateClaim, Decided>();
  readonly #claims: readonly StateClaim[];
  #everywhere: Open[];
  #atRest: Open[];

  constructor(predicates: Predicates, claims: readonly StateClaim[]) {
    this.#claims = claims;
    const open = claims.map((claim) => ({ claim, decides: decider(predicates, claim) }));
    this.#everywhere = open.filter(({ claim }) => claim.kind !== 'restsOnly');
    this.#atRest = open.filter(({ claim }) => claim.kind === 'restsOnly');
  }

  /** Whether every claim is decided, and nothing is left to watch. */
  get done(): boolean {
    return this.#everywhere.length === 0 && this.#atRest.length === 0;
  }

  discovered(from: number, to: number): void {
    for (let state = from; state < to && this.#everywhere.length > 0; state++) {
      this.#everywhere = this.#undecided(this.#everywhere, state);
    }
  }

  rested(state: number): void {
    this.#atRest = this.#undecided(this.#atRest, state);
  }

  kept(): Known {
    return { facts: keptClaims(this.#claims, (claim) => this.decided.get(claim)?.state) };
  }

  restore(facts: unknown): void {
    const open = [...this.#everywhere, ...this.#atRest];
    restoreClaims(facts as KeptClaims<number>, this.#claims, (claim, state) => {
      this.decided.set(claim, { state, decides: open.find((other) => other.claim === claim)!.decides });
    });
    this.#everywhere = this.#everywhere.filter(({ claim }) => !this.decided.has(claim));
    this.#atRest = this.#atRest.filter(({ claim }) => !this.decided.has(claim));
  }

  #undecided(open: Open[], state: number): Open[] {
    let decided = false;
    for (const { claim, decides } of open) {
      if (!decides(state)) continue;
      this.decided.set(claim, { state, decides });
      decided = true;
    }
    return decided ? open.filter(({ claim }) => !this.decided.has(claim)) : open;
  }
}

type Open = { readonly claim: StateClaim; readonly decides: OfState<boolean> };

function decider(predicates: Predicates, { name, ...claim }: StateClaim): OfState<boolean> {
  if (claim.kind === 'reaches') return predicates.ofClaim(name, claim.when);
  const holds = predicates.ofClaim(name, claim.kind === 'always' ? claim.holds : claim.in);
  return (state) => !holds(state);
}
