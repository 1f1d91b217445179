/** Pages made from a small chart, two runs and a few cells whose text is known. */
import { expect, test } from 'vitest';

import { headerOf } from '../../src/cli/header.ts';
import {
  chartPage,
  claimsOf,
  clauseFaults,
  clausePages,
  type DescribedChart,
  decisionPage,
  scenesOf,
  site,
  statesCiting,
  verdictPages,
} from '../../src/reference/index.ts';
import { brokenLinks } from './broken-links.ts';
import { run } from './runs.ts';

const nothing = { tags: [], entry: [], exit: [], transitions: [] } as const;
const lamp: DescribedChart = {
  id: 'lamp',
  states: [
    {
      ...nothing,
      name: 'lamp',
      type: 'compound',
      initial: 'off',
      transitions: [{ event: 'KNOCK', targets: [], actions: [], cites: ['R1'] }],
    },
    {
      ...nothing,
      name: 'off',
      parent: 'lamp',
      type: 'atomic',
      tags: ['dark'],
      transitions: [
        { event: 'PRESS', guard: 'hasPower', targets: ['on'], actions: ['send'], cites: ['R1'], runs: 2 },
        { event: 'DIM', guard: 'hasPower', targets: [], actions: ['dim'], cites: ['R1'], runs: 0 },
        { event: 'DIM', targets: [], actions: [], cites: ['H1'], runs: 1 },
      ],
    },
    { ...nothing, name: 'on', parent: 'lamp', type: 'atomic' },
  ],
};
const groups = [{ title: 'What comes from a hand', events: ['PRESS', 'DIM', 'KNOCK'] }];
const findings = {
  answers: [],
  violations: [{ claim: 'P1', title: 'It is lost', run: 'holes/H1/night/dark', says: 'It falls.' }],
  holes: [{ id: 'H1', says: 'Light costs nothing.' }],
  unmodelled: {},
};
const runs = [
  run('holes/H1/night/light'),
  run('holes/H1/night/dark', { violated: ['P1 nothing is lost'], ends: ['stumbles'] }),
];
const rule = { document: 'RFC 1', place: 'p. 2', strength: 'must', text: 'It shines.' };
const clauses = [
  { id: 'R1', ...rule, words: ['let it shine'] },
  { id: 'H1', ...rule },
];
const source = { clauses, charts: [lamp], claims: claimsOf(runs), noRule: { 'RFC 1': { 'w1-2': 'The heading.' } } };

test('the page of a chart has its states, its matrix and its transitions', () => {
  const page = chartPage({
    chart: lamp,
    picture: 'docs/p.svg',
    file: 'lamp.ts',
    about: 'A lamp.',
    entries: [],
    groups,
  });
  expect(page).toMatchSnapshot();
});

test('the page of an open question shows what every answer leads to', () => {
  const page = decisionPage({
    question: { id: 'H1', question: 'Light?', recommended: 'light', options: ['light', 'dark'] },
    clause: clauses[1]!,
    scenes: scenesOf(runs),
    findings,
    states: statesCiting([lamp], 'H1'),
    claims: [],
    violation: (name, claim) => ({ lines: [`${name} violates ${claim}`], picture: 'x.svg' }),
    end: (name, end) => ({ lines: [`${name} ends in ${end}`] }),
  });
  expect(page).toMatchSnapshot();
});

test('the pages of the clauses tell where each lives, in its words', () => {
  expect(Object.fromEntries(clausePages(source))).toMatchSnapshot();
});

test('a clause without transition, claim or reason is a fault', () => {
  const lonely = { ...source, clauses: [...clauses, { id: 'R2', ...rule }, { id: 'R3', ...rule, outOfScope: 'No.' }] };
  expect(clauseFaults(source)).toEqual([]);
  expect(clauseFaults(lonely)).toEqual([
    'R2 has no transition and no claim, and machines/clauses/out-of-scope.ts gives no reason',
  ]);
});

test('cells link to ladders, each different one shown once', () => {
  const stuck = { name: 'stuck', ladder: { steps: 2, drawing: { lines: ['A -> B'] } } };
  const cell = (model: string, host: string, ends: readonly object[]) =>
    ({ values: { model, host }, ends, states: 3, complete: host !== 'D' }) as never;
  const matrix = {
    name: 'hosts',
    title: 'Hosts',
    says: 'All of them.',
    sections: ['model'],
    down: [],
    across: ['host'],
    usual: 'done',
    cells: [cell('M1', 'Q', [{ name: 'done' }]), cell('M1', 'R', [stuck]), cell('M1', 'D', [{ name: 'done' }, stuck])],
  };
  expect(Object.fromEntries(verdictPages([matrix], 'model'))).toMatchSnapshot();
});

test('the site links pages, sources and pictures, and shows a drawing in the place of its text', () => {
  const files = site({
    name: 'lamp',
    pages: new Map([
      ['README.md', '# Lamp\n\n[A](docs/a.md#x-y), [code](src), [one](src/one.ts)\n\n| a |\n|---|\n| `b` |\n'],
      [
        'docs/a.md',
        '# A\n\n## x y\n\n## x y\n\n[back](../README.md#lamp) [second](#x-y-1)\n\n<!-- picture: p.svg -->\n```text\nA -> B\n```\n',
      ],
    ]),
    files: new Map([['src/one.ts', 'const one = 1 < 2;\n']]),
    drawings: new Map([['p.svg', '<svg/>']]),
  });
  expect([...files.keys()].sort()).toEqual([
    'a.html',
    'index.html',
    'pictures/ladders/p.svg',
    'source/src/index.html',
    'source/src/one.ts.html',
    'style.css',
  ]);
  expect(brokenLinks(files)).toEqual([]);
  expect(files.get('a.html')).toContain('<img src="pictures/ladders/p.svg" alt="Ladder, as text below">');
  expect(files.get('source/src/one.ts.html')).toContain('1 &lt; 2');
});

test('a link to nothing, or to an anchor that is not there, is found', () => {
  const pages = new Map([['README.md', '# Lamp\n\n[no](docs/no.md) [none](#none)\n']]);
  const files = site({ name: 'lamp', pages, files: new Map(), drawings: new Map() });
  expect(brokenLinks(files)).toEqual(['index.html: docs/no.md', 'index.html: #none']);
});

test('the head of a file is read as a paragraph and entries', () => {
  const head =
    '/**\n * A lamp\n * of brass.\n *\n * Source    RFC 1 p. 2,\n *           and RFC 3.\n * Omits     heat.\n */\nx';
  expect(headerOf(head)).toEqual({
    about: 'A lamp of brass.',
    entries: [
      ['Source', 'RFC 1 p. 2, and RFC 3.'],
      ['Omits', 'heat.'],
    ],
  });
});
