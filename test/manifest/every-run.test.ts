/**
 * Every run of the manifest, searched once: random walks find nothing that the search has not found, and they take every
 * transition; of its share, the verdicts are certified, and the naive checker comes to the same ones where states are few.
 */
import { afterAll, describe, expect, test } from 'vitest';

import { dead } from '../../properties/dead.ts';
import { runs } from '../../properties/runs.ts';
import { certificateOf, certify } from '../../src/certify/index.ts';
import { check } from '../../src/check/index.ts';
import { type Report, fitsPattern } from '../../src/model/index.ts';
import { contradictions, Exploration, type Walked } from '../../src/random/index.ts';
import { expectAgreement } from '../check/expect-agreement.ts';
import { naiveCheck } from '../reference/naive.ts';
import { share } from './share.ts';

/** What a certificate does not show is left to the naive checker: that counterexamples are the shortest. */
const maxStates = Number(process.env.NAIVE_STATES ?? 400);
const isSmall = (states: number | undefined): boolean => states !== undefined && states < maxStates;

const seed = Number(process.env.FC_SEED ?? 438_478);
/** Walks through each run; many more in `.ci/nightly`. */
const samples = Number(process.env.WALKS ?? 40);
/** Walks more through a run that has a transition which no walk has taken yet. */
const more = 20_000;
const steps = 200;

type Taken = Map<string, Set<string>>;
const [walked, searched, all]: [Taken, Map<string, Report['coverage']>, Taken] = [new Map(), new Map(), new Map()];

const addTo = (taken: Taken, chart: string, transitions: Iterable<string>): void => {
  const known = taken.get(chart) ?? new Set();
  for (const transition of transitions) known.add(transition);
  taken.set(chart, known);
};

function note({ coverage }: Walked): void {
  for (const [chart, transitions] of coverage) {
    addTo(walked, chart, transitions.taken);
    addTo(all, chart, transitions.all);
  }
}

test('most runs are small enough for the naive checker', () => {
  expect(share.filter(({ expected }) => isSmall(expected?.states)).length).toBeGreaterThan(share.length / 2);
});

describe.for(runs)('$name', (run) => {
  const { name, system, families, expected } = run;
  const described = system();
  const shared = share.includes(run) ? [described] : [];
  let known: ReturnType<typeof check> | undefined;
  const report = (): ReturnType<typeof check> =>
    (known ??= check(described, { families, evidence: shared.length > 0 }));
  afterAll(() => {
    known = undefined;
  });

  test.for(shared)('every verdict is certified', () => {
    const claims = families.flatMap((family) => family.claims);
    const { verdicts, open, closure, sample } = certify(described, claims, certificateOf(report()));
    const undecided = report().verdicts.filter(({ verdict }) => verdict === 'not finished');
    expect(open).toEqual(undecided.map(({ claim }) => claim));
    expect(verdicts).toBe(report().verdicts.length - undecided.length);
    const { complete, states } = report();
    expect(closure).toEqual(complete ? { looked: states, states } : undefined);
    expect(sample).toBeUndefined();
  });

  test.for(isSmall(expected?.states) ? shared : [])('the naive checker comes to the same', (small) => {
    expectAgreement({ system: small, families }, naiveCheck(small, families, maxStates), report());
  });

  test('the search has found what walks find', () => {
    const exploration = new Exploration(described, families, { seed, steps });
    for (let walk = 0; walk < samples; walk++) exploration.walk();
    const found = exploration.walked();
    expect(contradictions(found, report())).toEqual([]);
    note(found);
    searched.set(name, report().coverage);
  });
});

const isTaken = (chart: string, transition: string): boolean => walked.get(chart)?.has(transition) === true;
const isDeclared = (chart: string, transition: string): boolean =>
  dead.some((rule) => rule.chart === chart && rule.transitions.some((pattern) => fitsPattern(pattern, transition)));

test('walks take every transition of every chart that is not declared dead', { timeout: 600_000 }, () => {
  expect(searched.size).toBe(runs.length);
  for (const { name, system } of runs) {
    const left = Object.entries(searched.get(name)!).flatMap(([chart, { taken }]) =>
      taken.filter((transition) => !isTaken(chart, transition)).map((transition) => [chart, transition] as const),
    );
    if (left.length === 0) continue;
    const exploration = new Exploration(system(), [], { seed, steps, from: samples + 1 });
    for (let walk = 0; walk < more && left.some(([chart, transition]) => !isTaken(chart, transition)); walk++) {
      exploration.walk();
      if (walk % 100 === 99) note(exploration.walked());
    }
  }
  const untaken = [...all].flatMap(([chart, transitions]) =>
    [...transitions].filter((id) => !isTaken(chart, id)).map((id) => [chart, id] as const),
  );
  const undeclared = untaken.filter(([chart, id]) => !isDeclared(chart, id));
  expect(undeclared.map(([chart, id]) => `${chart}: ${id}`)).toEqual([]);
});

test('no walk takes a transition that is declared dead', () => {
  const taken = [...walked].flatMap(([chart, ids]) => [...ids].filter((id) => isDeclared(chart, id)));
  expect(taken).toEqual([]);
});
