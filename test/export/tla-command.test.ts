/** `export tla` and `export aut` on the command line. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { told } from '../cli/fake-session.ts';

const run = 'two-sockets/queue';

test('a module and its configurations are written to a folder, under the name of the module', async () => {
  const { code, err, files } = await told(`export tla ${run} -o out`, { runs });
  expect(code).toBe(0);
  expect(err).toContain('left out: "livelock"');
  const names = [...files.keys()].map((file) => file.replace(/_model_[0-9a-f]{12}/, ''));
  expect(names).toEqual(expect.arrayContaining(['out/two_sockets_queue.tla', 'out/two_sockets_queue.cfg']));
  const [file, text] = [...files].find(([name]) => name.endsWith('.tla'))!;
  expect(text).toContain(`MODULE ${file.slice('out/'.length, -'.tla'.length)} `);
});

test('a graph is written to standard output', async () => {
  const { code, out } = await told(`export aut ${run}`, { runs });
  const { states, steps } = runs.find(({ name }) => name === run)!.expected!;
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe(`des (0, ${steps}, ${states})`);
  expect(out.split('\n')).toHaveLength(steps + 1);
});

test('only TLA+ is written from a search that was cut short', async () => {
  const short = await told(`export tla ${run} -o out --max-states 100`, { runs });
  expect([...short.files.values()].some((text) => text.includes('TablesAreKnown =='))).toBe(true);
  const aut = await told(`export aut ${run} --max-states 100`, { runs });
  expect([aut.code, aut.err]).toEqual([150, expect.stringContaining('a search that came to its end')]);
});
