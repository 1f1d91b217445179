import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { arrows } from '../../src/trace/draw/arrows.ts';
import { asides } from '../../src/trace/draw/asides.ts';
import { frame } from '../../src/trace/draw/frame.ts';
import { ladderSvg } from '../../src/trace/draw/ladder-svg.ts';
import { textLines, textWidth } from '../../src/svg/text-width.ts';
import type { Path } from '../../src/model/index.ts';
import { enactFound } from '../../src/trace/enact.ts';
import { type Episode, type Story, tell } from '../../src/trace/story.ts';
import { lasso } from './lasso.ts';
import { endless, lost, rally, twice } from './rally.ts';

const told = (path: Path): Story => tell(rally, path, enactFound(rally, path).views);
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const count = (text: string, part: string): number => text.split(part).length - 1;

test.for(['light', 'dark', 'auto'] as const)('the lasso in %s has the bytes that were looked at', (theme) => {
  const svg = ladderSvg(lasso, {
    theme,
    title: 'a request is answered',
    end: { text: 'violated for ever', bad: true },
  });
  expect(hash(svg)).toMatchSnapshot();
  expect(svg.includes('var(--')).toBe(theme === 'auto');
  expect(svg.includes('prefers-color-scheme')).toBe(theme === 'auto');
});

test('every message goes from the row that sends it to the row that takes it', () => {
  const placed = frame(lasso, 0);
  const [first] = arrows(lasso, placed);
  expect(first).toMatchObject({ text: 'CONNECT', kind: 'taken', step: 1 });
  expect(first!.from).toEqual({ x: placed.xOf('user'), y: placed.rows[0]!.leaves[0] });
  expect(first!.to).toEqual({ x: placed.xOf('near'), y: placed.rows[1]!.y });
});

test('two messages that cross on their way cross in the picture', () => {
  const all = arrows(lasso, frame(lasso, 0));
  const [answer, closing] = [all.find(({ step }) => step === 6)!, all.find(({ kind }) => kind === 'lost')!];
  expect(answer.from.x).toBeGreaterThan(answer.to.x);
  expect(closing.from.x).toBeLessThan(closing.to.x);
  expect(closing.from.y).toBeLessThan(answer.to.y);
});

test('a lost message is red and ends in a cross; one on its way is dotted; a loop has a box', () => {
  expect(ladderSvg(told(lost))).toMatch(/class="arrow lost bad".*class="ring"/);
  expect(count(ladderSvg(told(endless)), 'class="arrow flying"')).toBe(1);
  expect(ladderSvg(told(endless))).toContain('steps 3-4 repeat for ever');
  expect(ladderSvg(told(lost))).not.toContain('for ever');
});

test('a message that comes twice has two arrows', () => {
  const placed = frame(told(twice), 0);
  expect(arrows(told(twice), placed).filter(({ kind }) => kind === 'taken')).toHaveLength(2);
  expect(ladderSvg(told(twice))).toContain('(and again)');
});

test('the step that breaks a claim is marked, that of a witness is not', () => {
  const end = { text: 'here', bad: true };
  expect(ladderSvg(told(twice), { end })).toContain('class="number bad"');
  expect(ladderSvg(told(twice), { end: { ...end, bad: false } })).not.toContain('class="number bad"');
  expect(ladderSvg(told(endless), { end })).not.toContain('class="number bad"');
});

test('a story without steps is its lanes', () => {
  const { loop: _, ...rest } = lasso;
  expect(count(ladderSvg({ ...rest, episodes: [] }), 'class="head"')).toBe(4);
});

test('calls from lane to lane are drawn level, messages to oneself as a hook', () => {
  const say = { from: 'user', to: 'near', text: 'OPEN', direct: true };
  const toSelf = { from: 'far', to: 'far', text: 'TICK', direct: false, receivedAt: 2 };
  const story: Story = {
    ...lasso,
    episodes: [
      { kind: 'own', party: 'user', text: 'open', sends: [say, toSelf], changes: [] },
      { kind: 'deliver', party: 'far', text: 'TICK', from: 'far', sentAt: 1, sends: [], changes: [] },
    ],
    loop: 0,
  };
  const [call, hook] = arrows(story, frame(story, 0));
  expect(call!.from.y).toBe(call!.to.y);
  expect(hook).toMatchObject({ kind: 'inside', text: '' });
  expect(ladderSvg(story)).not.toContain('NaN');
});

const word = fc.string({ unit: fc.constantFrom(...'abcXYZ 12<>&"\'→·é'), minLength: 1, maxLength: 24 });
const lane = fc.constantFrom('user', 'near', 'far', 'server');
const stories = fc
  .array(fc.record({ party: lane, from: fc.option(lane, { nil: undefined }), text: word, states: word }), {
    maxLength: 12,
  })
  .map((rows): Story => {
    const episodes = rows.map(({ party, from, text, states }, index): Episode => ({
      kind: from === undefined ? 'own' : 'deliver',
      party,
      text,
      ...(from !== undefined && { from, sentAt: Math.floor(index / 2) }),
      sends: [{ from: party, to: 'near', text, direct: false }],
      changes: [{ party, states, context: [] }],
    }));
    const { loop: _, ...rest } = lasso;
    return { ...rest, episodes };
  });

test('any story is well-formed XML, within its picture', () => {
  fc.assert(
    fc.property(stories, word, (story, title) => {
      const svg = ladderSvg(story, { title });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expectBalanced(svg);
      const placed = frame(story, 0);
      for (const { pills } of placed.rows) {
        for (const { x, width } of pills) expect(x >= 0 && x + width <= placed.width).toBe(true);
      }
      for (const { box } of asides(story, placed, arrows(story, placed))) {
        expect(box.x >= 0 && box.x + box.width <= placed.width).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

/** Every element that is opened is closed, in order, and no text holds a sign of markup. */
function expectBalanced(svg: string): void {
  const open: string[] = [];
  for (const [, closing, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[\w:-]+="[^"<]*")*(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(svg.replace(/<style>.*?<\/style>/s, '').replace(/<[^<>]*>/g, '')).not.toMatch(
    /[<>"]|&(?!(?:amp|lt|gt|quot);)/,
  );
}

test('texts are as wide as Helvetica makes them', () => {
  expect(textWidth('Wide', 10)).toBeCloseTo(9.44 + 2.22 + 5.56 + 5.56);
  expect(textWidth('Wide', 10, 'bold')).toBeCloseTo(9.44 + 2.78 + 6.11 + 5.56);
  expect(textWidth('→', 12)).toBe(12);
  expect(textLines('one two three', textWidth('one two', 10), 10)).toEqual(['one two', 'three']);
});
