import { expect, test } from 'vitest';

import { ascii } from '../../src/trace/glyphs.ts';
import { ladder } from '../../src/trace/ladder.ts';
import { lasso } from './lasso.ts';

const text = (lines: readonly string[] | undefined): string => (lines ?? ['no room']).join('\n');

test('a lasso shows stubs where messages are sent, arrows where they are received, and the loop', () => {
  expect(text(ladder(lasso))).toMatchInlineSnapshot(`
    "           user          near                  far         server
              (idle)       (closed)            (listening)    (serving)
      1          ● connect     │                    │             │
           (connecting)        │                    │             │
      2          ├── CONNECT ─▶│                    │             │
                 │       (requesting) ╌╌RTS 1200→3┄ │             │
      3          │             │                    │             ● crash
                 │             │                    │       (restarting)
      4          │             │                    │◀── CLOSE ───┤
                 │             │                (closed)          │
      5          │             ├── RTS 1200→3 ·2 ──▶│             │
                 │             │      ┄CLS 3→1200╌╌ │             │
      6          │             ● gives up           │             │
                 │         (closing) ╌╌CLS 1200→3┄  │             │
      7          │             │◀── CLS 3→1200 ·5 ──┤             │
                 │         (closed)                 │             │
      8          │             ├─ CLS 1200→3 ·6 ─✗  │             │
      9 ╭        │             ● retry              │             │
        ┊        │       (requesting)               │             │
     10 ┊        │             ├──── RTS 1200→3 ───▶│             │
        ┊        │             │      ┄CLS 3→1200╌╌ │             │
     11 ┊        │             ● gives up           │             │
        ┊        │         (closing)                │             │
     12 ┊        │             ├──── CLS 1200→3 ───▶│             │
     13 ┊        │             │◀─ CLS 3→1200 ·10 ──┤             │
        ╰        │         (closed)                 │             │
         ↺ loop: steps 9-13 repeat for ever"
  `);
});

test('the same in ASCII', () => {
  expect(text(ladder(lasso, { glyphs: ascii }))).toMatchInlineSnapshot(`
    "           user          near                   far         server
              (idle)       (closed)             (listening)    (serving)
      1          * connect     |                     |             |
           (connecting)        |                     |             |
      2          |-- CONNECT ->|                     |             |
                 |       (requesting) ..RTS 1200->3. |             |
      3          |             |                     |             * crash
                 |             |                     |       (restarting)
      4          |             |                     |<-- CLOSE ---|
                 |             |                 (closed)          |
      5          |             |-- RTS 1200->3 @2 -->|             |
                 |             |      .CLS 3->1200.. |             |
      6          |             * gives up            |             |
                 |         (closing) ..CLS 1200->3.  |             |
      7          |             |<-- CLS 3->1200 @5 --|             |
                 |         (closed)                  |             |
      8          |             |- CLS 1200->3 @6 -x  |             |
      9 ,        |             * retry               |             |
        :        |       (requesting)                |             |
     10 :        |             |---- RTS 1200->3 --->|             |
        :        |             |      .CLS 3->1200.. |             |
     11 :        |             * gives up            |             |
        :        |         (closing)                 |             |
     12 :        |             |---- CLS 1200->3 --->|             |
     13 :        |             |<- CLS 3->1200 @10 --|             |
        '        |         (closed)                  |             |
         << loop: steps 9-13 repeat for ever"
  `);
});
