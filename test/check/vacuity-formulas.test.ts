/** What of a formula does not matter, by the definition: replace the part, and ask the naive checker. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import {
  absence,
  after,
  afterUntil,
  and,
  before,
  between,
  boundedExistence,
  equivalent,
  eventually,
  existence,
  globally,
  implies,
  not,
  operandsOf,
  or,
  type Part,
  partText,
  precedence,
  precedenceChain,
  replaced,
  response,
  state,
  taken,
  whole,
} from '../../src/ltl/index.ts';
import {
  family,
  type Formula,
  type FormulaPart,
  ltl,
  type Ltl,
  type Report,
  type System,
} from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';
import { randomCase } from '../reference/random-system.ts';
import { shows } from './certify.ts';
import { lamp } from './lamp.ts';

const cites: string[] = [];
const asked = (formula: Formula, system: System = lamp()): Report =>
  check(system, { families: [family('asked', [ltl('asked', { cites, formula })])], doubts: true });
const cut = ({ formula, from, to }: FormulaPart): string => formula.slice(from, to);
const partsIn = ({ vacuous }: Report): readonly string[] =>
  vacuous!.map(({ kind, part }) => `${kind}: ${part ? cut(part) : ''}`);

const is = (name: string): Formula => state(name, ({ party }) => party['lamp']!.matches(name));
const [off, on, broken] = [is('off'), is('on'), is('broken')];
const yes = state('yes', () => true);
const no = state('no', () => false);
const breaks = taken('breaks', ({ message }) => message.type === 'BREAK');

test.for<[string, Formula, readonly string[]]>([
  ['a side of an or', eventually(or(broken, on)), ['any part: on']],
  ['both sides of an or, one at a time', globally(or(yes, yes)), ['any part: yes', 'any part: yes']],
  ['a formula of which all matters', eventually(broken), []],
  ['a left side that never comes, nothing below it', globally(implies(no, and(on, off))), ['no trigger: no']],
  ['a left side that comes and need not', globally(implies(on, eventually(broken))), ['any part: on']],
  ['<-> of what is the same', globally(equivalent(on, on)), []],
  ['<-> of different things that are the same here', globally(equivalent(yes, not(no))), []],
  ['<->, where even what is always true keeps two facts alike', globally(equivalent(on, and(on, yes))), []],
  ['<-> that need not be', or(yes, equivalent(on, off)), ['any part: (on <-> off)']],
  ['precedence whose cause never comes', precedence(breaks, no), ['any part: breaks']],
  ['precedence of what always comes first', precedence(breaks, broken), []],
  ['absence of what never is', absence(no), []],
  ['existence', existence(broken), []],
  ['response', response(off, broken), ['any part: off']],
])('%s', ([, formula, parts]) => {
  expect(asked(formula).verdicts[0]!.verdict).toBe('holds');
  expect(partsIn(asked(formula))).toEqual(parts);
});

test('edges that patterns draw are no parts that anybody would be told of', () => {
  const scopes = [before(broken), after(on), between(on, broken), afterUntil(on, broken)];
  const formulas = scopes.flatMap((scope) => [
    absence(no, scope),
    existence(yes, scope),
    precedenceChain(off, breaks, broken, scope),
    boundedExistence(no, scope),
  ]);
  for (const formula of formulas) {
    const edges = partsOf(whole(formula)).filter((part) => 'edge' in part.formula && part.formula.edge);
    const told = asked(formula).vacuous!.flatMap(({ part }) => (part ? [part] : []));
    for (const { place } of edges) expect(told).not.toContainEqual(partText(formula, place));
  }
});

const partsOf = (part: Part): readonly Part[] => [part, ...operandsOf(part).flatMap(partsOf)];
const isIn = ({ place }: Part, outer: Part): boolean => outer.place.every((operand, index) => operand === place[index]);
const constant = ({ formula: { operator } }: Part): boolean => operator === 'true' || operator === 'false';

/** Largest parts of one polarity of which the naive checker says that they do not matter. None: too much to look at. */
function indifferentParts(system: System, claim: Ltl): readonly Part[] | undefined {
  const holds = (formula: Formula): boolean | undefined => {
    const { verdicts } = naiveCheck(system, [family('asked', [{ ...claim, formula }])], 300);
    return verdicts[claim.name] && verdicts[claim.name]!.verdict === 'holds';
  };
  const found: Part[] = [];
  for (const part of partsOf(whole(claim.formula))) {
    if (
      found.some((outer) => isIn(part, outer)) ||
      partsOf(part).every((one) => operandsOf(one).length > 0 || constant(one))
    )
      continue;
    const by = part.polarity === 'positive' ? 'false' : 'true';
    const answer = holds(replaced(claim.formula, part.place, { operator: by }));
    if (answer === undefined) return undefined;
    if (answer) found.push(part);
  }
  return found;
}

