/** Certificates that were tampered with, cut short, or are of something else: one clear line, and the documented code. */
import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { perform } from '../../src/cli/perform.ts';
import type { Run } from '../../src/model/index.ts';
import { told } from '../cli/fake-session.ts';
import { pongRun } from '../cli/pong.ts';
import { toyRun } from './toy-run.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Place = readonly (string | number)[];

async function certificateOf(run: Run): Promise<string> {
  const specification = {
    runs: async () => [run],
    sweep: async () => ({ axes: [], cell: () => ({ system: run.system() }) }),
  };
  const job = { kind: 'run', name: run.name, claims: [], certify: 'write', limits: {} } as const;
  const answer = await perform(job, specification, { aborted: false }, () => {});
  if (answer.kind !== 'report') throw new Error(JSON.stringify(answer));
  return answer.certified!.text!;
}

const certified = (text: string, runs: readonly Run[] = [toyRun, pongRun]) =>
  told('certify x.json', { runs, files: { 'x.json': text } });

const text = await certificateOf(toyRun);
const whole = JSON.parse(text) as { [name: string]: Json };

test('what was not tampered with stands', async () => {
  expect(await certified(text)).toMatchObject({ code: 0 });
  const { code, out } = await certified(await certificateOf(pongRun));
  expect([code, out]).toMatchInlineSnapshot(`
    [
      0,
      "✓ pong/one-ball: 6 verdicts certified: closure 3/3 states, 1 of 1 counterexample, 1 of 1 witness
    ✓ 1 of 1 certificate stands
    reproduce: npx matching-rfc certify x.json",
    ]
  `);
});

test('of a folder all certificates are meant, by name or by what they say; the rest is named and skipped', async () => {
  const pong = await certificateOf(pongRun);
  const files = {
    'kept/b/pong.certificate.json': pong,
    'kept/a.certificate.json': text,
    'kept/renamed.json': pong,
    'kept/empty.certificate.json': '',
    'kept/trace.json': '{}',
    'kept/notes.md': 'x',
  };
  const { code, out, err } = await told('certify kept/ kept/renamed.json', { runs: [toyRun, pongRun], files });
  expect(code).toBe(150);
  expect(err.split('\n')).toEqual([
    'skipped, no certificate: kept/notes.md',
    'skipped, no certificate: kept/trace.json',
  ]);
  expect(out).toContain('kept/empty.certificate.json: ');
  expect(out.split('\n').slice(-2)).toEqual([
    '✗ 3 of 4 certificates stand',
    'reproduce: npx matching-rfc certify kept/ kept/renamed.json',
  ]);
});

test('a folder without a certificate says nothing of any: that is no success', async () => {
  expect(await told('certify kept', { files: { 'kept/notes.md': 'x' } })).toMatchObject({
    code: 150,
    err: 'there is no certificate in kept; check --certificates kept writes them',
  });
});

/** Every value of a certificate by its place; the numbers of a column as well. */
function* places(value: Json, place: Place = []): Generator<Place> {
  if (place.length > 0) yield place;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* places(inner, [...place, Array.isArray(value) ? Number(name) : name]);
}

const isColumn = (place: Place): boolean =>
  ['columns', 'parents', 'ranks', 'marks', 'distances'].some((name) => place.slice(-2).includes(name)) &&
  place.at(-1) !== 'columns';

/** The same value, a little different. */
function flipped(value: Json, column: boolean, at: number): Json {
  if (column && typeof value === 'string') {
    const bytes = inflateSync(Buffer.from(value, 'base64'));
    if (bytes.length > 0) bytes[4 * (at % (bytes.length / 4))]! ^= 1;
    return deflateSync(bytes).toString('base64');
  }
  switch (typeof value) {
    case 'string':
      return `${value}x`;
    case 'number':
      return value + 1;
    case 'boolean':
      return !value;
    default:
      return Array.isArray(value) && value.length > 1 ? [value[1]!, value[0]!, ...value.slice(2)] : 0;
  }
}

