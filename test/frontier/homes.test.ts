/**
 * Where claims are at home: every variant of the transfer, and every scene under each variant that has the occasion.
 */
import { expect, test } from 'vitest';

import { landscapes } from '../../properties/assumptions.ts';
import { claimsAt, pointAt } from '../../src/frontier/index.ts';

const transfers = landscapes.find(({ name }) => name === 'transfers')!;
const homesOf = (scene: string): readonly string[] =>
  transfers.homes.map(({ name }) => name).filter((name) => name === scene || name.startsWith(`${scene}-`));

test.for([
  ['waiting-user', ['438', '430', '454', '542']],
  ['stranger', ['438', '454', '542']],
  ['failed-peer', ['438', '430', '454', '542']],
  ['no-transfer', ['542']],
  ['rein', ['438', '430', '542']],
] as const)('the scene %s is looked at under every variant that has the occasion', ([scene, variants]) => {
  expect(homesOf(scene)).toEqual([scene, ...variants.map((variant) => `${scene}-${variant}`)]);
});

test('the order of commands is asked of every variant that has a transfer between servers', () => {
  const asked = transfers.homes.filter((home) =>
    [...claimsAt(home, pointAt(transfers.axes, home.at)).keys()].some((claim) => claim.startsWith('P18 ')),
  );
  expect(asked.map(({ name }) => name)).toEqual(['V478', 'V438', 'V430', 'V454', 'V542']);
});

test('no two homes share a name, and each departs along axes that there are', () => {
  const names = landscapes.flatMap(({ homes }) => homes.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  for (const { axes, homes } of landscapes)
    for (const home of homes)
      for (const axis of [...(home.axes ?? []), ...(home.paired ?? [])])
        expect(axes.map(({ name }) => name)).toContain(axis);
});

test('every open question is an axis of some landscape, or has no axis for a reason', () => {
  const said = landscapes.flatMap(({ axes }) => axes.map(({ name, says }) => `${name} ${says}`)).join(' ');
  const fixed = transfers.fixed.map(({ what }) => what);
  const missing = Array.from({ length: 40 }, (_, place) => `H${place + 1}`).filter(
    (hole) => !new RegExp(`\\b${hole}\\b`).test(said) && !fixed.includes(hole),
  );
  expect(missing).toEqual([]);
});
