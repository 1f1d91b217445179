import { setup } from 'xstate';

import type { Answer } from '../../src/cli/searches.ts';
import { system } from '../../src/compose/index.ts';
import { always, type Expected, family, type Path, reaches, type Report, type Run } from '../../src/model/index.ts';
import { enactFound, modelHash, tell, traceFile } from '../../src/trace/index.ts';

type Ball = { to: 'out'; message: { type: 'BALL' } };
const player = setup({
  types: { events: {} as { type: 'SERVE' } | { type: 'BALL' } },
  actions: { send: (_scope, _sending: Ball) => {} },
}).createMachine({
  id: 'player',
  initial: 'ready',
  states: {
    ready: {
      on: {
        SERVE: { target: 'served', actions: { type: 'send', params: { to: 'out', message: { type: 'BALL' } } } },
        BALL: 'hit',
      },
    },
    served: {},
    hit: {},
  },
});

/** One ball, one way: three states, two steps. Made to be looked at by hand. */
const pong = system({
  name: 'pong',
  parties: {
    left: { chart: player, own: [{ event: { type: 'SERVE' }, fairness: 'weak' }], ports: { out: 'over' } },
    right: { chart: player },
  },
  channels: { over: { kind: 'fifo', to: 'right', capacity: 1 } },
  ending: (state) => (state.party['right']!.matches('hit') ? { name: 'over', fine: true } : undefined),
});

const play = family('play', [
  always('R1 nobody is hit', { cites: ['R1'], holds: (state) => !state.party['right']!.matches('hit') }),
  reaches('R2 a ball flies', { cites: ['R2'], when: (state) => state.channel['over']!.length > 0 }),
]);

/** The numbers that it really has. */
export const pongExpected: Expected = {
  violated: ['R1 nobody is hit'],
  outcomes: ['over'],
  states: 3,
  steps: 2,
  depth: 2,
};

/** A run that is as expected. */
export const pongRun: Run = {
  name: 'pong/one-ball',
  summary: 'one ball, one way',
  system: () => pong,
  families: [play],
  expected: pongExpected,
  bounds: 'one ball',
};

export const pongPath: Path = {
  steps: [
    {
      kind: 'own',
      party: 'left',
      message: { type: 'SERVE' },
      class: 'left.SERVE',
      sends: [{ from: 'left', channel: 'over', to: 'right', message: { type: 'BALL' } }],
    },
    { kind: 'deliver', party: 'right', channel: 'over', message: { type: 'BALL' }, class: 'over delivers', sends: [] },
  ],
};

/** What a search of the run gives. */
export const pongReport: Report = {
  system: 'pong',
  complete: true,
  states: 3,
  steps: 2,
  depth: 2,
  verdicts: [
    { claim: 'R1 nobody is hit', kind: 'always', family: 'play', cites: ['R1'], verdict: 'violated', path: pongPath },
    { claim: 'R2 a ball flies', kind: 'reaches', family: 'play', cites: ['R2'], verdict: 'reached' },
    { claim: 'deadlock', kind: 'protocol error', family: 'protocol', cites: [], verdict: 'holds' },
  ],
  outcomes: [{ name: 'over', fine: true, path: pongPath }],
  coverage: {
    player: { taken: ['ready on SERVE', 'ready on BALL'], all: ['ready on SERVE', 'ready on BALL', 'hit on BALL'] },
  },
  cost: { xstateCalls: 9, milliseconds: 120, bytes: 1000 },
};

/** The answer to a job on it, told and replayed as a worker does. */
export function pongAnswer(report: Report = pongReport): Answer {
  const path = enactFound(pong, pongPath);
  const [verdict] = pongReport.verdicts;
  const trace = traceFile(pongRun.name, modelHash(pong), { ...verdict!, path: pongPath });
  const shown = [{ claim: 'R1 nobody is hit', story: tell(pong, pongPath, path.views), trace }];
  return { kind: 'report', report, fairness: 'weak for 2 classes of steps', shown };
}