/** A copy with another value at a place; undefined takes it away. */
function changed(all: Json, [first, ...rest]: Place, change: (value: Json) => Json | undefined): Json {
  const copy = structuredClone(all) as Record<string | number, Json>;
  const inner = copy[first!]!;
  const after = rest.length === 0 ? change(inner) : changed(inner, rest, change);
  if (after !== undefined) copy[first!] = after;
  else if (Array.isArray(copy)) copy.splice(first as number, 1);
  else delete copy[first!];
  return copy as Json;
}

/**
 * Where another value may still be evidence: more states may be marked, an order may have other numbers, and what a claim
 * needs not may be missing or of any form; verdicts may stand in any order.
 */
const mayStand = (place: Place): boolean =>
  ['claims', 'loops'].includes(String(place[0])) || place.join() === 'verdicts';

const every = [...places(whole)];
const chosen = every.filter((place, index) => index % 3 === 0 || place.length < 3 || mayStand(place));

test.for([
  ['flipped', (place: Place, at: number) => changed(whole, place, (value) => flipped(value, isColumn(place), at))],
  ['taken away', (place: Place) => changed(whole, place, () => undefined)],
] as const)('with any value %s it is refused in one line', async ([, tamper]) => {
  for (const [at, place] of chosen.entries()) {
    const tampered = tamper(place, at);
    if (JSON.stringify(tampered) === JSON.stringify(whole)) continue;
    const { code, out, err } = await certified(JSON.stringify(tampered));
    if (code === 0 && mayStand(place)) continue;
    expect([place, [22, 150].includes(code), err, out.split('\n').length]).toEqual([place, true, '', 3]);
  }
});

test.for([
  ['not JSON', 'once upon a time'],
  ['empty', ''],
  ['cut short', text.slice(0, text.length / 2)],
  ['cut short within a column', text.slice(0, text.indexOf('"parents"') + 40)],
  ['a list', '[]'],
  ['of another format', text.replace('matching-rfc certificate', 'matching-rfc trace')],
  ['of another version of the format', text.replace('"version": 1', '"version": 2')],
  ['of another version of the program', text.replace(/"program": "[^"]*"/, '"program": "9.9.9"')],
  ['of a run that there is not', text.replace('toys/wires', 'toys/wire')],
  ['of another run', text.replace('toys/wires', 'pong/one-ball')],
  ['of another model', text.replace(/"model": "..../, '"model": "0000')],
  ['of other bounds', text.replace('three items', 'four items')],
  ['by a sample that is too small', text.replace('"parties":', '"sample": {"seed": 1, "size": 1},\n  "parties":')],
] as const)('%s', async ([, tampered]) => {
  const { code, out } = await certified(tampered);
  expect([code, out.split('\n')[0]]).toMatchSnapshot();
});

test('a file that is not there', async () => {
  const { code, out } = await told('certify y.json x.json', { runs: [toyRun], files: { 'x.json': text } });
  expect(code).toBe(150);
  expect(out).toContain('✗ y.json: cannot read y.json: there is no such file');
  expect(out).toContain('✗ 1 of 2 certificates stand');
});

test('a certificate that leaves verdicts open is partial', async () => {
  const { counts, ends, sample, parties, channels, columns, parents, claims, loops, ...rest } = whole;
  expect([counts, ends, parties, channels, columns, parents, claims, loops]).not.toContain(undefined);
  expect(sample).toBeUndefined();
  const verdicts = (whole['verdicts'] as { [name: string]: Json }[]).map(({ steps: _, loop: __, ...verdict }) => ({
    ...verdict,
    verdict: 'not finished',
  }));
  const { code, out } = await certified(JSON.stringify({ ...rest, verdicts }));
  expect(code).toBe(30);
  expect(out).toContain('1 of 1 certificate stands, 1 with verdicts left open: exit 30');
});
