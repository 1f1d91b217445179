import { expect, test } from 'vitest';

import type { Path, Verdict } from '../../src/model/index.ts';
import { readTrace, TraceFormatError, traceFile, writeTrace } from '../../src/trace/trace-file.ts';

const path: Path = {
  steps: [
    {
      kind: 'own',
      party: 'left',
      message: { type: 'SERVE' },
      class: 'left.SERVE',
      sends: [{ from: 'left', channel: 'over', to: 'right', message: { type: 'BALL', n: 1 } }],
    },
    {
      kind: 'deliver',
      party: 'right',
      channel: 'over',
      message: { type: 'BALL', n: 1 },
      class: 'over delivers',
      sends: [],
    },
  ],
  loop: 1,
};
const verdict: Verdict & { path: Path } = {
  claim: 'the ball comes back',
  kind: 'leadsTo',
  family: 'play',
  cites: ['R1', 'R2'],
  verdict: 'violated',
  path,
};
const written = writeTrace(traceFile('toy/pong', 'abc', verdict));

test('a trace is written one step to a line', () => {
  expect(written).toMatchInlineSnapshot(`
    "{
      "format": "matching-rfc trace",
      "version": 1,
      "run": "toy/pong",
      "model": "abc",
      "claim": "the ball comes back",
      "kind": "leadsTo",
      "cites": ["R1","R2"],
      "verdict": "violated",
      "steps": [
        {"kind":"own","party":"left","message":{"type":"SERVE"},"sends":[{"to":"right","message":{"type":"BALL","n":1}}]},
        {"kind":"deliver","party":"right","channel":"over","message":{"type":"BALL","n":1}}
      ],
      "loop": 1
    }
    "
  `);
});

test('what is written is read again', () => {
  expect(writeTrace(readTrace(written))).toBe(written);
});

test('a trace that is cut off anywhere ends too early', () => {
  for (let length = 0; length < written.length - 2; length++) {
    expect(() => readTrace(written.slice(0, length))).toThrow('the text ends too early');
  }
});

test.for([
  ['an own step with a channel', written.replace('"party":"left",', '"party":"left","channel":"over",')],
  ['cut off', written.slice(0, 60)],
  ['a comma too many', written.replace('"run": "toy/pong",', '"run": "toy/pong",,')],
  ['empty', ''],
  ['a list', '[]'],
  ['another format', written.replace('matching-rfc trace', 'ITF')],
  ['another version', written.replace('"version": 1', '"version": 2')],
  ['no run', written.replace('"run": "toy/pong",', '')],
  ['a loop behind the end', written.replace('"loop": 1', '"loop": 2')],
  ['a step of no kind', written.replace('"kind":"own"', '"kind":"jump"')],
  ['a delivery without channel', written.replace('"channel":"over",', '')],
  ['steps that are no list', written.replace(/"steps": \[[\s\S]*\]/, '"steps": 3')],
] as const)('%s: the message names the place', ([, text]) => {
  expect(() => readTrace(text)).toThrow(TraceFormatError);
  expect(() => readTrace(text)).toThrowErrorMatchingSnapshot();
});
