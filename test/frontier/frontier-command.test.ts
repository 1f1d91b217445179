/**
 * The verbs `frontier` and `design` on the smallest real landscape, the initial connection.
 */
import { expect, test } from 'vitest';

import { landscapes as all } from '../../properties/assumptions.ts';
import { perform } from '../../src/cli/perform.ts';
import type { Answer, Job } from '../../src/cli/searches.ts';
import type { Sweep } from '../../src/model/index.ts';
import { told, type World } from '../cli/fake-session.ts';

const landscapes = all.filter(({ name }) => name === 'initial-connection');
const specification = {
  runs: async () => [],
  sweep: async (): Promise<Sweep> => ({ axes: [], cell: () => landscapes[0]!.homes[0] as never }),
  landscapes: async () => landscapes,
};
const jobs: Job[] = [];
const answer = (job: Job): Promise<Answer> => {
  jobs.push(job);
  return perform(job, specification, { aborted: false }, () => {});
};
const world: World = { landscapes, answer };

test('a claim is told home by home: what breaks it, with the length of the counterexample', async () => {
  const { out, code } = await told('frontier P45 --width 1', world);
  expect(code).toBe(30);
  expect(out).toMatchInlineSnapshot(`
    "P45 whoever calls gets both connections
      ICP: holds
        breaks, and nothing nearer does:
          channel-order=link  (16 steps)
          loss=A-to-B  (2 steps)
          loss=B-to-A  (3 steps)
          fair-wire=none  (1 steps)
          pair=U  (16 steps)
          user-asks=send-first  (16 steps)
          server-asks=send-first  (16 steps)
          server-asks=late  (20 steps)
        makes no difference alone: duplication=A-to-B duplication=B-to-A fair-user=none ncp=Q ncp=D
          user-asks=receive-first answers-by=listening busy=queue mismatch=refuse-fail mismatch=queue
          reuse=sloppy unknownCls=ERR unknownCls=CLS repeatedRequest=restart links=shared
        27 points decided, of these 2 unknown

    1 claim, 27 verdicts at points, 2 unknown: nothing is claimed of these; exit 30, partial
    reproduce: npx matching-rfc frontier P45 --width 1"
  `);
});

test('a point is looked at: the counterexample is drawn, the verdict comes last', async () => {
  const { out, code } = await told('frontier P45 --at loss=A-to-B', world);
  expect(code).toBe(0);
  expect(out).toContain('✗ P45 whoever calls gets both connections');
  expect(out).toContain('ICP, loss=A-to-B: P45 whoever calls gets both connections: violated');
});

test('--json gives the edges as data', async () => {
  const { out } = await told('frontier P45 --width 1 --json', world);
  const { frontiers } = JSON.parse(out) as { frontiers: { home: string; breaks: { key: string }[] }[] };
  expect(frontiers.map(({ home }) => home)).toEqual(['ICP']);
  expect(frontiers[0]!.breaks.map(({ key }) => key)).toContain('loss=A-to-B');
});

test('--axis keeps an axis to some values', async () => {
  jobs.length = 0;
  await told('frontier P45 --width 1 --axis loss=none --axis ncp=Q', world);
  const at = jobs.map((job) => (job.kind === 'point' ? job.at : {}));
  expect(new Set(at.map((point) => point['loss']))).toEqual(new Set(['none']));
  expect(new Set(at.map((point) => point['ncp']))).toEqual(new Set(['R', 'Q']));
});

test('what is recorded answers the next time without a search, and a resumed survey begins with what is kept', async () => {
  const first = await told('frontier --all --width 1 --record --resume part.json', world);
  expect([...first.files.keys()]).toEqual(['part.json', 'docs/frontier.json']);
  const files = Object.fromEntries(first.files);
  jobs.length = 0;
  const again = await told('frontier P45', { ...world, files });
  expect(jobs).toEqual([]);
  expect(again.out).toContain('ICP: holds');
  const resumed = await told('frontier --all --width 1 --resume part.json', { ...world, files });
  expect(jobs).toEqual([]);
  expect(resumed.code).toBe(first.code);
  const same = await told('frontier --all --width 1 --check --resume part.json', { ...world, files });
  expect(same).toMatchObject({ code: 0, out: 'docs/frontier.json says what was found' });
  const changed = files['docs/frontier.json']!.replace('"P45', '"P450');
  const stale = await told('frontier --all --width 1 --check', { ...world, files: { 'docs/frontier.json': changed } });
  expect(stale.code).toBe(20);
  expect(stale.out).toMatch(/^docs\/frontier.json is stale: \d+ lines differ/);
});

