import { blamed, truth } from '../check/index.ts';
import {
  type Always,
  type Claim,
  type Ending,
  type EveryStep,
  type Family,
  type Outcomes,
  protocolErrorNames,
  type Reaches,
  type RestsOnly,
  type System,
  type Verdict,
  type View,
} from '../model/index.ts';
import { NOWHERE, type Territory } from './territory.ts';

/** The claims that one state or one step decides. */
type Decidable = Always | EveryStep | Reaches | RestsOnly | Outcomes;

/** Something to be seen on the way: a claim broken, a witness, a protocol error. */
export type Sight = Pick<Verdict, 'claim' | 'kind' | 'family' | 'cites'> & { readonly verdict: 'violated' | 'reached' };

const decidable: readonly Claim['kind'][] = ['always', 'everyStep', 'reaches', 'restsOnly', 'outcomes'];
const isDecidable = (claim: Claim): claim is Decidable => decidable.includes(claim.kind);

/** Everything that a walk can see, by number; what it sees is asked for once for each state and step. */
export class Sights {
  readonly list: readonly Sight[];
  /** The claims that no walk decides, for they are about all of a run. */
  readonly left: readonly string[];
  readonly #system: System;
  readonly #claims: readonly Decidable[];
  readonly #watchesSteps: boolean;
  #territory: Territory;
  #inStates: (readonly number[] | undefined)[] = [];
  #onSteps: ((readonly number[] | undefined)[] | undefined)[] = [];
  #ends: (Ending | 'undeclared' | undefined)[] = [];

  constructor(territory: Territory, families: readonly Family[]) {
    const all = families.flatMap(({ name, claims }) => claims.map((claim) => ({ family: name, claim })));
    const watched = all.flatMap(({ family, claim }) => (isDecidable(claim) ? [{ family, claim }] : []));
    this.#claims = watched.map(({ claim }) => claim);
    this.#watchesSteps = this.#claims.some(({ kind }) => kind === 'everyStep');
    this.left = all.flatMap(({ claim }) => (isDecidable(claim) ? [] : [claim.name]));
    this.list = [
      ...watched.map(({ family, claim: { name, kind, cites } }): Sight => {
        return { claim: name, kind, family, cites, verdict: kind === 'reaches' ? 'reached' : 'violated' };
      }),
      ...protocolErrorNames.map((claim): Sight => {
        return { claim, kind: 'protocol error', family: 'protocol errors', cites: [], verdict: 'violated' };
      }),
    ];
    this.#system = territory.composition.description;
    this.#territory = territory;
  }

  /** Looks at another territory from now on. */
  turnTo(territory: Territory): void {
    this.#territory = territory;
    [this.#inStates, this.#onSteps, this.#ends] = [[], [], []];
  }

  /** What a state shows. @throws ModelError when a claim throws. */
  inState(state: number): readonly number[] {
    return (this.#inStates[state] ??= this.#lookIn(state));
  }

  /** What the step at a place among those of a state shows, without what the state after it shows. */
  onStep(state: number, place: number): readonly number[] {
    const steps = (this.#onSteps[state] ??= []);
    return (steps[place] ??= this.#lookOn(state, place));
  }

  /** The kind of end that a rest is; undefined of a state that is none. */
  endOf(state: number): string | undefined {
    if (!this.#territory.choices(state).rest) return undefined;
    const end = this.#declaredEnd(state);
    return end === 'undeclared' ? 'deadlock' : end.name;
  }

  #declaredEnd(state: number): Ending | 'undeclared' {
    const { name, ending } = this.#system;
    const whose = `the ending of system "${name}"`;
    return (this.#ends[state] ??= blamed(whose, () => ending(this.#territory.view(state))) ?? 'undeclared');
  }

  #lookIn(state: number): readonly number[] {
    const view = this.#territory.view(state);
    const end = this.endOf(state);
    const seen = this.#claims.flatMap((claim, number) => (shownIn(claim, view, end) ? [number] : []));
    if (end !== undefined && this.#declaredEnd(state) === 'undeclared') seen.push(this.#error('deadlock'));
    if (state === 0 && this.#territory.composition.initial.unspecified.length > 0) {
      seen.push(this.#error('unspecified reception'));
    }
    return seen;
  }

  #lookOn(state: number, place: number): readonly number[] {
    const { kinds, targets } = this.#territory.choices(state);
    const { step, unspecified } = this.#territory.kinds.at(kinds[place]!);
    const errors = unspecified ? [this.#error('unspecified reception')] : [];
    if (targets[place] === NOWHERE) return [...errors, this.#error('bound hit')];
    if (!this.#watchesSteps) return errors;
    const [before, after] = [state, targets[place]!].map((one) => this.#territory.view(one)) as [View, View];
    const broken = this.#claims.flatMap((claim, number) =>
      claim.kind === 'everyStep' && !asked(claim, () => claim.holds(before, step, after)) ? [number] : [],
    );
    return [...broken, ...errors];
  }

  #error(name: (typeof protocolErrorNames)[number]): number {
    return this.#claims.length + protocolErrorNames.indexOf(name);
  }
}

const asked = ({ name }: Decidable, answer: () => boolean): boolean => blamed(`claim "${name}"`, () => truth(answer()));

/** Whether a state decides a claim: breaks it, or is what a witness looks for. */
function shownIn(claim: Decidable, view: View, end: string | undefined): boolean {
  switch (claim.kind) {
    case 'always':
      return !asked(claim, () => claim.holds(view));
    case 'reaches':
      return asked(claim, () => claim.when(view));
    case 'restsOnly':
      return end !== undefined && !asked(claim, () => claim.in(view));
    case 'outcomes':
      return end !== undefined && !claim.only.includes(end);
    case 'everyStep':
      return false;
  }
}
