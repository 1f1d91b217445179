import type { Claim, EveryStep, Fairness, LeadsTo, View } from '../../model/index.ts';
import { type Answers, Asker } from '../promela/asked.ts';
import { contentsAfter, stepOf } from '../promela/deed-steps.ts';
import type { Deed, Rule } from '../promela/deeds.ts';
import { type Diagram, TooWide } from '../promela/diagram.ts';
import { condition, joined, type TlaModel, TooLong } from './condition.ts';
import { possible } from './steps.ts';
import { unknownSteps } from './unknown.ts';

/** What of the claims of a run a module says: definitions, and what the configurations name. */
export type ClaimTexts = {
  /** Definitions that stand for claims, in the order of the claims, with the name of the claim. */
  readonly definitions: readonly { readonly name: string; readonly claim: string; readonly text: string }[];
  readonly invariants: readonly string[];
  /** Temporal properties under the fairness of the system. */
  readonly properties: readonly string[];
  /** Invariants that are expected to fail: what they deny is to be reached. */
  readonly witnesses: readonly string[];
  /** Properties under another fairness. */
  readonly otherwise: readonly { readonly property: string; readonly fairness: Readonly<Record<string, Fairness>> }[];
  readonly leftOut: readonly string[];
};

/** A claim that looks at what a search that was cut short has not shown. */
class Unfounded extends Error {}

/** Whether a diagram asks what is in a queue: there may be more in it than the search has met. */
function speaksOfQueues(model: Pick<TlaModel, 'composition'>, diagram: Diagram<unknown>): boolean {
  if ('gives' in diagram) return false;
  if (diagram.variable >= model.composition.parties.list.length) return true;
  return diagram.branches.some(({ below }) => speaksOfQueues(model, below));
}

