import type { EveryStep } from '../../model/index.ts';
import { type After, Asker } from './asked.ts';
import { foundLine } from './claims.ts';
import { contentsAfter, stepOf } from './deed-steps.ts';
import type { Deed, Rule } from './deeds.ts';
import { TooWide } from './diagram.ts';
import { TooLong, expression } from './expression.ts';
import type { Model } from './model.ts';
import { comment } from './text.ts';

/** The claims on steps as statements of rules, their flags, and what cannot be said. */
export type StepClaimTexts = {
  readonly declarations: readonly string[];
  readonly checks: (deed: Deed, rule: Rule) => readonly string[];
  readonly leftOut: readonly string[];
  /** By claim, the flag whose assertion fails. */
  readonly flags: ReadonlyMap<string, string>;
};

/** Asks every rule whether it keeps the claims: what it does is known, what it does not touch is a condition. */
export function stepClaimTexts(model: Model, claims: readonly EveryStep[]): StepClaimTexts {
  const leftOut = new Map<EveryStep, string>();
  const asker = new Asker(model);
  const conditions = new Map<Rule | Deed, { readonly claim: EveryStep; readonly text: string }[]>();
  for (const deed of model.deeds) {
    const rules = deed.rules.length > 0 ? deed.rules : [undefined];
    for (const rule of rules) {
      const broken = breaker(model, asker, deed, rule);
      for (const claim of claims) {
        if (leftOut.has(claim)) continue;
        try {
          const text = broken(claim);
          if (text === 'false') continue;
          if (rule === undefined) leftOut.set(claim, 'the loss of a message breaks it');
          else conditions.set(rule, [...(conditions.get(rule) ?? []), { claim, text }]);
        } catch (error) {
          if (!(error instanceof TooWide) && !(error instanceof TooLong)) throw error;
          leftOut.set(claim, 'it looks at more than a condition of Promela can say in a reasonable length');
        }
      }
    }
  }
  const said = claims.filter((claim) => !leftOut.has(claim));
  const flags = new Map(said.map(({ name }) => [name, model.vocabulary.unique(`violated ${name}`)]));
  return {
    declarations: said.flatMap(({ name }) => declaration(model.mark, name, flags.get(name)!)),
    checks: (_, rule) =>
      (conditions.get(rule) ?? [])
        .filter(({ claim }) => !leftOut.has(claim))
        .map(({ claim, text }) => `breaks_${flags.get(claim.name)!}(${text})`),
    leftOut: [...leftOut].map(([{ name }, why]) => `"${name}": ${why}`),
    flags,
  };
}

/** The flag of a claim, and what a step says that may break it: its assertion fails once. */
export const declaration = (mark: string, name: string, flag: string): string[] => [
  '#if defined(BARE) || defined(LIVENESS)',
  `inline breaks_${flag}(when) { skip }`,
  '#else',
  `hidden byte ${flag}; ${comment(name)}`,
  `inline breaks_${flag}(when) { if :: ${flag} == 0 && (when) -> printf("${foundLine(mark, flag)}\\n"); ${flag} = 1; assert(${flag} == 0) :: else fi }`,
  '#endif',
];

/** When a rule breaks a claim, in terms of the state before it. */
function breaker(model: Model, asker: Asker, deed: Deed, rule: Rule | undefined): (claim: EveryStep) => string {
  const fixed = new Map((rule?.when ?? []).map(({ party, local }) => [party, local]));
  const step = stepOf(model.composition, deed, rule);
  const next: After = {
    locals: new Map((rule?.then ?? []).map(({ party, local }) => [party, local])),
    messages: (queue, before) => contentsAfter(deed, rule, queue, before),
  };
  return (claim) => {
    const diagram = asker.diagram((state, after) => claim.holds(state, step, after), fixed, next);
    return expression(model, diagram, (gives) => !gives);
  };
}
