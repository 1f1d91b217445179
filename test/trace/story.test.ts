import { expect, test } from 'vitest';

import type { StepKey, System } from '../../src/model/index.ts';
import { enact, ladder, listing, ReplayError, type Story, tell } from '../../src/trace/index.ts';
import { overQueues } from '../toys/alternating-bit.ts';
import { stationRing } from '../toys/station-ring.ts';

const own = (party: string, type: string): StepKey => ({ kind: 'own', party, message: { type } });
const data = (kind: StepKey['kind']): StepKey => ({
  kind,
  party: 'receiver',
  channel: 'data',
  message: { type: 'DATA', bit: 0, item: 0 },
});
const ack = (kind: StepKey['kind']): StepKey => ({
  kind,
  party: 'sender',
  channel: 'acks',
  message: { type: 'ACK', bit: 0 },
});

const alternating = overQueues({ loses: 1, duplicates: 1 });
const keys = [
  own('sender', 'SUBMIT'),
  own('sender', 'RESEND'),
  data('duplicate'),
  ack('lose'),
  data('deliver'),
  data('lose'),
  ack('deliver'),
];

function told(system: System, steps: readonly StepKey[], loop?: number): Story {
  const path = enact(system, steps, loop);
  return tell(system, path, path.views);
}

test('a story knows at which step each message was sent, and at which it was taken', () => {
  const { episodes } = told(alternating, keys);
  expect(episodes.map(({ sentAt }) => sentAt)).toEqual([undefined, undefined, 1, 3, 1, 2, 5]);
  expect(episodes.map(({ sends }) => sends.map(({ receivedAt }) => receivedAt))).toEqual([
    [3],
    [6],
    [4],
    [],
    [7],
    [],
    [],
  ]);
});

test('a loss, a duplication and messages on their way, drawn', () => {
  expect(ladder(told(alternating, keys))!.join('\n')).toMatchInlineSnapshot(`
    "         sender                                receiver
             (idle)                               (receiving)
      1         ● SUBMIT                               │
            (sending) ╌╌DATA bit=0 item=0┄             │
      2         ● RESEND                               │
                │ ╌╌DATA bit=0 item=0┄                 │
      3         ├── DATA bit=0 item=0 ·1 (and again) ─▶│
      4         │                        ✗─ ACK bit=0 ─┤
      5         ├──────── DATA bit=0 item=0 ·1 ───────▶│
                │                         ┄ACK bit=0╌╌ │
      6         ├─ DATA bit=0 item=0 ·2 ─✗             │
      7         │◀─────────── ACK bit=0 ·5 ────────────┤
             (idle)                                    │"
  `);
});

test('the same as a list', () => {
  expect(listing(told(alternating, keys)).join('\n')).toMatchInlineSnapshot(`
    "  1 sender: SUBMIT
          sender sends to receiver: DATA bit=0 item=0
          sender is sending
      2 sender: RESEND
          sender sends to receiver: DATA bit=0 item=0
          sender is resent 0 → 1
      3 receiver receives DATA bit=0 item=0 from sender (sent at step 1), and will…
          receiver sends to sender: ACK bit=0
          receiver is bit 0 → 1, item 0 → 1
      4 ↯ lost on the way to sender: ACK bit=0 from receiver (sent at step 3)
      5 receiver receives DATA bit=0 item=0 from sender (sent at step 1)
          receiver sends to sender: ACK bit=0
      6 ↯ lost on the way to receiver: DATA bit=0 item=0 from sender (sent at step…
      7 sender receives ACK bit=0 from receiver (sent at step 5)
          sender is idle, bit 0 → 1, item 0 → 1, resent 1 → 0"
  `);
});

test('a call within a step is an arrow without a number', () => {
  const story = told(stationRing(2), [own('station0', 'PASS'), own('station1', 'PASS')], 0);
  expect(ladder(story)!.join('\n')).toMatchInlineSnapshot(`
    "        station0      station1
            (holding)     (waiting)
      1 ╭       ● PASS        │
        ┊       ├─── TOKEN ──▶│
        ┊   (waiting)     (holding)
      2 ┊       │             ● PASS
        ┊       │◀── TOKEN ───┤
        ╰   (holding)     (waiting)
         ↺ loop: steps 1-2 repeat for ever"
  `);
});

test('parties of one host share a lane, and say who they are', () => {
  const hosts: System = { ...stationRing(3), lanes: { station0: 'near', station1: 'near', station2: 'far' } };
  const story = told(hosts, [own('station0', 'PASS'), own('station1', 'PASS'), own('station2', 'ENTER')]);
  expect(ladder(story)!.join('\n')).toMatchInlineSnapshot(`
    "              near           far
                              (waiting)
      1             ● station0 PASS
           (station0 waiting)     │
           (station1 holding)     │
      2             ● station1 PASS
                    ├─── TOKEN ──▶│
           (station1 waiting) (holding)
      3             │             ● ENTER
                    │        (critical)"
  `);
});

test('more lanes than fit give no ladder', () => {
  expect(ladder(told(stationRing(9), [own('station0', 'PASS')]), { columns: 80 })).toBeUndefined();
});

test('a step that is not possible is named, with those that are', () => {
  expect(() => enact(alternating, [own('sender', 'SUBMIT'), own('sender', 'SUBMIT')])).toThrow(ReplayError);
  expect(() => enact(alternating, [own('sender', 'SUBMIT'), own('sender', 'SUBMIT')])).toThrow(
    /^step 2: .*SUBMIT.*not possible.*RESEND/,
  );
});

test('a loop that does not close is named', () => {
  expect(() => enact(alternating, keys, 2)).toThrow('the state after step 7 is not the one before step 3');
});
