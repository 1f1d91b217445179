/**
 * A queue can lead to parties that do not move as one, and each numbers its own moves.
 *
 * matching-rfc, before it had a release: steps were told apart by queue and move alone, so a delivery to one party was
 * taken for a delivery to another that had made the same number of moves, and a claim on steps was said to hold.
 */
import { setup } from 'xstate';
import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { everyStep, family } from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';

const say = (to: string) => ({ type: 'send', params: { to: 'out', message: { type: 'M', to } } }) as const;
const sender = setup({ actions: { send: (_scope, _sent: unknown) => {} } }).createMachine({
  id: 'sender',
  initial: 'a',
  states: {
    a: { on: { GO: { target: 'b', actions: say('one') } } },
    b: { on: { GO: { target: 'c', actions: say('two') } } },
    c: {},
  },
});
const receiver = setup({}).createMachine({ id: 'receiver', initial: 'x', states: { x: { on: { M: 'y' } }, y: {} } });

test.for(['generated', 'interpreted'] as const)('a queue that serves two parties has steps of both (%s)', (engine) => {
  const fork = system({
    name: 'fork',
    parties: {
      sender: { chart: sender, own: [{ event: { type: 'GO' }, fairness: 'weak' }], ports: { out: 'queue' } },
      one: { chart: receiver },
      two: { chart: receiver },
    },
    channels: { queue: { kind: 'fifo', to: (message) => String(message['to']), capacity: 2 } },
    ending: () => ({ name: 'end', fine: true }),
  });
  const claims = family('fork', [
    everyStep('nothing is delivered to two', {
      cites: [],
      holds: (_before, step) => step.kind !== 'deliver' || step.party !== 'two',
    }),
  ]);
  expect(check(fork, { families: [claims], engine }).verdicts[0]).toMatchObject({ verdict: 'violated' });
  expect(naiveCheck(fork, [claims]).verdicts['nothing is delivered to two']).toMatchObject({ verdict: 'violated' });
});
