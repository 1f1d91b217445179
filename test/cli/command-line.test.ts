import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

import { told, type World } from './fake-session.ts';
import { pongAnswer, pongRun } from './pong.ts';

const world: World = { runs: [pongRun, { ...pongRun, name: 'pong/two-balls' }], answer: () => pongAnswer() };

test.for([
  ['chekc', 'there is no command "chekc"; did you mean "check"?'],
  ['check pong/one-bal', 'there is no run "pong/one-bal"; did you mean "pong/one-ball"?'],
  ['check pnog', 'there is no run "pnog"; did you mean "pong"?'],
  ['check --claim R7', 'there is no claim in these runs "R7"; did you mean "R1"?'],
  ['check --max-state 3', 'there is no option of check "--max-state"; did you mean "--max-states"?'],
  ['check --max-states', '--max-states needs a value: --max-states n'],
  ['check --max-states many', '--max-states needs a whole number above 0, and was given "many"'],
  ['check --timeout 3000000', '--timeout is 2147483 at most, and was given "3000000"'],
  ['explore-random --from 99999999999', '--from is 4294967296 at most, and was given "99999999999"'],
  ['check --max-states 5 --max-states 7', '--max-states is given twice: which one is meant?'],
  ['check --jobs 0', '--jobs needs a whole number above 0, and was given "0"'],
  ['check --all=yes', '--all takes no value, and was given "yes"'],
  ['help chek', 'there is no help on "chek"; did you mean "check"?'],
  ['docs all', 'docs takes no names, and was given "all"'],
  ['replay', 'replay needs one trace file: matching-rfc replay traces/x.json'],
  ['replay nowhere.json', 'cannot read nowhere.json: there is no such file'],
] as const)('%s: one line that names the mend, exit 150', async ([line, message]) => {
  expect(await told(line, world)).toMatchObject({ code: 150, err: message, out: '' });
});

test.for([
  'check --out out',
  'check --certificates certificates',
  'check --update-lock',
  'explore-random --out out',
  'export promela pong/one-ball -o pong.pml',
  'import-trace steps.txt --run pong/one-ball -o pong.json',
])('%s: where nothing can be written, that is found before anything is searched', async (line) => {
  const answer = vi.fn<() => ReturnType<typeof pongAnswer>>(() => pongAnswer());
  const { code, err, out, files } = await told(line, { ...world, answer, readOnly: true, lockFile: 'lock.json' });
  expect([code, out, err]).toEqual([
    74,
    '',
    expect.stringMatching(/^cannot write [^\n]*: the file system is read-only$/),
  ]);
  expect([answer.mock.calls, [...files]]).toEqual([[], []]);
});

test('no command: the help; --help: the same', async () => {
  const [nothing, asked] = [await told(''), await told('--help')];
  expect([nothing.code, asked.code]).toEqual([0, 0]);
  expect(nothing.out).toBe(asked.out);
  expect(asked.out).toMatchSnapshot();
});

test.for(['check', 'list', 'replay', 'trace', 'sweep', 'docs', 'help'])('%s --help', async (name) => {
  expect((await told(`${name} --help`)).out).toMatchSnapshot();
});

test('--version says which version this is', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await told('--version')).toMatchObject({ code: 0, out: version });
});

test('help exit-codes', async () => {
  expect((await told('help exit-codes')).out).toMatchSnapshot();
});

test('a name means all runs below it', async () => {
  expect((await told('list pong --quiet', world)).out).toBe('pong/one-ball\npong/two-balls');
  expect((await told('list pong/one-ball --quiet', world)).out).toBe('pong/one-ball');
});

test('list tells what is expected', async () => {
  expect((await told('list', world)).out).toMatchSnapshot('text');
  expect(JSON.parse((await told('list --json', world)).out)).toMatchSnapshot('JSON');
});
