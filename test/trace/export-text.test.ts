import { expect, test } from 'vitest';

import type { Path } from '../../src/model/index.ts';
import { enactFound } from '../../src/trace/enact.ts';
import { mermaid } from '../../src/trace/export-mermaid.ts';
import { plantuml } from '../../src/trace/export-plantuml.ts';
import { type Story, tell } from '../../src/trace/story.ts';
import { lasso } from './lasso.ts';
import { endless, lost, rally, twice } from './rally.ts';

const told = (path: Path): Story => tell(rally, path, enactFound(rally, path).views);
const captions = { title: 'A ball: "lost"', notes: ['rally'], end: { text: 'violated here; step #2', bad: true } };

test('a trace for Mermaid: signs that it would take for its own are written as numbers', () => {
  expect(mermaid(told(lost), captions)).toMatchInlineSnapshot(`
    "---
    title: "A ball: \\"lost\\""
    ---
    sequenceDiagram
        participant p0 as left
        participant p1 as right
        Note over p0,p1: rally
        Note over p0: ready
        Note over p1: ready
        Note over p0: 1. SERVE<br/>legs.running arm.swinging
        p0--xp1: 2. BALL spin=2 (lost)
        Note over p0,p1: violated here#59; step #35;2
    "
  `);
});

test('a trace for PlantUML', () => {
  expect(plantuml(told(lost), captions)).toMatchInlineSnapshot(`
    "@startuml
    title A ball: <U+0022>lost<U+0022>
    hide footbox
    participant "left" as p0
    participant "right" as p1
    note over p0, p1 : rally
    rnote over p0 : ready
    rnote over p1 : ready
    rnote over p0 : 1. SERVE\\nlegs.running arm.swinging
    p0 -->x p1 : 2. BALL spin=2 (lost)
    note over p0, p1 #FFE3E3 : violated here; step #2
    @enduml
    "
  `);
});

test('a lasso for Mermaid: what repeats stands in a loop, what is on its way is said at the end', () => {
  expect(mermaid(told(endless))).toMatchInlineSnapshot(`
    "sequenceDiagram
        participant p0 as left
        participant p1 as right
        Note over p0: ready
        Note over p1: ready
        Note over p0: 1. SERVE<br/>legs.running arm.swinging
        p0->>p1: 2. BALL spin=2
        Note over p1: legs.running arm.swinging
        rect rgba(255, 140, 40, 0.12)
        loop steps 3-4 repeat for ever
        p1->>p0: 3. BALL spin=2
        p0->>p1: 4. BALL spin=2
        end
        end
        Note over p1: still on its way to left#58; BALL spin=2 (sent at 4)
    "
  `);
});

test('a lasso for PlantUML', () => {
  expect(plantuml(told(endless))).toMatchInlineSnapshot(`
    "@startuml
    hide footbox
    participant "left" as p0
    participant "right" as p1
    rnote over p0 : ready
    rnote over p1 : ready
    rnote over p0 : 1. SERVE\\nlegs.running arm.swinging
    p0 -> p1 : 2. BALL spin=2
    rnote over p1 : legs.running arm.swinging
    group#FFD9B8 #FFF5EC steps 3-4 repeat for ever
    p1 -> p0 : 3. BALL spin=2
    p0 -> p1 : 4. BALL spin=2
    end
    rnote over p1 : still on its way to left: BALL spin=2 (sent at 4)
    @enduml
    "
  `);
});

test('a message that comes twice is said to', () => {
  expect(mermaid(told(twice))).toContain('p0->>p1: 2. BALL spin=2 (and again)');
});

test('arrows stand at the step that receives, with the number of the step that sent', () => {
  const lines = mermaid(lasso).split('\n');
  expect(lines.filter((line) => line.includes('sent at'))).toMatchInlineSnapshot(`
    [
      "    p1->>p2: 5. RTS 1200→3 (sent at 2)",
      "    p2->>p1: 7. CLS 3→1200 (sent at 5)",
      "    p1--xp2: 8. CLS 1200→3 (lost) (sent at 6)",
      "    p2->>p1: 13. CLS 3→1200 (sent at 10)",
    ]
  `);
});

const crafty: Story = {
  lanes: ['a"b', 'end'],
  laneOf: { x: 'a"b', y: 'end' },
  initial: { x: 'go', y: 'end' },
  episodes: [{ kind: 'own', party: 'x', text: 'end; **#1** --<b>%%', sends: [], changes: [] }],
};

test.for([
  ['Mermaid', mermaid(crafty), 'Note over p0: 1. #101;nd#59; **#35;1** --#60;b#62;#37;#37;'],
  [
    'PlantUML',
    plantuml(crafty),
    'rnote over p0 : 1. end; *<U+002A>#1*<U+002A> -<U+002D><U+003C>b<U+003E><U+0025><U+0025>',
  ],
] as const)('no text breaks out of %s', ([, text, line]) => {
  expect(text.split('\n').map((row) => row.trim())).toContain(line);
});
