/** Formulas on the command line: judged, drawn, written and replayed as claims of the manifest are. */
import { expect, test } from 'vitest';

import { perform } from '../../src/cli/perform.ts';
import type { Vocable } from '../../src/model/index.ts';
import { told, type World } from './fake-session.ts';
import { pongRun } from './pong.ts';

const propositions: readonly Vocable[] = [
  {
    proposition: { kind: 'state', name: 'hit', holds: (state) => state.party['right']!.matches('hit') },
    says: 'Right is hit.',
  },
  {
    proposition: { kind: 'state', name: 'flies', holds: (state) => state.channel['over']!.length > 0 },
    says: 'A ball flies.',
  },
  {
    proposition: { kind: 'event', name: 'serves', taken: ({ message }) => message.type === 'SERVE' },
    says: 'Somebody serves.',
  },
];
const runs = [pongRun];
const specification = {
  runs: async () => runs,
  sweep: async () => ({ axes: [], cell: () => ({ system: pongRun.system() }) }),
  propositions: async () => propositions,
};
const world: World = {
  runs,
  propositions,
  answer: (job) => perform(job, specification, { aborted: false }, () => {}),
};

test('what holds is as expected', async () => {
  const { code, out } = await told('check --ltl G(serves->F(hit)) --ltl !flies|true --always-possible hit', world);
  expect(code).toBe(0);
  expect(out).toContain('✓ G(serves->F(hit))');
  expect(out).toContain('✓ always possible: hit');
});

test('what does not hold ends with 13; its traces replay', async () => {
  const { code, out, files } = await told(
    'check --ltl G(!hit) --ltl G(!hit) --ltl G!hit --always-possible flies',
    world,
  );
  expect(code).toBe(13);
  expect(out).toContain('"G(!hit)": violated');
  expect(out).toContain('no steps lead there any more from left served, right hit');
  const asked = [...files].filter(([name]) => !name.includes('R1'));
  expect(asked.map(([name]) => name)).toEqual([
    'traces/pong-one-ball--G-hit.json',
    'traces/pong-one-ball--G-hit-2.json',
    'traces/pong-one-ball--always-possible-flies.json',
  ]);
  for (const [name, text] of asked) {
    const replayed = await told(`replay ${name}`, { ...world, files: { [name]: text } });
    expect([name, replayed.code]).toEqual([name, 0]);
  }
});

test.for([
  ['--ltl G(hit->)', 'a temporal operator (G, F, X), and there is ")"\n  G(hit->)\n         ^'],
  ['--ltl G(hti)', 'there is no proposition "hti"; did you mean "hit"?\n  G(hti)\n    ^'],
  ['--always-possible F(hit)', 'and "F" speaks of what comes after it\n  F(hit)\n  ^'],
  ['--ltl hit --update-lock', '--update-lock pins the claims of the manifest'],
  ['--ltl hit --certificates c', 'leave out --certificates'],
] as const)('%s is refused', async ([line, why]) => {
  const { code, err } = await told(`check ${line}`, world);
  expect(code).toBe(150);
  expect(err).toContain(why);
});

test('X is warned of, and counts', async () => {
  const { code, err } = await told('check --ltl X(flies)', world);
  expect(err).toContain('X(flies): X is not stutter-invariant');
  expect(code).toBe(0);
});

test('the names are listed', async () => {
  expect((await told('list --propositions', world)).out.split('\n')).toEqual([
    'hit     state  Right is hit.',
    'flies   state  A ball flies.',
    'serves  event  Somebody serves.',
  ]);
  expect(JSON.parse((await told('list --propositions --json', world)).out)).toMatchObject({
    propositions: [{ name: 'hit', kind: 'state', says: 'Right is hit.' }, {}, {}],
  });
});

test('of a formula the part that does not matter is pointed at, and a run is told that shows what does', async () => {
  const { code, out } = await told(['check', '--ltl', 'F (hit | serves & flies)'], world);
  expect(code).toBe(0);
  const [, below] = out.split('asked on the command line');
  expect(below).toContain('      F (hit | (serves & flies))\n               ^^^^^^^^^^^^^^^^\n');
  expect(below).toContain('hangs on "hit": with false in its place it is not true of a run');
});

test('the same for programs: the place of the part in the text of the formula', async () => {
  const { out } = await told(['check', '--json', '--ltl', 'F (hit | serves & flies)'], world);
  const [run] = (JSON.parse(out) as { runs: { doubts: unknown; interesting: unknown }[] }).runs;
  const formula = 'F (hit | (serves & flies))';
  expect(run!.doubts).toMatchObject([{ part: { formula, from: 9, to: 25 } }]);
  expect(run!.interesting).toEqual([
    { claim: 'F (hit | serves & flies)', part: { formula, from: 3, to: 6 }, by: 'false', length: 2 },
  ]);
});

test('a question that does not fit a run is left out of it, with what it lacks; the rest is decided', async () => {
  const strange: Vocable = {
    proposition: { kind: 'state', name: 'wound', holds: (state) => state.party['clock']!.matches('wound') },
    says: 'The clock is wound.',
  };
  const known = { ...specification, propositions: async () => [...propositions, strange] };
  const answer: NonNullable<World['answer']> = (job) => perform(job, known, { aborted: false }, () => {});
  const asked = { ...world, propositions: [...propositions, strange], answer };
  const { code, out } = await told(['check', '--ltl', 'G !wound', '--ltl', 'G(serves -> F hit)'], asked);
  expect(code).toBe(150);
  expect(out).toContain('"G(serves -> F hit)" holds');
  expect(out).toMatch(/cannot be asked here: "G !wound": system "[^"]+" has no party "clock"/);
  expect(out).toContain('✗ R1 nobody is hit');
});