/** The claims of a run in TLA+, and the errors that every system is checked for. */
export function claimTexts(model: TlaModel, claims: readonly Claim[]): ClaimTexts {
  const asker = new Asker(model);
  const { composition, words } = model;
  const definitions: ClaimTexts['definitions'][number][] = [];
  const invariants: string[] = [];
  const properties: string[] = [];
  const witnesses: string[] = [];
  const otherwise: ClaimTexts['otherwise'][number][] = [];
  const leftOut: string[] = [];
  const asked = (name: string, holds: (view: View) => boolean): string => {
    const answers = asker.diagram(holds);
    noteGaps(name, answers);
    return condition(model, answers.diagram, (gives) => gives);
  };
  const noteGaps = (name: string, { partial, diagram }: Answers<unknown>): void => {
    if (model.partial && (partial || speaksOfQueues(model, diagram))) throw new Unfounded();
    if (partial) leftOut.push(`"${name}" of states that are not reached: it was asked about those that are`);
  };
  const define = (claim: string, text: string, name = words.unique(claim)): string => {
    definitions.push({ name, claim, text });
    return name;
  };
  const attempt = (name: string, write: () => void): void => {
    try {
      write();
    } catch (error) {
      if (error instanceof Unfounded) {
        leftOut.push(`"${name}": the search was cut short, and has not shown all that it looks at`);
        return;
      }
      if (!(error instanceof TooWide) && !(error instanceof TooLong)) throw error;
      leftOut.push(`"${name}": it looks at more than a formula can say in a reasonable length`);
    }
  };
  for (const claim of claims) attempt(claim.name, () => write(claim));
  attempt('the ends of the system', ends);
  const unspecified = model.deeds.flatMap((deed) => {
    const rules = deed.rules.filter((rule) => rule.unspecified.length > 0);
    return rules.length === 0 ? [] : [possible(model, deed, rules)];
  });
  const met = composition.initial.unspecified.length > 0 ? 'TRUE' : joined(unspecified, '\\/');
  invariants.push(define('unspecified reception', `~${bracketed(met)}`, 'NoUnspecifiedReception'));
  if (model.partial) {
    invariants.push(define('the tables know every step', `~${bracketed(unknownSteps(model))}`, 'TablesAreKnown'));
  }
  invariants.push(define('bound hit', roomText(model), 'ChannelsHaveRoom'));
  if (model.refuses)
    leftOut.push('"bound hit": a step into a full channel is none here; the run has such steps, or may have');
  leftOut.push('"livelock", and the ends of runs that go on for ever');
  return { definitions, invariants, properties, witnesses, otherwise, leftOut };

  function write(claim: Claim): void {
    const { name } = claim;
    switch (claim.kind) {
      case 'always':
        invariants.push(define(name, asked(name, claim.holds)));
        break;
      case 'reaches':
        witnesses.push(define(name, `~${bracketed(asked(name, claim.when))}`, words.unique(`Never ${name}`)));
        break;
      case 'restsOnly':
        invariants.push(define(name, `AtRest => ${bracketed(asked(name, claim.in))}`));
        break;
      case 'neverAfter':
        properties.push(define(name, `[](${asked(name, claim.after)} => []~${bracketed(asked(name, claim.never))})`));
        break;
      case 'leadsTo':
        leadsTo(claim);
        break;
      case 'everyStep':
        invariants.push(define(name, `~${bracketed(brokenStep(claim))}`));
        break;
      case 'outcomes':
        leftOut.push(`"${name}" of runs that go on for ever: it is held to rests`);
        invariants.push(
          define(name, `AtRest => ${bracketed(asked(name, (view) => claim.only.includes(endOf(view))))}`),
        );
        break;
      default:
        leftOut.push(`"${name}": claims of its kind are not written`);
    }
  }
  function leadsTo({ name, from, to, fairness }: LeadsTo): void {
    const property = define(name, `${bracketed(asked(name, from))} ~> ${bracketed(asked(name, to))}`);
    if (fairness === undefined) properties.push(property);
    else otherwise.push({ property, fairness });
  }
  function endOf(view: View): string {
    return composition.description.ending(view)?.name ?? 'deadlock';
  }
  function ends(): void {
    const answers = asker.diagram(endOf);
    noteGaps('the ends of the system', answers);
    const { diagram } = answers;
    const text = (name: string): string => bracketed(condition(model, diagram, (gives) => gives === name));
    invariants.push(define('deadlock', `AtRest => ~${text('deadlock')}`, 'NoDeadlock'));
    for (const name of [...namesIn(diagram)].filter((end) => end !== 'deadlock')) {
      define(`the end "${name}"`, `AtRest /\\ ${text(name)}`, words.unique(`Ends in ${name}`));
    }
  }
  function brokenStep(claim: EveryStep): string {
    return joined(
      model.deeds.flatMap((deed) =>
        (deed.key.kind === 'lose' ? [undefined] : deed.rules).map((rule) => brokenBy(model, asker, claim, deed, rule)),
      ),
      '\\/',
    );
  }
}

/** That a step by this rule breaks a claim, as a predicate on the state before it. */
function brokenBy(model: TlaModel, asker: Asker, claim: EveryStep, deed: Deed, rule: Rule | undefined): string {
  const fixed = new Map((rule?.when ?? []).map(({ party, local }) => [party, local]));
  const step = stepOf(model.composition, deed, rule);
  const { diagram, partial } = asker.diagram((before, after) => claim.holds(before, step, after), fixed, {
    locals: new Map((rule?.then ?? []).map(({ party, local }) => [party, local])),
    messages: (queue, before) => contentsAfter(deed, rule, queue, before),
  });
  if (model.partial && (partial || speaksOfQueues(model, diagram))) throw new Unfounded();
  const broken = condition(model, diagram, (gives) => !gives);
  return broken === 'FALSE' ? broken : joined([possible(model, deed, rule === undefined ? [] : [rule]), broken], '/\\');
}

function namesIn(diagram: Diagram<string>): Set<string> {
  if ('gives' in diagram) return new Set([diagram.gives]);
  return new Set(diagram.branches.flatMap(({ below }) => [...namesIn(below)]));
}

const roomText = ({ composition, words }: TlaModel): string =>
  joined(
    composition.queues.map(({ fifo }, queue) => `Len(${words.queues[queue]!.variable}) <= ${fifo.capacity}`),
    '/\\',
  );

/** A formula that stands as one operand: in brackets, unless it has them or needs none. */
export const bracketed = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);
