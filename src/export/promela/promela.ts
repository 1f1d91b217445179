import type { Composition, StateStore } from '../../compose/index.ts';
import type { Family, StepKey } from '../../model/index.ts';
import { claimTexts, neverClaims, watchProcess } from './claims.ts';
import { declarations } from './declarations.ts';
import { type Model, deedText, modelOf } from './model.ts';
import { declaration, stepClaimTexts } from './step-claims.ts';
import { stepProcesses } from './steps.ts';
import { tableProcess } from './tables.ts';

/** What a Promela text is written from: a run, explored to its end, so that its tables know every move there is. */
export type PromelaSubject = {
  readonly name: string;
  readonly families: readonly Family[];
  /** The name of the model, as trace files give it. */
  readonly model: string;
  readonly composition: Composition;
  readonly store: StateStore;
  /** Whether some step was refused because it would have sent to a full channel. */
  readonly refuses: boolean;
};

/** A Promela text, and how its names stand for what they were made from. */
export type PromelaText = {
  readonly text: string;
  readonly leftOut: readonly string[];
  /** What an assertion says by failing: the claim, the protocol error, `end <name>`; by the flag that it names. */
  readonly found: ReadonlyMap<string, string>;
  /** Every step there is, by its number less one: its key, and what a trail says of it. */
  readonly steps: readonly { readonly key: StepKey; readonly text: string }[];
  /** The flags of the process that watches: each that is found is a transition of its own. */
  readonly watched: readonly string[];
  /** What every line of a trail ends with. */
  readonly mark: string;
  /** The claims on runs, by the never claim that stands for them. */
  readonly nevers: ReadonlyMap<string, string>;
};

/** The composed system of a run in Promela, with its claims. */
export function promelaOf({ name, families, model: hash, composition, store, refuses }: PromelaSubject): PromelaText {
  const model = modelOf(composition, store, hash, refuses);
  const claims = families.flatMap((family) => family.claims);
  const unspecified = model.vocabulary.unique('found unspecified reception');
  const ofSteps = stepClaimTexts(
    model,
    claims.filter((claim) => claim.kind === 'everyStep'),
  );
  const texts = claimTexts(model, claims);
  const leftOut = [...refusal(model), ...strong(model), ...ofSteps.leftOut, ...texts.leftOut];
  const processes = stepProcesses(model, ofSteps.checks);
  const lines = [
    ...head(name, model, processes.filter((line) => line.startsWith('active ')).length, leftOut),
    ...declarations(model),
    ...texts.definitions,
    '',
    ...declaration(model.mark, 'unspecified reception', unspecified),
    `inline unspecified_reception() { breaks_${unspecified}(true) }`,
    ...ofSteps.declarations,
    '',
    ...processes,
    ...watchProcess(model, texts.watched),
    ...neverClaims(texts.nevers),
  ];
  return {
    text: `${lines.join('\n').trimEnd()}\n`,
    leftOut,
    ...wordsOf(model),
    found: new Map([
      [unspecified, 'unspecified reception'],
      ...[...ofSteps.flags].map(([claim, flag]) => [flag, claim] as const),
      ...texts.watched.map(({ flag, name: claim }) => [flag, claim] as const),
    ]),
    watched: texts.watched.map(({ flag }) => flag),
    nevers: new Map(texts.nevers.map(({ flag, name: claim }) => [flag, claim])),
  };
}

const refusal = ({ refuses }: Model): string[] =>
  refuses ? ['what comes after a step that finds a channel full: such steps are refused here as well'] : [];

function strong({ composition }: Model): string[] {
  const names = composition.classNames.filter((_, number) => composition.classFairness[number] === 'strong');
  return names.map((name) => `strong fairness of "${name}": SPIN knows weak fairness of processes only`);
}

/**
 * The steps of the system alone, as C tables: as many states and steps, found faster.
 *
 * Every claim is left out.
 */
export function promelaTablesOf({
  name,
  families,
  model: hash,
  composition,
  store,
  refuses,
}: PromelaSubject): PromelaText {
  const model = modelOf(composition, store, hash, refuses);
  const claims = families.flatMap((family) => family.claims);
  const leftOut = [...refusal(model), ...claims.map((claim) => `"${claim.name}": tables have no claims`)];
  const lines = [
    '/*',
    ` * ${name}: steps only, as C tables`,
    ` * model ${model.mark}`,
    ' *',
    ' *   states, steps:    spin -a model.pml && gcc -O2 -w -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -E -m1000000',
    ' *   a trail in words: ./pan -r > steps.txt',
    ' */',
    '',
    ...tableProcess(model),
  ];
  return {
    text: `${lines.join('\n').trimEnd()}\n`,
    leftOut,
    ...wordsOf(model),
    found: new Map(),
    watched: [],
    nevers: new Map(),
  };
}

const wordsOf = (model: Model): Pick<PromelaText, 'steps' | 'mark'> => ({
  steps: model.deeds.map((deed) => ({ key: deed.key, text: deedText(model, deed) })),
  mark: model.mark,
});

/** How many words SPIN needs to count so many processes fairly. */
const fairWords = (processes: number): number => Math.ceil((processes + 3) / 4);

const head = (name: string, model: Model, processes: number, leftOut: readonly string[]): string[] => [
  '/*',
  ` * ${name}`,
  ` * model ${model.mark}`,
  ' *',
  ' * One d_step is one step of the system. In SPIN 6.5:',
  ' *   states, steps:      spin -a -DBARE model.pml && gcc -O2 -w -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -E -m1000000',
  ' *                       as many states as are stored; as many steps as transitions, but one',
  ' *   claims on states:   spin -a model.pml && gcc -O2 -w -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -E -c0 -e -m1000000',
  ' *                       an assertion that fails names what was found: a claim broken, a witness, an end, an error',
  ` *   claims on runs:     spin -a -DLIVENESS model.pml && gcc -O2 -w -DNOREDUCE -DNFAIR=${fairWords(processes)} -o pan pan.c`,
  ' *                       ./pan -E -a -f -m1000000 -N <never claim>',
  ' *   a trail in words:   spin -t -T model.pml > steps.txt, and spin -t7 -T model.pml for the seventh of several',
  ...(leftOut.length === 0
    ? []
    : [' *', ' * Left out:', ...leftOut.map((what) => ` *   ${what.replaceAll('*/', '* /')}`)]),
  ' */',
  '',
];
