import { expect, test } from 'vitest';

import type { Report, Run } from '../../src/model/index.ts';
import { enactFound, modelHash, traceFile, writeTrace } from '../../src/trace/index.ts';
import { told, type World } from '../cli/fake-session.ts';
import { gate } from './turnstile.ts';

const expectation = { outcomes: ['waits'], states: 1, steps: 1, depth: 0 };
const run: Run = {
  name: 'gates/one',
  summary: 'one gate',
  system: () => gate,
  families: [],
  expected: expectation,
  bounds: 'none',
};
const other: Run = { ...run, name: 'gates/two' };
const coin = { kind: 'own', party: 'turnstile', message: { type: 'COIN' }, class: 'turnstile.COIN' } as const;
const sends = [{ from: 'turnstile', channel: 'wire', to: 'bell', message: { type: 'RING', times: 1 } }];
const path = { steps: [{ ...coin, sends }] };
enactFound(gate, path);
const trace = writeTrace(
  traceFile('gates/one', modelHash(gate), {
    claim: 'deadlock',
    kind: 'protocol error',
    family: 'protocol errors',
    cites: [],
    verdict: 'violated',
    path,
  }),
);
const world: World = { runs: [run, other], files: { 'coin.json': trace, 'broken.json': '{' } };

test.for([
  ['diagram', 'diagram needs one chart or run: matching-rfc diagram ncpSocket -o ncp-socket.svg'],
  ['diagram turnstyle', 'there is no chart or run "turnstyle"; did you mean "turnstile"?'],
  ['diagram gates', '"gates" means 2 runs, and a diagram is of one: "gates/one", say'],
  ['diagram turnstile -f sgv', 'there is no format "sgv"; did you mean "svg"?'],
  ['diagram turnstile -f png', 'a PNG goes to a file: add -o diagram.png'],
  ['diagram turnstile --theme drak', 'there is no theme "drak"; did you mean "dark"?'],
  ['diagram turnstile -f dot --theme dark', '--theme is for svg and png; dot cannot show it'],
  ['diagram turnstile -f scxml --json', '--json and -f scxml contradict each other: leave one out'],
  ['diagram turnstile --state arm.broke', 'there is no state of turnstile "arm.broke"; did you mean "arm.broken"?'],
  ['diagram turnstile --state arm --trace coin.json', '--state and --trace both say what is lit up: leave one out'],
  ['diagram turnstile --step 3', '--step speaks of a trace: add --trace trace.json'],
  ['diagram turnstile --trace nowhere.json', 'cannot read nowhere.json: there is no such file'],
  ['diagram turnstile --trace broken.json', 'broken.json: not JSON: line 1, column 2: the text ends too early'],
  [
    'diagram turnstile --trace coin.json --step 2',
    '--step needs a whole number from 0 to 1, the steps of coin.json, and was given "2"',
  ],
  [
    'diagram turnstile --trace coin.json --party bel',
    'there is no party with the chart turnstile "bel"; known: turnstile',
  ],
  ['diagram gates/one --state locked', '--state locked: of a system, say whose state it is: --state party=locked'],
  ['diagram gates/one --state bel=hung', 'there is no party "bel"; did you mean "bell"?'],
  ['diagram gates/one --coverage', '--coverage is for charts, and gates/one is a run'],
  ['diagram gates/one -f scxml', 'scxml describes one chart, and gates/one is a run; its charts are: turnstile, bell'],
  ['diagram gates/two --trace coin.json', 'coin.json is a trace of gates/one: matching-rfc diagram gates/one'],
] as const)('%s: one line that names the mend, exit 150', async ([line, message]) => {
  expect(await told(line, world)).toMatchObject({ code: 150, err: message, out: '' });
});

test('a picture that cannot be written says why, exit 74', async () => {
  expect(await told('diagram turnstile -o out.svg', { ...world, readOnly: true })).toMatchObject({
    code: 74,
    err: 'cannot write out.svg: the file system is read-only',
  });
});

test('a trace of another model is refused, and taken with --anyway', async () => {
  const files = { 'coin.json': trace.replace(/"model": "[0-9a-f]/, '"model": "x') };
  expect((await told('diagram turnstile --trace coin.json', { ...world, files })).code).toBe(22);
  expect((await told('diagram turnstile --trace coin.json --anyway', { ...world, files })).code).toBe(0);
});

test('a trace lights up where the chart, or every party of the system, stands after a step', async () => {
  const lit = (text: string): readonly string[] =>
    [...text.matchAll(/class="\w+ lit" data-id="([^"]*)"/g)].map(([, id]) => id!);
  expect(lit((await told('diagram turnstile --trace coin.json --step 0', world)).out)).toContain(
    'state arm.works.locked',
  );
  expect(lit((await told('diagram turnstile --trace coin.json', world)).out)).toContain('state arm.works.unlocked');
  const system = await told('diagram gates/one --trace coin.json', world);
  expect(lit(system.out)).toEqual(['party turnstile', 'party bell', 'channel wire']);
});

test('coverage counts the runs that take a transition; a search that is stopped draws nothing', async () => {
  const taken = ['turnstile.arm.works.unlocked on PUSH -> turnstile.arm.works.locked'];
  const report = { coverage: { turnstile: { taken, all: taken } }, states: 1 } as unknown as Report;
  const answer = () => ({ kind: 'report', report, fairness: '', shown: [] }) as const;
  const { out } = await told('diagram turnstile --coverage', { ...world, answer });
  expect(out).toContain('taken in n of 2 runs');
  expect(out).toContain('taken-often');
  expect(await told('diagram turnstile --coverage', { ...world, halt: 'interrupted' })).toMatchObject({ code: 130 });
});

test('what sends say is searched for when asked; otherwise it is told that they send', async () => {
  expect((await told('diagram turnstile -f smcat', world)).out).toContain('COIN / send');
  expect((await told('diagram turnstile -f smcat --sends', world)).out).toContain('COIN / bell ! RING');
});

test('a picture goes to a file, and it is said which', async () => {
  const { err, files } = await told('diagram turnstile -f png -o out.png', world);
  expect(err).toBe('written: out.png');
  expect(files.has('out.png')).toBe(true);
});

test.for(['svg', 'mermaid', 'plantuml', 'dot', 'json'])('a system as %s says who sends what', async (format) => {
  const { code, out } = await told(`diagram gates/one -f ${format}`, world);
  expect(code).toBe(0);
  expect(out).toContain('RING');
});
