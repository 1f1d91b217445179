/**
 * What docs/frontier.json says: a declared sample of its points searched again, and the verdicts that the findings rest on.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { landscapes } from '../../properties/assumptions.ts';
import { lessons } from '../../properties/findings/assumptions.ts';
import { isMeant } from '../../src/cli/choose-claims.ts';
import { keptSurveys, readFrontier } from '../../src/cli/frontier-file.ts';
import { perform } from '../../src/cli/perform.ts';
import { decided, type Decided, isGood, keyOf, pointAt } from '../../src/frontier/index.ts';
import type { Sweep } from '../../src/model/index.ts';

/** Every so many points are searched again: a different part of them is seen through each landscape. */
const everyNth = 211;

const file = await readFrontier({ readFile: async (path) => readFileSync(path, 'utf8') });
const surveys = file && keptSurveys(landscapes, file);
const specification = {
  runs: async () => [],
  sweep: async (): Promise<Sweep> => expect.fail('no cell is searched'),
  landscapes: async () => landscapes,
};

test('the frontier is kept, for the points that there are; if not: matching-rfc frontier --all --record', () => {
  expect(surveys).toBeDefined();
});

const sample = (surveys ?? []).flatMap(({ plan, found }) =>
  plan.sites
    .filter((_, place) => place % everyNth === 0)
    .map(({ point }) => ({ name: plan.landscape.name, key: keyOf(plan.landscape, point), point, kept: found })),
);

test.for(sample)(
  '$name, $key: every verdict that is kept is what a search gives',
  async ({ name, key, point, kept }) => {
    const here: ReadonlyMap<string, Decided> = kept.get(key)!;
    const claims = [...here.keys()];
    const limits = { maxStates: file!.maxStates };
    const job = { kind: 'point', landscape: name, at: point, claims, draw: false, limits } as const;
    const answer = await perform(job, specification, { aborted: false }, () => {});
    if (answer.kind !== 'report') return expect.fail(`${key}: ${answer.kind}`);
    const found = new Map(answer.report.verdicts.map((verdict) => [verdict.claim, decided(verdict).code]));
    const differing = claims.filter((claim) => {
      const { code } = here.get(claim)!;
      // What is inherited stands where a full queue keeps a search from saying it.
      const unfinished = found.get(claim) === '?' && (code === 'V' || code === 'R');
      return !unfinished && found.get(claim) !== code.toLowerCase();
    });
    expect(differing.map((claim) => `${claim}: kept ${here.get(claim)!.code}, found ${found.get(claim)}`)).toEqual([]);
  },
);

test.for(lessons)('$title: the verdicts that it rests on are kept so', ({ shows }) => {
  for (const { claim, home, at, holds } of shows) {
    const { plan, found } = surveys!.find(({ plan: { landscape } }) =>
      landscape.homes.some(({ name }) => name === home),
    )!;
    const { landscape } = plan;
    const start = landscape.homes.find(({ name }) => name === home)!.at;
    const here = found.get(keyOf(landscape, pointAt(landscape.axes, { ...start, ...at })))!;
    const name = [...here.keys()].find((one) => isMeant(one, [claim]))!;
    expect({ claim, home, at, holds: isGood(here.get(name)!.code) }).toEqual({ claim, home, at, holds });
  }
});
