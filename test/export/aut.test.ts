/** The Aldebaran format, read back and compared with the graph. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { explore } from '../../src/check/index.ts';
import { aut } from '../../src/export/aut.ts';
import { naiveCheck } from '../reference/naive.ts';
import { overQueues, overWires } from '../toys/alternating-bit.ts';
import { deadlock, overflow } from '../toys/errors.ts';
import { twoPhaseCommit } from '../toys/two-phase-commit.ts';

type Read = { states: number; edges: { from: number; label: string; to: number }[] };

/** Reads what CADP describes: a header, then lines of (from, "label", to). */
function read(text: string): Read {
  const [head, ...lines] = text.trimEnd().split('\n');
  const [, first, transitions, states] = /^des \((\d+), (\d+), (\d+)\)$/.exec(head!)!;
  expect(first).toBe('0');
  const edges = lines.map((line) => {
    const [, from, label, to] = /^\((\d+), "([^"]*)", (\d+)\)$/.exec(line)!;
    return { from: Number(from), label: label!, to: Number(to) };
  });
  expect(edges).toHaveLength(Number(transitions));
  return { states: Number(states), edges };
}

const queued = runs.find(({ name }) => name === 'two-sockets/queue')!;

test.for([
  queued.system(),
  overQueues({ loses: 1, duplicates: 1 }),
  overWires('strong'),
  twoPhaseCommit(3),
  deadlock,
  overflow,
])('$name: the graph comes back', (system) => {
  const { graph, ...explored } = explore(system);
  const { states, edges } = read([...aut({ graph, ...explored })].join(''));
  expect(states).toBe(graph.states);
  expect(edges.map(({ to }) => to)).toEqual([...graph.targets]);
  const from = edges.map((edge) => edge.from);
  expect(from).toEqual(from.toSorted((a, b) => a - b));
  for (let state = 0; state < states; state++) {
    expect(from.filter((each) => each === state)).toHaveLength(graph.offsets[state + 1]! - graph.offsets[state]!);
  }
  const naive = naiveCheck(system);
  expect([states, edges.length]).toEqual([naive.states, naive.steps]);
});

test('labels say who does what, and steps of one state have labels of their own', () => {
  const { edges } = read([...aut(explore(overQueues({ loses: 1, duplicates: 1 })))].join(''));
  const labels = [...new Set(edges.map(({ label }) => label))];
  expect(labels).toContain('sender does SUBMIT');
  expect(labels.filter((label) => / (delivers|loses|duplicates) /.test(label)).length).toBeGreaterThan(3);
  expect(new Set(edges.map(({ from, label }) => `${from} ${label}`)).size).toBe(edges.length);
});

test('a large graph comes in pieces', () => {
  const pieces = [...aut(explore(twoPhaseCommit(5)))];
  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
});
