import { expect, test } from 'vitest';

import { fillBlocks, MarkedBlockError } from '../../src/reference/index.ts';

const page = ['# Title', '<!-- generated: size -->', 'old', '<!-- end -->', 'kept', ''].join('\n');

test('only what stands between the marks is made anew', () => {
  expect(fillBlocks(page, { size: 'new' })).toBe(
    ['# Title', '<!-- generated: size -->', '', 'new', '', '<!-- end -->', 'kept', ''].join('\n'),
  );
});

test('a page made twice is the page made once', () => {
  const once = fillBlocks(page, { size: 'new' });
  expect(fillBlocks(once, { size: 'new' })).toBe(once);
});

test.for([
  ['a part that nobody makes', page, { length: 'x' }, 'line 2: nobody makes "size"; there are: length'],
  [
    'a part without an end',
    page.replace('<!-- end -->', ''),
    { size: 'x' },
    'line 2: the part "size" does not end; write <!-- end --> below it',
  ],
  [
    'a part that begins inside another',
    page.replace('old', '<!-- generated: size -->'),
    { size: 'x' },
    'line 2: the part "size" does not end; write <!-- end --> below it',
  ],
] as const)('%s is named with its line', ([, text, blocks, message]) => {
  expect(() => fillBlocks(text, blocks)).toThrow(new MarkedBlockError(message));
});
