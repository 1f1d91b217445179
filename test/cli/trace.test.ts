import { expect, test } from 'vitest';

import { png } from '../../src/cli/png.ts';
import { type TraceFile, writeTrace } from '../../src/trace/index.ts';
import { told, type Told } from './fake-session.ts';
import { pongAnswer, pongRun } from './pong.ts';

const answer = pongAnswer();
const { trace } = (answer.kind === 'report' ? answer.shown[0] : undefined)!;
const traced = (options: string, changes: Partial<TraceFile> = {}, readOnly = false): Promise<Told> =>
  told(`trace trace.json ${options}`, {
    runs: [pongRun],
    files: { 'trace.json': writeTrace({ ...trace, cites: ['NCP-13'], ...changes }) },
    readOnly,
  });

test('without a format, the ladder of the terminal', async () => {
  const { out, code } = await traced('');
  expect([code, out]).toMatchInlineSnapshot(`
    [
      0,
      "  ✗ R1 nobody is hit  [NCP-13]  pong/one-ball
               left          right
              (ready)       (ready)
        1        ● SERVE       │
             (served)          │
        2        ├─── BALL ───▶│
                 │           (hit)
         ▲ violated here, at step 2: right receives BALL from left (sent at step 1)",
    ]
  `);
});

test.for([
  ['svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="ladder-auto"/],
  ['svg --theme dark', /class="ladder-dark"/],
  ['mermaid', /^---\ntitle: "R1 nobody is hit"\n---\nsequenceDiagram/],
  ['plantuml', /^@startuml\ntitle R1 nobody is hit\n/],
  ['itf', /"format": "ITF"/],
  ['json', /"format": "matching-rfc trace with states"/],
] as const)('-f %s goes to standard output', async ([format, expected]) => {
  const { out, code, files } = await traced(`-f ${format}`);
  expect([code, files.size]).toEqual([0, 0]);
  expect(out).toMatch(expected);
});

test('a picture has the claim, the run and its clauses on top, and how it ends below', async () => {
  const { out } = await traced('-f svg');
  expect(out).toContain('>R1 nobody is hit<');
  expect(out).toContain('>pong/one-ball<');
  expect(out).toContain('>NCP-13: ');
  expect(out).toContain('violated here, at step 2');
});

test('-o writes the file and says so, to nobody with --quiet', async () => {
  const { out, err, files } = await traced('-f mermaid -o ball.mmd');
  expect([out, err]).toEqual(['', 'written: ball.mmd']);
  expect(files.get('ball.mmd')).toMatch(/^---/);
  expect((await traced('-f mermaid -o ball.mmd -q')).err).toBe('');
});

test('JSON has every step with its state after it; --json is the same', async () => {
  const { out } = await traced('-f json');
  expect((await traced('--json')).out).toBe(out);
  expect(JSON.parse(out)).toMatchObject({
    run: 'pong/one-ball',
    claim: 'R1 nobody is hit',
    initial: { party: { left: { value: 'ready' } }, channel: { over: [] } },
    steps: [
      { number: 1, kind: 'own', text: 'SERVE', state: { channel: { over: [{ type: 'BALL' }] } } },
      { number: 2, kind: 'deliver', from: 'left', sentAt: 1, state: { party: { right: { value: 'hit' } } } },
    ],
  });
});

test('a PNG is a PNG', async () => {
  const { files, code } = await traced('-f png -o ball.png --theme dark');
  expect([code, files.get('ball.png')]).toEqual([0, expect.stringMatching(/^\d+ bytes$/)]);
  const bytes = await png('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>');
  expect(new TextDecoder().decode(bytes.slice(1, 4))).toBe('PNG');
});

test('without the packages for PNG, how to get them', async () => {
  const missing = (): never => {
    throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  };
  await expect(png('<svg/>', async () => missing())).rejects.toThrow(
    /^PNG needs two packages that are not installed; get them with: npm install @resvg\/resvg-js@\S+ @expo-google-fonts\/arimo@\S+$/,
  );
});

test.for([
  ['-f pdf', 150, 'there is no format "pdf"; did you mean "png"?'],
  ['-f png', 150, 'a PNG goes to a file: add -o trace.png'],
  ['-f svg --theme drak', 150, 'there is no theme "drak"; did you mean "dark"?'],
  ['-f itf --theme dark', 150, '--theme is for svg and png; itf has no colours of its own'],
  ['--json -f svg', 150, '--json and -f svg contradict each other: leave one out'],
  ['again.json', 150, 'trace needs one trace file: matching-rfc trace traces/x.json -f svg -o x.svg'],
] as const)('trace trace.json %s: one line', async ([options, code, message]) => {
  expect(await traced(options)).toMatchObject({ code, err: message, out: '' });
});

test.for([
  ['of another model', { model: 'f'.repeat(64) }, 22, /^trace\.json was made from another model of pong\/one-ball/],
  ['that shows nothing', { steps: trace.steps.slice(0, 1) }, 22, /^trace\.json no longer shows "R1 nobody is hit": /],
  ['with a clause that there is not', { cites: ['NCP-1313'] }, 150, /^there is no clause "NCP-1313"; did you mean/],
] as const)('a trace %s is not drawn', async ([, changes, code, message]) => {
  const { err, out, ...rest } = await traced('-f svg', changes);
  expect([rest.code, out]).toEqual([code, '']);
  expect(err).toMatch(message);
});

test('a trace of another model can be written anyway', async () => {
  expect((await traced('-f svg --anyway', { model: 'f'.repeat(64) })).code).toBe(0);
});

test('where nothing may be written, that is said', async () => {
  expect(await traced('-f svg -o /x.svg', {}, true)).toMatchObject({
    code: 74,
    err: 'cannot write /x.svg: the file system is read-only',
  });
});
