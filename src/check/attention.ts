import { type Composition, type StateStep, stepsOf } from '../compose/index.ts';
import type { Claim, EveryStep, Predicate, Step } from '../model/index.ts';
import { blamed, truth } from './predicates.ts';
import { Questions } from './questions.ts';
import type { Keeping } from './reduced-search.ts';
import { Remembered } from './remembered.ts';
import type { Variables } from './variables.ts';

/** What a reduced search is for, and so what it must not lose. */
export type Attention = {
  /** A number that grows with what the claim is known to ask. */
  readonly known: () => number;
  /** Whether single steps of a cluster may be members of a set. */
  readonly splits: boolean;
  /** What a look-up that no search has made stands for. */
  readonly unasked: 'anything' | 'never';
  /** @param decided whether the claim is decided, and the search may end. */
  readonly keeping: (decided: () => boolean) => Keeping;
};

/** Every event of every cluster of a group in every local state. */
export const attentionToEvents = (group: number): Attention => ({
  known: () => 0,
  splits: true,
  unasked: 'anything',
  keeping: () => ({ met: () => {}, rests: false, mayLead: () => true, mayStand: () => true, group }),
});

/** Every rest, and every unspecified reception. */
export const attentionToRests: Attention = {
  known: () => 0,
  splits: true,
  unasked: 'never',
  keeping: () => ({ met: () => {}, rests: true, mayLead: () => true, mayStand: () => true }),
};

/** What a claim on states or steps looks at. */
export function attentionTo(claim: Claim, composition: Composition): Attention {
  if (claim.kind === 'everyStep') return attentionToSteps(claim, composition);
  const questions = new Questions(composition);
  const asked = functionsOf(claim).map((ask) => remembering(claim.name, questions, ask));
  const stands: Keeping['mayStand'] = (step, set) => set.changes(step).every((change) => questions.same(change));
  return {
    known: () => questions.count,
    splits: true,
    unasked: 'never',
    keeping: (decided) => ({
      met: (components) => {
        const variables = { get: (question: number) => questions.answer(question, components) };
        for (const answers of asked) answers.answer(variables);
      },
      rests: false,
      // A claim on states wants them reached, in whatever way; one on what comes after what wants the order kept.
      mayLead: claim.kind === 'neverAfter' ? stands : () => true,
      mayStand: claim.kind === 'neverAfter' ? () => true : stands,
      // What comes after what is looked at when the search is over.
      ...(claim.kind !== 'neverAfter' && { done: decided }),
    }),
  };
}

function functionsOf(claim: Claim): readonly Predicate[] {
  switch (claim.kind) {
    case 'always':
      return [claim.holds];
    case 'reaches':
      return [claim.when];
    case 'neverAfter':
      return [claim.after, claim.never];
    default:
      throw new Error(`a claim of the kind ${claim.kind} is not searched for alone`);
  }
}

function remembering(claim: string, questions: Questions, ask: Predicate): Remembered<boolean> {
  let asked: Variables = { get: () => 0 };
  const view = questions.view({ get: (question) => asked.get(question) });
  return new Remembered((variables) => {
    asked = variables;
    return blamed(`claim "${claim}"`, () => truth(ask(view)));
  });
}

/**
 * A claim on steps: a step on which it is true whatever the states are may be taken early. Its variables are the step, and
 * the questions on the state before and on the state after, by turns.
 */
function attentionToSteps({ name, holds }: EveryStep, composition: Composition): Attention {
  const questions = new Questions(composition);
  const steps: Step[] = [];
  const numbers = new Map<string, number>();
  let asked: Variables = { get: () => 0 };
  const before = questions.view({ get: (question) => asked.get(1 + 2 * question) });
  const after = questions.view({ get: (question) => asked.get(2 + 2 * question) });
  const answers = new Remembered((variables) => {
    asked = variables;
    return blamed(`claim "${name}"`, () => truth(holds(before, steps[variables.get(0)]!, after)));
  });
  const numberOf = ({ slot, move }: StateStep, components: Int32Array): number => {
    const key = `${slot} ${move}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const taken = stepsOf(composition, components).find((one) => one.slot === slot && one.move === move);
    numbers.set(key, steps.push(taken!.step) - 1);
    return steps.length - 1;
  };
  /** Whether the claim is true of a step whatever the states are. */
  const isPlain = (step: StateStep, components: Int32Array): boolean => {
    let reads = false;
    const holdsOfIt = answers.answer({
      get: (variable) => {
        if (variable === 0) return numberOf(step, components);
        reads = true;
        return questions.answer((variable - 1) >> 1, variable % 2 === 1 ? components : step.after);
      },
    });
    return holdsOfIt && !reads;
  };
  return {
    known: () => questions.count,
    splits: false,
    unasked: 'never',
    keeping: (decided) => {
      let plain = new Set<StateStep>();
      return {
        met: (components, all) => {
          plain = new Set(all.filter((step) => isPlain(step, components)));
        },
        rests: false,
        mayLead: (step) => plain.has(step),
        mayStand: (step, set) => set.changes(step).every((change) => questions.same(change)),
        done: decided,
      };
    },
  };
}
