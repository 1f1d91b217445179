/** A search that goes on from where it was kept ends as one that never stopped. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type CheckOptions, type Checkpoint, type KeptCheckpoint, check } from '../../src/check/index.ts';
import { ModelError, type Report, type System, family, reaches } from '../../src/model/index.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, transmission } from '../toys/alternating-bit.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 60);

/** A checkpoint as a file would give it back. */
function copied({ head, columns }: Checkpoint): KeptCheckpoint {
  const text = JSON.stringify(head);
  const copies = new Map(Object.entries(columns).map(([name, bytes]) => [name, bytes.slice()]));
  return {
    head: JSON.parse(text) as Checkpoint['head'],
    read: (name, into) => {
      expect(copies.get(name)).toHaveLength(into.length);
      into.set(copies.get(name)!);
    },
  };
}

type Kept = { readonly whole: Omit<Report, 'cost'>; readonly kept: readonly KeptCheckpoint[] };

const plain = ({ cost: _, ...report }: Report): Omit<Report, 'cost'> => report;

/** The report of a search, and the search as it was after each level. */
function keptAtEachLevel(system: System, options: CheckOptions): Kept {
  const kept: KeptCheckpoint[] = [];
  const checkpoints = { due: () => true, keep: (checkpoint: Checkpoint) => void kept.push(copied(checkpoint)) };
  return { whole: plain(check(system, { ...options, checkpoints })), kept };
}

const goneOn = (system: System, options: CheckOptions, resume: KeptCheckpoint): Omit<Report, 'cost'> =>
  plain(check(system, { ...options, checkpoints: { resume } }));

test.for(['generated', 'interpreted'] as const)('random systems go on after every level (%s)', (engine) => {
  fc.assert(
    fc.property(randomCase, fc.boolean(), fc.boolean(), ({ system, families }, loops, doubts) => {
      const options: CheckOptions = { families, engine, loops, doubts, maxStates: 3000 };
      let first: Kept;
      try {
        first = keptAtEachLevel(system, options);
      } catch (error) {
        if (error instanceof ModelError) return;
        throw error;
      }
      const some = first.kept.filter((_, level) => level % 3 === 0 || level === first.kept.length - 1);
      for (const kept of some) expect(goneOn(system, options, kept)).toEqual(first.whole);
    }),
    { numRuns },
  );
});

test.for([1, 100, 4000])('what a limit of %i states stopped goes on without it', (maxStates) => {
  const system = overQueues({ loses: 2, duplicates: 1 });
  const options: CheckOptions = { families: [transmission] };
  const { whole, kept } = keptAtEachLevel(system, { ...options, maxStates });
  expect(whole).toMatchObject({ complete: false, stopped: 'states' });
  expect(goneOn(system, options, kept.at(-1)!)).toEqual(plain(check(system, options)));
});

test('so does what a signal interrupts, and one engine goes on where the other stopped', () => {
  const system = overQueues({ loses: 2, duplicates: 1 });
  const options: CheckOptions = { families: [transmission] };
  let looks = 0;
  const signal = {
    get aborted(): boolean {
      return ++looks > 1;
    },
  };
  const { whole, kept } = keptAtEachLevel(system, { ...options, engine: 'generated', signal });
  expect(whole.stopped).toBe('interrupted');
  expect(goneOn(system, { ...options, engine: 'interpreted' }, kept.at(-1)!)).toEqual(plain(check(system, options)));
});

test('with other claims, or without loops, a search does not go on', () => {
  const system = stationRing(3);
  const { kept } = keptAtEachLevel(system, { families: [exclusion] });
  const other = family('other', [reaches('elsewhere', { cites: [], when: () => false })]);
  expect(() => goneOn(system, { families: [other] }, kept[0]!)).toThrowErrorMatchingInlineSnapshot(
    `[CheckpointMismatch: other claims were checked when it was written]`,
  );
  expect(() => goneOn(system, { families: [exclusion], loops: false }, kept[0]!)).toThrowErrorMatchingInlineSnapshot(
    `[CheckpointMismatch: other claims were checked when it was written]`,
  );
  expect(() =>
    goneOn(overQueues({ loses: 1, duplicates: 0 }), { families: [exclusion] }, kept[0]!),
  ).toThrowErrorMatchingInlineSnapshot(`[TypeError: Cannot read properties of undefined (reading 'data')]`);
});