const numRuns = Number(process.env['FC_RUNS'] ?? 150);

test('as the definition says, of random formulas on random systems; what shows that a part matters is a run of live actors', () => {
  let compared = 0;
  fc.assert(
    fc.property(randomCase, ({ system, families }) => {
      const claims = families.flatMap((one) => one.claims).filter((claim): claim is Ltl => claim.kind === 'ltl');
      const report = quietly(() =>
        check(system, { families: [family('asked', claims)], doubts: true, maxStates: 300 }),
      );
      if (!report?.complete) return;
      for (const claim of claims) {
        if (report.verdicts.find((verdict) => verdict.claim === claim.name)!.verdict !== 'holds') continue;
        const witness = report.interesting!.find((one) => one.claim === claim.name);
        if (witness) {
          const formula = replaced(claim.formula, witness.place, { operator: witness.by });
          expect(shows(system, { ...claim, formula }, witness.path)).toBe(true);
          expect(shows(system, claim, witness.path)).toBe(false);
        }
        for (const part of toldOf(report, claim)) expectIndifference(system, claim, part);
        const parts = partsOf(whole(claim.formula));
        if (parts.some(({ polarity }) => polarity === 'mixed')) continue;
        const expected = indifferentParts(system, claim);
        if (!expected) continue;
        compared++;
        const found = report.vacuous!.filter((one) => one.claim === claim.name);
        const idle = found.flatMap(({ kind, part }) => (kind === 'no trigger' ? [part!] : []));
        const told = found.flatMap(({ kind, part }) => (kind === 'any part' ? [part!] : []));
        const belowIdle = (place: FormulaPart): boolean =>
          idle.some((left) => parts.some((outer) => isTriggered(claim.formula, outer, left, place)));
        expect(told).toEqual(
          expected.map(({ place }) => partText(claim.formula, place)).filter((one) => !belowIdle(one)),
        );
      }
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns / 10);
});

/** The parts that a report says do not matter. */
const toldOf = (report: Report, { name, formula }: Ltl): readonly Part[] => {
  const told = report.vacuous!.filter(({ claim, kind }) => claim === name && kind === 'any part');
  const isTold = ({ place }: Part): boolean =>
    told.some(({ part }) => part!.from === partText(formula, place).from && part!.to === partText(formula, place).to);
  return partsOf(whole(formula)).filter(isTold);
};

/** Whatever stands there, also what is now true and now false, the formula holds. */
function expectIndifference(system: System, claim: Ltl, { place }: Part): void {
  const atoms = partsOf(whole(claim.formula)).flatMap(({ formula }) =>
    formula.operator === 'proposition' ? [formula] : [],
  );
  const others: readonly Formula[] = [
    { operator: 'true' },
    { operator: 'false' },
    ...atoms,
    ...atoms.map((one) => not(one)),
  ];
  for (const other of others) {
    const formula = replaced(claim.formula, place, other);
    const { verdicts } = naiveCheck(system, [family('asked', [{ ...claim, formula }])], 300);
    expect(verdicts[claim.name]?.verdict).not.toBe('violated');
  }
}

/** Whether a part lies in an implication whose left side is that one, and is not the whole of it. */
function isTriggered(formula: Formula, outer: Part, left: FormulaPart, place: FormulaPart): boolean {
  if (outer.formula.operator !== '->') return false;
  const [all, side] = [partText(formula, outer.place), partText(formula, [...outer.place, 'left'])];
  const isWhole = place.from === all.from && place.to === all.to;
  return side.from === left.from && side.to === left.to && place.from >= all.from && place.to <= all.to && !isWhole;
}

function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
