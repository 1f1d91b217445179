/** Time-outs weaken nothing: a wait that may end does end, so what waits for ever without them may be mended by them. */
import { expect, test } from 'vitest';

import { transfers } from '../../properties/assumptions/transfers.ts';
import { check } from '../../src/check/index.ts';
import { claimsAt, pointAt } from '../../src/frontier/index.ts';
import { strongerValues } from '../../src/frontier/points.ts';

const home = transfers.homes.find(({ name }) => name === 'failed-peer')!;
const claimed = 'P32';

/** What becomes of P32 at the home, with one departure. */
function verdictAt(departure: Readonly<Record<string, string>>): string {
  const point = { ...pointAt(transfers.axes, home.at), ...departure };
  const [name] = [...claimsAt(home, point).keys()].filter((claim) => claim.startsWith(claimed));
  const families = home.families(point).filter(({ claims }) => claims.some((claim) => claim.name === name));
  return check(transfers.system(point, 'patience'), { families }).verdicts.find(({ claim }) => claim === name)!.verdict;
}

test('P32 does not hold without them, holds with them, and no survey takes the one from the other', () => {
  expect([verdictAt({}), verdictAt({ patience: 'may-end' })]).toEqual(['violated', 'holds']);
  const patience = transfers.axes.find(({ name }) => name === 'patience')!;
  expect(strongerValues(patience, 'may-end')).toEqual([]);
});
