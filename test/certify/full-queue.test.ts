import { expect, test } from 'vitest';

import { certify, type Certificate } from '../../src/certify/index.ts';
import { evidenceOf } from '../../src/check/evidence.ts';
import { explore } from '../../src/check/index.ts';
import { Predicates } from '../../src/check/predicates.ts';
import { Rests } from '../../src/check/rests.ts';
import { protocolErrorNames } from '../../src/model/index.ts';
import { overflow } from '../toys/errors.ts';

test('what a full queue cut off is no complete search, however closed its states are', () => {
  const found = explore(overflow);
  const predicates = new Predicates(found.composition, found.store);
  const rests = new Rests(predicates, overflow);
  const evidence = evidenceOf([], { ...found, predicates, rests });
  const verdicts = protocolErrorNames.map((claim) => ({ claim, kind: 'protocol error', verdict: 'holds' }) as const);
  const complete: Certificate['complete'] = { steps: found.steps, depth: found.depth, ends: [], evidence };
  expect(() => certify(overflow, [], { verdicts, complete })).toThrow(
    /full queue "[^"]+", and nothing is known beyond/,
  );
});
