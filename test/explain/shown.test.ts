/** An explanation as it is drawn, listed, told and kept. */
import { expect, test } from 'vitest';
import { setup } from 'xstate';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { always, type Explanation } from '../../src/model/index.ts';
import { ladderSvg } from '../../src/trace/draw/ladder-svg.ts';
import { ladder } from '../../src/trace/ladder.ts';
import { listing } from '../../src/trace/listing.ts';
import { readTrace, traceFile, TraceFormatError, writeTrace } from '../../src/trace/trace-file.ts';
import { whyLines } from '../../src/trace/why-text.ts';
import { lasso } from '../trace/lasso.ts';

const walker = setup({}).createMachine({
  id: 'walker',
  initial: 'path',
  states: {
    path: { on: { LOOK: 'sight', LEFT: 'swamp', RIGHT: 'road' } },
    sight: { on: { LEFT: 'swamp', RIGHT: 'road' } },
    swamp: { on: { SINK: 'mud' } },
    mud: { on: { SINK: 'lost' } },
    lost: {},
    road: { on: { WALK: 'home' } },
    home: {},
  },
});
const walk = system({
  name: 'walk',
  parties: {
    walker: {
      chart: walker,
      own: ['LOOK', 'LEFT', 'RIGHT', 'SINK', 'WALK'].map((type) => ({ event: { type }, fairness: 'weak' as const })),
    },
  },
  channels: {},
  ending: (state) => ({ name: String(state.party['walker']!.value), fine: state.party['walker']!.matches('home') }),
});
const safe = always('nobody is lost', { cites: [], holds: (state) => !state.party['walker']!.matches('lost') });

test('the step into the swamp dooms, and the road passes', () => {
  const { verdicts } = check(walk, { families: [{ name: 'walks', claims: [safe] }], explain: true });
  const { path, explanation } = verdicts[0]!;
  expect(path!.steps.map(({ message }) => message.type)).toEqual(['LEFT', 'SINK', 'SINK']);
  expect(explanation).toEqual({
    matters: [0],
    doomed: 0,
    passes: {
      shares: 0,
      step: { kind: 'own', party: 'walker', message: { type: 'RIGHT' } },
      steps: 2,
      ends: 'home',
      fine: true,
    },
  });
});

test('nothing is explained that nobody asked for', () => {
  const { verdicts } = check(walk, { families: [{ name: 'walks', claims: [safe] }] });
  expect(verdicts.filter(({ explanation }) => explanation)).toEqual([]);
});

const why = {
  matters: [0, 2, 3, 8],
  doomed: 4,
  passes: { shares: 4, does: { kind: 'own', party: 'near', text: 'waits' }, steps: 3, ends: 'open', fine: true },
} as const;
const told = { ...lasso, why };

test('a ladder marks the steps that matter, and says where there is no way out any more', () => {
  const lines = ladder(told)!;
  expect(lines.filter((line) => /^ *\d+•/.test(line)).map((line) => Number.parseInt(line, 10))).toEqual([1, 3, 4, 9]);
  const at = lines.findIndex((line) => line.includes('from here on no fair run avoids it'));
  expect(lines.slice(0, at).findLast((line) => /^ *\d/.test(line))).toMatch(/^ +5 /);
});

test('so do a list and a picture', () => {
  expect(listing(told).filter((line) => /^ *\d+•/.test(line))).toHaveLength(4);
  expect(listing(told)).toContain('    from here on no fair run avoids it');
  const svg = ladderSvg(told);
  expect(svg.match(/class="matters"/g)).toHaveLength(4);
  expect(svg).toContain('from here on no fair run avoids it');
  expect(ladderSvg(lasso)).not.toContain('from here on');
});

test.for([
  [
    why,
    [
      'doomed at step 5: ',
      'passes instead: at step 5 near: waits; 2 steps later it ends as "open"',
      'steps 1, 3-4, 9 matter',
    ],
  ],
  [{ matters: [] }, ['never doomed', 'no single step matters']],
  [{ matters: [...lasso.episodes.keys()], doomed: -1 }, ['doomed from the start', 'every step matters']],
] as const)('it is told in a line for each thing: %j', ([explanation, beginnings]) => {
  const lines = whyLines({ ...lasso, why: explanation });
  expect(lines).toHaveLength(beginnings.length);
  beginnings.forEach((beginning, at) => expect(lines[at]).toContain(beginning));
});

const explanation: Explanation = { matters: [0], doomed: 0 };
const kept = (shown?: unknown): string => {
  const { verdicts } = check(walk, { families: [{ name: 'walks', claims: [safe] }] });
  const { path, ...verdict } = verdicts[0]!;
  return writeTrace(
    traceFile('walk', 'hash', {
      ...verdict,
      path: path!,
      ...(shown !== undefined && { explanation: shown as Explanation }),
    }),
  );
};

test('a trace file keeps it, and one without it is read as before', () => {
  expect(readTrace(kept(explanation)).explanation).toEqual(explanation);
  expect(readTrace(kept())).not.toHaveProperty('explanation');
});

test.for([
  [[], '"explanation" should be an object'],
  [{ matters: [7] }, 'explanation.matters should be a list of indices of steps, 0 to 2'],
  [{ matters: [], doomed: 3 }, 'explanation.doomed should be the index of a step, -1 to 2'],
  [{ matters: [], passes: { steps: 1 } }, 'explanation.passes should be an object with shares, steps, ends and fine'],
] as const)('a spoilt one is refused: %j', ([shown, message]) => {
  expect(() => readTrace(kept(shown))).toThrow(new TraceFormatError(message));
});
