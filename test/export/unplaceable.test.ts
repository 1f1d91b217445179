import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { told } from '../cli/fake-session.ts';
import { gate } from './turnstile.ts';

beforeAll(async () => {
  const { default: loaded } = await import('elkjs/lib/elk.bundled.js');
  const { prototype } = loaded as unknown as { readonly prototype: { layout: () => Promise<never> } };
  vi.spyOn(prototype, 'layout').mockRejectedValue(new Error('no room\n    at a place in elkjs'));
});
afterAll(() => vi.restoreAllMocks());

const expected = { outcomes: ['waits'], states: 1, steps: 1, depth: 0 };
const runs = [{ name: 'gates/one', summary: 'one gate', system: () => gate, families: [], expected, bounds: 'none' }];

test.for(['svg', 'png'])(
  'a system that elkjs cannot place, as %s: one line that names the mend, exit 150',
  async (f) => {
    expect(await told(`diagram gates/one -f ${f} -o gates.${f}`, { runs })).toMatchObject({
      code: 150,
      err: 'gates/one: elkjs cannot place it: no room; let Graphviz draw it: matching-rfc diagram gates/one -f dot',
    });
  },
);

test('a chart that elkjs cannot place is drawn by state-machine-cat, and it is said', async () => {
  const { code, err, out } = await told('diagram turnstile', { runs });
  expect(code).toBe(0);
  expect(err).toContain('drawn by state-machine-cat instead');
  expect(out).toContain('</svg>');
});
