import {
  type DeadForGood,
  type FormulaPart,
  type Report,
  type UnneededByMeaning,
  type Vacuity,
  type VacuousByMeaning,
  fitsPattern,
  vacuityKinds,
} from '../model/index.ts';

import type { DeadTransitions } from './dead-transitions.ts';
import type { Difference } from './judge.ts';

/** What the specification says of claims, assumptions and transitions that make no difference. */
export type Declared = {
  readonly vacuous: readonly VacuousByMeaning[];
  readonly unneeded: readonly UnneededByMeaning[];
  readonly dead: readonly DeadForGood[];
};

/** A run by its name, and what its search gave. */
type Given = { readonly name: string; readonly report: Report };

/** What a run shows to make no difference: each in words, and as a difference where nothing is said of it. */
export type Doubt = {
  readonly text: string;
  readonly reason: string | undefined;
  /** Of a formula: which part of it the words are about. */
  readonly part?: FormulaPart;
};

/** The claims of a run that hold for want of cases, or that say less than they could. */
export const vacuousIn = (given: Given, declared: Declared): readonly Doubt[] =>
  (given.report.vacuous ?? []).map((found) => ({
    text: `"${found.claim}" ${wordsOf(found)}`,
    reason: declared.vacuous.find((rule) => speaksOf(rule, found, given))?.reason,
    ...(found.part && { part: found.part }),
  }));

/** The same as differences, without those that are declared. */
export const undeclaredIn = (given: Given, declared: Declared): readonly Difference[] =>
  vacuousIn(given, declared).flatMap(({ text, reason }) =>
    reason === undefined ? [{ code: 10, text: `${text}; mend it, or say in properties/vacuous.ts why it may` }] : [],
  );

function wordsOf({ kind, detail, part }: Vacuity): string {
  const which = part ? `: "${textOf(part)}"` : detail === undefined ? '' : ` (${detail})`;
  return `holds and says too little: ${vacuityKinds[kind]}${which}`;
}

/** A part of a formula by itself. */
export const textOf = ({ formula, from, to }: FormulaPart): string => formula.slice(from, to);

function speaksOf(
  { of, kinds, parts, where }: VacuousByMeaning,
  { claim, kind, part }: Vacuity,
  { name, report }: Given,
): boolean {
  const ends = report.outcomes.map((outcome) => outcome.name);
  return (
    kinds.includes(kind) &&
    of.some((beginning) => claim.startsWith(beginning)) &&
    (parts === undefined || (part !== undefined && parts.includes(textOf(part)))) &&
    where({ name, ends })
  );
}

/** What makes no difference in the whole manifest and is not said not to; and what is said, and is not so. */
export function doubtsOfAll(
  given: readonly Given[],
  transitions: DeadTransitions,
  declared: Declared,
): readonly Difference[] {
  return [
    ...neverAsked(given),
    ...unneededEverywhere(given, declared),
    ...idleRules(given, declared),
    ...undeclaredDead(transitions, declared),
  ];
}

/** Claims that have nothing to do in any run: declared or not, nobody knows whether they are true. */
function neverAsked(given: readonly Given[]): readonly Difference[] {
  const idle = new Map<string, boolean>();
  for (const { report } of given) {
    const vacuous = new Set(report.vacuous?.flatMap(({ claim, kind }) => (kind.startsWith('no ') ? [claim] : [])));
    for (const { claim, kind } of report.verdicts) {
      if (kind !== 'protocol error') idle.set(claim, (idle.get(claim) ?? true) && vacuous.has(claim));
    }
  }
  return [...idle].flatMap(([claim, always]) =>
    always ? [{ code: 10, text: `"${claim}": what it begins with comes in no run at all` }] : [],
  );
}

function unneededEverywhere(given: readonly Given[], { unneeded }: Declared): readonly Difference[] {
  const needed = new Map<string, boolean>();
  for (const assumption of given.flatMap(({ report }) => report.assumptions ?? [])) {
    const matters = assumption.suffices === assumption.assumed;
    needed.set(assumption.class, (needed.get(assumption.class) ?? false) || matters);
  }
  return [...needed].flatMap(([name, matters]) => {
    if (matters || unneeded.some(({ classes }) => classes.some((pattern) => fitsPattern(pattern, name)))) return [];
    const text = `fairness of "${name}" changes no verdict in any run; assume less, or say in properties/vacuous.ts why not`;
    return [{ code: 10, text }];
  });
}

/** Declarations that nothing needs any more. */
function idleRules(given: readonly Given[], { vacuous, unneeded }: Declared): readonly Difference[] {
  const classes = given.flatMap(({ report }) => report.assumptions ?? []).map((assumption) => assumption.class);
  const isIdle = (rule: VacuousByMeaning): boolean =>
    !given.some((run) => run.report.vacuous?.some((found) => speaksOf(rule, found, run)) === true);
  const idle = [
    ...vacuous.flatMap((rule) =>
      (rule.parts ?? [undefined]).flatMap((part) =>
        isIdle(part === undefined ? rule : { ...rule, parts: [part] })
          ? [`${part === undefined ? '' : `of the part "${part}" `}"${rule.reason}"`]
          : [],
      ),
    ),
    ...unneeded
      .filter((rule) => !rule.classes.some((pattern) => classes.some((name) => fitsPattern(pattern, name))))
      .map(({ reason }) => `"${reason}"`),
  ];
  return idle.map((what) => ({ code: 10, text: `properties/vacuous.ts declares what is not so in any run: ${what}` }));
}

function undeclaredDead(transitions: DeadTransitions, { dead }: Declared): readonly Difference[] {
  const missing = Object.entries(transitions).flatMap(([chart, found]) =>
    found.dead
      .filter((id) => reasonOf(chart, id, dead) === undefined)
      .map((id) => `${chart}: ${id} is never taken (${found.why[id] ?? 'nobody looked why'})`),
  );
  const stale = dead.flatMap(({ chart, transitions: patterns }) =>
    patterns
      .filter((pattern) => !transitions[chart]?.dead.some((id) => fitsPattern(pattern, id)))
      .map((pattern) => `${chart}: ${pattern} is declared dead, and every such transition is taken or there is none`),
  );
  return [
    ...missing.map((text): Difference => ({ code: 20, text: `${text}; add a run, or a reason in properties/dead.ts` })),
    ...stale.map((text): Difference => ({ code: 20, text: `${text}: properties/dead.ts` })),
  ];
}

/** Why a transition is dead for good, where that is declared. */
const reasonOf = (chart: string, id: string, dead: Declared['dead']): string | undefined =>
  dead.find((rule) => rule.chart === chart && rule.transitions.some((pattern) => fitsPattern(pattern, id)))?.reason;

/** Dead transitions, each with what is declared of it. */
export const withReasons = (transitions: DeadTransitions, dead: Declared['dead']) =>
  Object.fromEntries(
    Object.entries(transitions).map(([chart, found]) => {
      const reasons = found.dead.map((id) => [id, reasonOf(chart, id, dead)] as const);
      const declared = reasons.flatMap(([id, reason]) => (reason === undefined ? [] : [[id, reason] as const]));
      return [chart, { ...found, declared: Object.fromEntries(declared) }];
    }),
  );
