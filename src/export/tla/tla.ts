import type { Composition, StateStore } from '../../compose/index.ts';
import type { Fairness, Family, StepKey } from '../../model/index.ts';
import type { Deed } from '../promela/deeds.ts';
import { groupedBy } from '../promela/grouped.ts';
import { modelOf } from '../promela/model.ts';
import { type ClaimTexts, claimTexts } from './claims.ts';
import { joined, type TlaModel } from './condition.ts';
import { actionLines, idle, possible, variablesOf } from './steps.ts';
import { identifier, quoted, wordsOf } from './words.ts';

/** What a module is written from: a run, explored to its end, so that its tables know every move there is. */
export type TlaSubject = {
  readonly name: string;
  readonly families: readonly Family[];
  /** The name of the model, as trace files give it. */
  readonly model: string;
  readonly composition: Composition;
  readonly store: StateStore;
  /** Whether some step was refused because it would have sent to a full channel. */
  readonly refuses: boolean;
  /** Why the search did not come to its end; the module then says where its tables may not know a step. */
  readonly stopped?: string | undefined;
};

/** A module with its configurations, and what of the run it leaves out. */
export type TlaText = {
  /** The name of the module, which its file has to bear. It ends with the first digits of the model's name. */
  readonly module: string;
  readonly text: string;
  /**
   * Configurations of TLC by the ending of their names: `.cfg` for what has to hold, `.invariants.cfg` for the part of it
   * that speaks of single states, `.witnesses.cfg` for what has to be violated, one more for each fairness beside.
   */
  readonly configurations: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
  /** Every step by the name of its action, as a trace of TLC gives it. */
  readonly steps: ReadonlyMap<string, StepKey>;
  /** By definition, the claim that it stands for. */
  readonly claims: ReadonlyMap<string, string>;
};

/** What a module is called: the run, and the first twelve digits of its model's name. */
export const moduleName = (run: string, model: string): string => `${identifier(run)}_model_${model.slice(0, 12)}`;

/**
 * The composed system of a run in TLA+, with its claims: a string for each party's local state, a sequence of records
 * for each queue, an action for each step, as many states and steps as the system has.
 *
 * Source    L. Lamport, "Specifying Systems", 2002; TLC's configuration files, chapter 14 there.
 */
export function tlaOf({ name, families, model: hash, composition, store, refuses, stopped }: TlaSubject): TlaText {
  const partial = stopped !== undefined;
  const { deeds, rows } = modelOf(composition, store, hash, refuses || partial);
  const model: TlaModel = {
    composition,
    deeds,
    refuses: refuses || partial,
    rows,
    words: wordsOf({ composition, deeds }),
    partial,
  };
  const fairness = fairnessTexts(model);
  const claims = claimTexts(
    model,
    families.flatMap((family) => family.claims),
  );
  const module = moduleName(name, hash);
  const others = claims.otherwise.map(({ property, fairness: changes }) => ({
    property,
    spec: model.words.unique(`Spec ${property}`),
    classes: composition.fairnessWith(changes),
  }));
  const variables = variablesOf(model);
  const lines = [
    `${'-'.repeat(8)} MODULE ${module} ${'-'.repeat(8)}`,
    ...heading(name, hash, claims.leftOut),
    'EXTENDS Integers, Sequences',
    '',
    `ModelHash == ${quoted(hash)}`,
    '',
    '\\* Messages.',
    ...model.words.messages.flatMap((message) => (message ? [`${message.name} == ${message.record}`] : [])),
    '',
    `VARIABLES ${variables.join(', ')}`,
    `vars == <<${variables.join(', ')}>>`,
    '',
    'Without(queue, i) == SubSeq(queue, 1, i - 1) \\o SubSeq(queue, i + 1, Len(queue))',
    '',
    ...typeLines(model),
    ...initLines(model),
    '\\* Steps: an action for each own step of a party, and for each message that a channel delivers or loses.',
    ...deeds.flatMap((deed) => actionLines(model, deed)),
    ...disjunction(
      'Next',
      deeds.map((deed) => model.words.actions.get(deed)!),
    ),
    '\\* Step classes that are fair: their steps share one obligation.',
    ...fairness.definitions,
    ...conjunction('Fairness', fairness.of(composition.classFairness)),
    'Spec == Init /\\ [][Next]_vars /\\ Fairness',
    ...others.flatMap(({ spec, classes }) => [
      '',
      ...conjunction(`${spec}_fairness`, fairness.of(classes)),
      `${spec} == Init /\\ [][Next]_vars /\\ ${spec}_fairness`,
    ]),
    '',
    '\\* Nothing must happen any more: no step is possible that is fair.',
    `AtRest == ~(${joined(
      deeds.filter((deed) => isFair(composition, deed)).map((deed) => possible(model, deed)),
      '\\/',
    )})`,
    '',
    '\\* Claims.',
    ...claims.definitions.flatMap(({ name: defined, claim, text }) => [
      `\\* ${quoted(claim).slice(1, -1)}`,
      `${defined} == ${text}`,
      '',
    ]),
    '='.repeat(40),
    '',
  ];
  return {
    module,
    text: lines.join('\n'),
    configurations: configurations(claims, others),
    leftOut: claims.leftOut,
    steps: new Map(deeds.map((deed) => [model.words.actions.get(deed)!, deed.key])),
    claims: new Map(claims.definitions.map(({ name: defined, claim }) => [defined, claim])),
  };
}

const isFair = ({ classFairness }: Composition, deed: Deed): boolean => classFairness[deed.class] !== 'none';

