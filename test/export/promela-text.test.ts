/** What is said in the text of an export, and what trails are refused. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { importSpin, SpinTrailError } from '../../src/trace/import-spin.ts';
import { told } from '../cli/fake-session.ts';
import { exported } from './spin.ts';

const run = runs.find(({ name }) => name === 'orders/V438/R/PW/late')!;
const { promela } = exported(run);
const line = (number: number): string =>
  `step ${number}: ${promela.steps[number - 1]!.text}, of ${promela.steps.length} of ${promela.mark}\n`;
const end = 'spin: trail ends after 1 steps\n';

const refusal = (text: string): string => {
  try {
    importSpin(text, promela);
    return 'read';
  } catch (error) {
    if (error instanceof SpinTrailError) return error.message;
    throw error;
  }
};

test('a trail is read', () => {
  expect(importSpin(`${line(1)}${end}`, promela)).toEqual({ steps: [promela.steps[0]!.key] });
  expect(importSpin(`${line(1)}  <<<<<START OF CYCLE>>>>>\n${line(2)}${end}`, promela)).toMatchObject({ loop: 1 });
});

test('a cycle without steps is no loop', () => {
  expect(importSpin(`${line(1)}  <<<<<START OF CYCLE>>>>>\n${end}`, promela)).not.toHaveProperty('loop');
});

test.for([
  ['nothing', '', 'the file is empty'],
  ['a raw trail', '-4:-4:-4\n1:0:12\n', 'this is a raw trail'],
  ['a trail cut short', line(1), 'cut short'],
  ['a line cut short', `${line(1)}${line(2).slice(0, 20)}`, 'line 2: cut short'],
  [
    'a trail of another model',
    `${line(1).replace(promela.mark, '0123456789ab')}${end}`,
    'line 1: the trail is of another model',
  ],
  [
    'a trail of another export',
    `${line(1).replace(/: .*, of/, ': nobody does ANYTHING, of')}${end}`,
    'of another export of this model',
  ],
  ['an unknown finding', `found nothing_known, of ${promela.mark}\n${end}`, 'has no "nothing_known"'],
  ['another text', `# Title\n${end}`, 'no step in it'],
])('%s is refused', ([, text, why]) => {
  expect(refusal(text!)).toContain(why);
});

test('the head says how to use the text, and what is left out', () => {
  expect(promela.text).toMatch(/spin -a -DBARE model\.pml/);
  for (const what of promela.leftOut) expect(promela.text).toContain(what);
});

test('the command line names the mend', async () => {
  const on = (command: string, files = {}) => told(command, { runs: [run], files });
  expect((await on('export promella orders/V438/R/PW/late')).err).toContain('did you mean "promela"?');
  expect((await on('export promela orders/V438/R/PW/lat')).err).toContain('did you mean "orders/V438/R/PW/late"?');
  expect((await on('export promela')).err).toContain('export needs a format and a run');
  expect((await on('import-trace x.txt')).err).toContain('import-trace needs a trail and the run');
  const empty = await on(`import-trace x.txt --run ${run.name}`, { 'x.txt': '' });
  expect([empty.code, empty.err]).toEqual([150, expect.stringContaining('x.txt: the file is empty')]);
  const nameless = await on(`import-trace x.txt --run ${run.name}`, { 'x.txt': `${line(1)}${end}` });
  expect(nameless.err).toContain('does not say what it shows: add --claim');
  const impossible = await on(`import-trace x.txt --run ${run.name} --claim deadlock`, {
    'x.txt': `${line(promela.steps.length)}${end}`,
  });
  expect([impossible.code, impossible.err]).toEqual([22, expect.stringContaining('does not replay on live actors')]);
  const harmless = await on(`import-trace x.txt --run ${run.name} --claim deadlock`, { 'x.txt': `${line(1)}${end}` });
  expect([harmless.code, harmless.err]).toEqual([22, expect.stringContaining('does not show "deadlock"')]);
});
