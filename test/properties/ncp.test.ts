import { describe, expect, test } from 'vitest';

import { icp, icpSettings } from '../../machines/systems/icp.ts';
import { labelOf } from '../../machines/systems/names.ts';
import { twoSockets } from '../../machines/systems/two-sockets.ts';
import { type TwoSocketsSetting, twoSocketsSetting } from '../../machines/systems/two-sockets-settings.ts';
import { icpContactReused } from '../../properties/icp.ts';
import { ncpClosing } from '../../properties/ncp-closing.ts';
import { ncpData } from '../../properties/ncp-data.ts';
import type { Family, Path, System } from '../../src/model/index.ts';
import { check } from '../../src/check/index.ts';

/** The steps of a path as a reader would say them: who does or hears what. */
const told = (path: Path | undefined): string[] | undefined =>
  path?.steps.map(({ kind, party, message }) => `${party} ${kind === 'own' ? 'wants' : 'hears'} ${labelOf(message)}`);

const pathOf = (system: System, family: Family, claim: string): string[] | undefined =>
  told(check(system, { families: [family] }).verdicts.find((verdict) => verdict.claim === claim)?.path);
const inSetting = (setting: TwoSocketsSetting): System => twoSockets(twoSocketsSetting(setting));

describe('page 13 of NIC 8246', () => {
  test('Example 1: an abort and a refusal cross', () => {
    const path = pathOf(
      inSetting('refuse'),
      ncpClosing,
      'an abort and a refusal cross, and each takes the other for its answer',
    );
    expect(path).toEqual(['process.B wants CONNECT', 'process.B wants CLOSE', 'ncp.C.2 hears STR 3→2']);
  });

  test('Example 2: an acceptance crosses an abort', () => {
    const path = pathOf(
      inSetting('refuse'),
      ncpClosing,
      'an acceptance is on its way to an end that has withdrawn its request',
    );
    expect(path).toEqual([
      'process.B wants CONNECT',
      'process.B wants CLOSE',
      'process.C wants CONNECT',
      'ncp.C.2 hears STR 3→2',
    ]);
  });
});

test('page 14: after giving up, the answer to an old CLS is taken for a refusal of a new request', () => {
  const path = pathOf(inSetting('gives-up-on-cls'), ncpClosing, 'P39 a CLS never meets a later request of its pair');
  expect(path).toEqual([
    'process.B wants CONNECT',
    'ncp.C.2 hears STR 3→2',
    'ncp.C.2 wants GIVE_UP_ON_CLS',
    'process.C wants CONNECT',
    'ncp.B.3 hears CLS 2→3',
  ]);
});

test('one lost ALL, and the sender has no credit that the receiver thinks it has', () => {
  const path = pathOf(inSetting('loses-answer'), ncpData, 'credit that was allowed is with the sender, or on its way');
  expect(path?.at(-1)).toBe('ncp.B.3 hears ALL 2→3 link 2');
});

test('RFC 143: the call for the pair finds the contact socket in use', () => {
  const path = pathOf(
    icp({ ...icpSettings['rfc-143/refuse'], name: 'icp' }),
    icpContactReused,
    'no call for the pair reaches the contact socket before it is free',
  );
  expect(path).toEqual([
    'user wants CALL',
    'ncp.B.3 hears RTS 10→3 link 2',
    'ncp.A.10 hears STR 3→10',
    'ncp.B.3 hears ALL 10→3 link 2',
    'ncp.A.10 hears DATA 3→10 link 2 B#200',
  ]);
});

test('RFC 202: each waits for the connection that the other has not asked for', () => {
  const { outcomes } = check(icp({ ...icpSettings['rfc-202/Q'], name: 'icp' }));
  expect(outcomes.map(({ name }) => name)).toEqual(['deadlock']);
  expect(told(outcomes[0]?.path)).toEqual(
    expect.arrayContaining(['ncp.A.12 hears STR 201→12', 'ncp.B.200 hears STR 13→200']),
  );
});
