import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { explore } from '../../src/check/index.ts';
import {
  chartDescription,
  chartDot,
  chartMermaid,
  chartPlantuml,
  chartScxml,
  chartSmcat,
  chartSvg,
  LayoutError,
  spokenSends,
  statesOf,
  systemDescription,
  systemDot,
  systemMermaid,
  systemPlantuml,
  systemSvg,
  withSpokenSends,
} from '../../src/export/index.ts';
import { gate, turnstile } from './turnstile.ts';

const chart = chartDescription(turnstile);
const system = systemDescription(explore(gate).composition);
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

test.for(['light', 'dark', 'auto'] as const)(
  'chart and system in %s have the bytes that were looked at',
  async (theme) => {
    const standing = { party: { turnstile: 'arm.works.locked alarm.silent' }, channel: { wire: ['RING'] } };
    const pictures = [
      await chartSvg(turnstile, { theme }),
      await chartSvg(turnstile, { theme, lit: ['arm.works.locked'], href: ({ id }) => `#${encodeURIComponent(id)}` }),
      await chartSvg(turnstile, { theme, coverage: { of: 20, taken: { [takenId]: 12 } } }),
      await systemSvg(system, { theme, standing }),
    ];
    expect(pictures.map(hash)).toMatchSnapshot();
    for (const picture of pictures) expect(picture.includes('var(--')).toBe(theme === 'auto');
  },
);

const takenId = 'turnstile.arm.works.unlocked on PUSH -> turnstile.arm.works.locked';

test.for(Object.entries({ chartMermaid, chartPlantuml, chartDot, chartScxml, chartSmcat }))('%s', ([, written]) => {
  expect(written(chart)).toMatchSnapshot();
});

test.for(Object.entries({ systemMermaid, systemPlantuml, systemDot }))('%s', ([, written]) => {
  expect(written(system)).toMatchSnapshot();
});

test('a picture tells ids and clauses of transitions to a resting pointer, and leads where it is told', async () => {
  const svg = await chartSvg(turnstile, { href: ({ event }) => (event === 'PUSH' ? '#push' : undefined) });
  expect(svg).toContain(`<title>${takenId.replace('>', '&gt;')}\nT6</title>`);
  expect(svg).toContain('<a href="#push">');
});

test('coverage marks what is never taken, and keeps it apart from what is', async () => {
  const svg = await chartSvg(turnstile, { coverage: { of: 20, taken: { [takenId]: 12 } } });
  expect(svg).toContain('class="label taken-often"');
  expect(svg).toContain('(never)');
  expect(svg).toContain('·12');
});

test('a state is lit with those around it', async () => {
  const svg = await chartSvg(turnstile, { lit: ['arm.works.locked'] });
  const marked = [...svg.matchAll(/<g class="[a-z]+ (\S*lit)" data-id="state ([^"]*)"/g)];
  expect(marked.map(([, mark, path]) => `${mark} ${path}`)).toEqual([
    'around-lit arm',
    'around-lit arm.works',
    'lit arm.works.locked',
  ]);
});

test('what a computed send says is read off a search', () => {
  const spoken = withSpokenSends(chart, spokenSends(chart, [explore(gate).composition]));
  const texts = statesOf(spoken.root).flatMap(({ transitions }) =>
    transitions.flatMap(({ actions }) => actions.map(({ text }) => text)),
  );
  expect(texts).toContain('bell ! RING');
  expect(texts).not.toContain('send');
});

test('where elkjs fails, state-machine-cat draws, and it is said', async () => {
  const told: string[] = [];
  const svg = await chartSvg(turnstile, {
    layout: () => Promise.reject(new LayoutError('elkjs cannot place it: no')),
    onFallback: (why) => void told.push(why),
  });
  expect(told).toEqual(['elkjs cannot place it: no']);
  expect(svg).toContain('<svg');
  expect(svg).toContain('unlocked');
});