test('a kept survey of something else, or one that is not whole, is refused', async () => {
  const { files } = await told('frontier P45 --width 1 --resume part.json', world);
  const text = files.get('part.json')!;
  const refused = async (kept: string) =>
    told('frontier P45 --width 1 --resume part.json', { ...world, files: { 'part.json': kept } });
  expect(await refused(text.replace(/"specification":"../, '"specification":"xx'))).toMatchObject({
    code: 22,
    err: 'part.json is a survey of another specification; name another file, or remove it',
  });
  expect(await refused(text.slice(0, 100))).toMatchObject({
    code: 22,
    err: 'part.json is no survey that was kept, or not whole; name another file, or remove it',
  });
  expect(await refused(text.replaceAll(/"codes":"."/g, '"codes":"X"'))).toMatchObject({ code: 22 });
});

test('two surveys that keep their results in one file lose nothing', async () => {
  const { files } = await told(
    'frontier P45 --width 1 --axis ncp=R --axis user-asks=send-first --resume part.json',
    world,
  );
  let reads = 0;
  const another = {
    get 'part.json'() {
      return reads++ === 0 ? undefined : files.get('part.json')!;
    },
  };
  const after = await told('frontier P45 --width 1 --axis ncp=Q --axis user-asks=send-first --resume part.json', {
    ...world,
    files: another as never,
  });
  const keys = (text: string): readonly string[] =>
    Object.keys(JSON.parse(text).landscapes['initial-connection'].points);
  expect(keys(after.files.get('part.json')!)).toEqual(
    expect.arrayContaining([...keys(files.get('part.json')!), 'ncp=Q']),
  );
});

test('axes that are kept to values which contradict each other are refused', async () => {
  const world = { landscapes: all };
  const [ncp, both] = ['--axis ncp=QT', '--axis ncp=QT --axis patience=for-ever'];
  const message = 'ncp=QT is the same as ncp=Q without time-outs: add patience=may-end';
  expect(await told(`frontier P17 --home V438 ${both}`, world)).toMatchObject({ code: 150, err: message, out: '' });
  expect((await told(`frontier P17 --home V438 ${ncp}`, world)).code).not.toBe(150);
});

test('a survey that is stopped says so', async () => {
  const { out, code } = await told('frontier P45 --width 1 --json', { ...world, halt: 'time' });
  expect([code, JSON.parse(out)]).toEqual([30, { frontiers: [], stopped: 'time', exitCode: 30 }]);
  expect((await told('frontier P45 --width 1', { ...world, halt: 'interrupted' })).out).toContain('exit 130');
});

test('design gives the safe combinations, and the nearest to one that is not', async () => {
  const { out, code } = await told(
    'design --require P45 --given server-asks=late --over ncp,server-asks,answers-by',
    world,
  );
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "  ncp  server-asks  answers-by
      any  late         listening
      Q    late         any

    4 of 6 combinations are safe
    ICP, server-asks=late: not safe
      ✗ P45 whoever calls gets both connections
      1 change will do:
        server-asks=together
        answers-by=listening
        ncp=Q
    reproduce: npx matching-rfc design --require P45 --given server-asks=late --over ncp,server-asks,answers-by"
  `);
});

test('design calls nothing safe of which too little is known', async () => {
  const { out, code } = await told('design --require P45 --max-states 2', world);
  expect(code).toBe(30);
  expect(out).toContain('ICP: unknown');
  expect(out).not.toContain('ICP: safe');
});

test.for([
  ['frontier', 'name a claim or a family, or give --all'],
  ['frontier P450', 'there is no claim or family "P450"; did you mean "P45"?'],
  ['frontier P45 --home IPC', 'there is no home "IPC"; did you mean "ICP"?'],
  ['frontier P45 --at lost=none', 'there is no axis "lost"; did you mean "loss"?'],
  ['frontier P45 --at loss=A-to-C', 'there is no value of the axis loss "A-to-C"; did you mean "A-to-B"?'],
  ['frontier P45 --at loss', 'loss needs one of its values: none, A-to-B, B-to-A'],
  ['frontier P45 --at ncp=R,ncp=Q', 'ncp=R and ncp=Q contradict each other; give one of them'],
  [
    'frontier P45 --axis loss=none --at loss=A-to-B',
    '--axis restricts a search, and --at is one point; leave one of them out',
  ],
  ['design --require P45 --over ncp,ncp', '--over names ncp twice; once is enough'],
  ['frontier P45 --axis loss=', 'loss needs some of its values: none, A-to-B, B-to-A'],
  ['frontier P45 --axis loss=none --axis loss=A-to-B', 'the axis loss is given twice; write --axis loss=v1,v2'],
  ['frontier P45 --width none', '--width needs a whole number above 0, and was given "none"'],
  ['frontier P45 --record', '--record keeps the frontier of every claim: add --all'],
  ['frontier P45 --check', '--check compares the frontier of every claim: add --all'],
  ['frontier --all --check --record', '--check writes nothing: leave out --check or --record'],
  ['frontier P45 --all', '--all is every claim: leave the names out'],
  ['design', 'design needs the claims that must hold: --require P17,P19'],
  ['design P45', 'design takes no names: --require P45'],
  ['design --require P45 --over nccp', 'there is no choice "nccp"; did you mean "ncp"?'],
  ['design --require P45 --over loss', 'nobody chooses loss; say what goes wrong with --given loss=...'],
] as const)('%s: one line that names the mend, exit 150', async ([line, message]) => {
  expect(await told(line, world)).toMatchObject({ code: 150, err: message, out: '' });
});