function heading(name: string, hash: string, leftOut: readonly string[]): string[] {
  const safe = (text: string): string => text.replaceAll('(*', '( *').replaceAll('*)', '* )');
  return [
    '(*',
    `  ${safe(name)}, model ${hash}`,
    '',
    '  One step of the system is one step of Next. TLC finds as many distinct states as the system has, and generates',
    '  as many states as it has steps, and one more: the initial one.',
    ...(leftOut.length === 0 ? [] : ['', '  Left out:', ...leftOut.map((what) => `    ${safe(what)}`)]),
    '*)',
  ];
}

function typeLines({ words, composition }: TlaModel): string[] {
  const parties = words.parties.map(({ variable, locals }) => `${variable} \\in {${locals.join(', ')}}`);
  const queues = words.queues.flatMap(({ variable, messages }, queue) => {
    const { loses, duplicates } = composition.queues[queue]!.fifo;
    return [
      `\\A i \\in 1..Len(${variable}) : ${variable}[i] \\in {${messages.map((message) => words.messages[message]!.name).join(', ')}}`,
      ...(loses ? [`${variable}_losses \\in 0..${loses}`] : []),
      ...(duplicates ? [`${variable}_duplicates \\in 0..${duplicates}`] : []),
    ];
  });
  return conjunction('TypeOK', [...parties, ...queues]);
}

function initLines({ words, composition }: TlaModel): string[] {
  const { clusters, clusterOf, placeOf, initial, queues } = composition;
  const locals = words.parties.map(({ variable, locals: texts }, party) => {
    const cluster = clusterOf[party]!;
    const local = clusters[cluster]!.localOf[placeOf[party]!]!.data[initial.components[cluster]!]!;
    return `${variable} = ${texts[local]}`;
  });
  const contents = words.queues.flatMap(({ variable }, queue) => {
    const { messages } = queues[queue]!.contents[initial.components[clusters.length + queue]!]!;
    const { loses, duplicates } = queues[queue]!.fifo;
    return [
      `${variable} = <<${messages.map((message) => words.messages[message]!.name).join(', ')}>>`,
      ...(loses ? [`${variable}_losses = ${loses}`] : []),
      ...(duplicates ? [`${variable}_duplicates = ${duplicates}`] : []),
    ];
  });
  return conjunction('Init', [...locals, ...contents]);
}

/** What fairness asks of each class. */
type FairnessTexts = {
  readonly definitions: readonly string[];
  /** The conjuncts of the fairness of a system whose classes have these kinds. */
  readonly of: (kinds: readonly Fairness[]) => string[];
};

/**
 * In TLA+ a step that changes nothing is not a step of a fair action; in a system it is one of its class. Where a class
 * has such steps, the states in which it could be taken excuse from the others.
 */
function fairnessTexts(model: TlaModel): FairnessTexts {
  const { classNames } = model.composition;
  const definitions: string[] = [];
  const classes = new Map<number, { action: string; idles: string | undefined }>();
  for (const [number, deeds] of groupedBy(model.deeds, (deed) => deed.class)) {
    const action = model.words.unique(`Steps ${classNames[number]!}`);
    definitions.push(
      ...disjunction(
        action,
        deeds.map((deed) => model.words.actions.get(deed)!),
      ),
    );
    const idles = deeds.flatMap((deed) => idle(model, deed) ?? []);
    if (idles.length > 0) definitions.push(`${action}_idle == ${joined(idles, '\\/')}`, '');
    classes.set(number, { action, idles: idles.length > 0 ? `${action}_idle` : undefined });
  }
  return {
    definitions,
    of: (kinds) =>
      kinds.flatMap((kind, number) => {
        const found = classes.get(number);
        if (found === undefined || kind === 'none') return [];
        const { action, idles } = found;
        if (kind === 'weak') return [idles === undefined ? `WF_vars(${action})` : `WF_vars(${action} /\\ ~${idles})`];
        return [idles === undefined ? `SF_vars(${action})` : `(SF_vars(${action}) \\/ []<>${idles})`];
      }),
  };
}

const disjunction = (name: string, terms: readonly string[]): string[] => listed(name, terms, '\\/', 'FALSE');
const conjunction = (name: string, terms: readonly string[]): string[] => listed(name, terms, '/\\', 'TRUE');

const listed = (name: string, terms: readonly string[], bullet: string, empty: string): string[] =>
  terms.length === 0 ? [`${name} == ${empty}`, ''] : [`${name} ==`, ...terms.map((term) => `  ${bullet} ${term}`), ''];

function configurations(
  { invariants, properties, witnesses }: ClaimTexts,
  others: readonly { readonly property: string; readonly spec: string }[],
): Record<string, string> {
  const written = (kind: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [kind, ...names.map((name) => `  ${name}`)];
  const file = (spec: string, asks: readonly string[]): string =>
    [`SPECIFICATION ${spec}`, 'CHECK_DEADLOCK FALSE', ...asks, ''].join('\n');
  const whatHolds = written('INVARIANTS', ['TypeOK', ...invariants]);
  return {
    '.cfg': file('Spec', [...whatHolds, ...written('PROPERTIES', properties)]),
    ...(properties.length > 0 && { '.invariants.cfg': file('Spec', whatHolds) }),
    ...(witnesses.length > 0 && {
      '.witnesses.cfg': `\\* Each of these has to be violated: run TLC with -continue.\n${file('Spec', written('INVARIANTS', witnesses))}`,
    }),
    ...Object.fromEntries(
      others.map(({ property, spec }) => [`.${property}.cfg`, file(spec, written('PROPERTIES', [property]))]),
    ),
  };
}
