/** What orders drawn at random once found in the charts, kept as the exhaustive search sees it now. */
import { expect, test } from 'vitest';

import type { Said } from './said.ts';
import type { CommandOrder } from './command-orders.ts';
import { attemptCommands } from './command-system.ts';
import { attemptMixUp } from './sock-mix-ups.ts';
import { Survey } from './survey.ts';

const plain: CommandOrder = {
  protocols: { B: 'V478', C: 'V478' },
  said: { B: [], C: [] },
  persists: false,
  user: 'nothing',
  ncp: { B: {}, C: {} },
  server: { B: {}, C: {} },
  timeouts: false,
  troubles: [],
};

const waits = (say: Said['say']): Said => ({ say, hurry: false });
const hurries = (say: Said['say']): Said => ({ say, hurry: true });

/** The protocol errors that a search of the system finds. */
const errorsOf = ({ system }: ReturnType<typeof attemptCommands>): readonly string[] =>
  new Survey(system).report.verdicts.filter(({ verdict }) => verdict !== 'holds').map(({ claim }) => claim);

test('a server sends nothing into a connection that it has closed because of a SOCK', () => {
  const late = attemptMixUp({
    variant: 'V478',
    sockPassive: 'wrong-host',
    sockActive: 'none',
    late: true,
    direction: 'passive-sends',
    unlistened: 'D',
    mismatch: 'refuse-fail',
    lateSock: 'at once',
    sockAgainstOpen: 'close',
    stranger: true,
    timeouts: false,
  });
  expect(errorsOf(late)).not.toContain('unspecified reception');
});

test('a server that is told PASV after ABOR does not listen on a socket that is connected by then', () => {
  const queueing = attemptCommands({
    ...plain,
    user: 'mayAbort',
    ncp: { B: {}, C: { busy: 'queue' } },
    said: {
      B: [hurries({ type: 'SOCK', address: { host: 'C', socket: 303 } }), waits({ type: 'STOR' })],
      C: [waits({ type: 'RETR' }), waits({ type: 'PASV' })],
    },
  });
  expect(errorsOf(queueing)).not.toContain('unspecified reception');
});

test('a user knows the refusal of RTRV for the answer to it', () => {
  const busy = attemptCommands({
    ...plain,
    timeouts: true,
    said: { B: [], C: [hurries({ type: 'APPE' }), waits({ type: 'RTRV' })] },
  });
  expect(errorsOf(busy)).toEqual([]);
});

test('a user knows the rc454 of the transfer after an aborted one for the answer to it', () => {
  const aborted = attemptCommands({
    ...plain,
    timeouts: true,
    said: {
      B: [
        waits({ type: 'SOCK', address: { host: 'C', socket: 303 } }),
        waits({ type: 'PASV' }),
        waits({ type: 'STOR' }),
      ],
      C: [
        waits({ type: 'SOCK', address: { host: 'B', socket: 202 } }),
        hurries({ type: 'RETR' }),
        waits({ type: 'ABOR' }),
        waits({ type: 'APPE' }),
      ],
    },
  });
  expect(errorsOf(aborted)).toEqual([]);
});
