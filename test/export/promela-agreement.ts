import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { Run } from '../../src/model/index.ts';
import { share } from '../manifest/share.ts';
import { brokenOnRuns, exported, missing, searched } from './spin.ts';

/** Larger runs are left to the engine alone. */
const most = 1_000_000;

/** Has SPIN agree on a part of the manifest's share: states, steps, ends, and every claim that Promela can say. */
export function agreeWithSpin(part: number, parts: number): void {
  const mine = share.filter(({ expected }, index) => index % parts === part && expected && expected.states < most);
  describe.skipIf(missing !== undefined)(`by SPIN${missing ? ` (skipped: needs ${missing})` : ''}`, () => {
    test.for(mine)('$name', (run) => expectAgreement(run));
  });
}

function expectAgreement(run: Run): void {
  const { explored, promela } = exported(run);
  const claims = run.families.flatMap((family) => family.claims);
  const spun = searched(promela);
  expect({ states: spun.states, steps: spun.steps }).toEqual({ states: explored.states, steps: explored.steps });
  const violated = run.expected!.violated ?? [];
  const onRuns = brokenOnRuns(promela);
  const spoken = claims.filter(({ name, kind }) => kind === 'outcomes' || !leftOut(promela.leftOut, name));
  const bySpin = spoken.filter(({ name, kind }) => [...spun.found, ...onRuns].includes(name) !== (kind === 'reaches'));
  const ends = check(run.system()).outcomes.filter(({ path }) => path.loop === undefined);
  const atRest = new Set(ends.map(({ name }) => name));
  const expected = spoken.filter(({ name, kind, ...claim }) => {
    if (kind !== 'outcomes') return violated.includes(name);
    return [...atRest].some((end) => !(claim as { only?: readonly string[] }).only!.includes(end));
  });
  expect(bySpin.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  const found = spun.found.flatMap((name) =>
    name.startsWith('end ') ? [name.slice(4)] : name === 'deadlock' ? [name] : [],
  );
  expect(found.sort()).toEqual([...atRest].sort());
  for (const error of ['unspecified reception', 'bound hit']) {
    expect([error, spun.found.includes(error)]).toEqual([error, violated.includes(error)]);
  }
}

const leftOut = (texts: readonly string[], name: string): boolean => texts.some((text) => text.startsWith(`"${name}"`));
