/**
 * Exported modules in TLC itself, which the environment variable TLA2TOOLS names (the path of tla2tools.jar): the same
 * distinct states, the same steps, the same verdicts. `TLA2TOOLS_RUNS=all` takes every run of the manifest.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check, explore } from '../../src/check/index.ts';
import { type TlaText, tlaOf } from '../../src/export/tla/tla.ts';
import type { Run } from '../../src/model/index.ts';
import { modelHash } from '../../src/trace/index.ts';

const jar = process.env['TLA2TOOLS'];
const java = promisify(execFile);
const declared = ['two-sockets/queue', 'two-sockets/refuse', 'orders/V438/R/conc/late', 'orders/V478/R/conc/late'];
const chosen = runs.filter(({ name }) => process.env['TLA2TOOLS_RUNS'] === 'all' || declared.includes(name));

/** What TLC prints; it exits with 10 to 13 when something is violated. */
async function tlc(folder: string, module: string, configuration: string): Promise<string> {
  await writeFile(join(folder, 'asked.cfg'), configuration);
  const args = [
    '-XX:+UseParallelGC',
    '-cp',
    jar!,
    'tlc2.TLC',
    '-continue',
    '-noGenerateSpecTE',
    '-config',
    'asked.cfg',
  ];
  try {
    return (await java('java', [...args, module], { cwd: folder, maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

const listed = (configuration: string | undefined, heading: string): string[] =>
  new RegExp(`^${heading}\\n((?:  \\w+\\n)*)`, 'm')
    .exec(configuration ?? '')?.[1]!
    .split(/\s+/)
    .filter(Boolean) ?? [];

async function expectSame({ name, families, system: build }: Run, folder: string): Promise<void> {
  const system = build();
  const { composition, store, full } = explore(system);
  const subject = { name, families, model: modelHash(system), composition, store, refuses: full !== undefined };
  const text: TlaText = tlaOf(subject);
  await writeFile(join(folder, `${text.module}.tla`), text.text);
  const report = check(system, { families });
  const { '.cfg': main, '.witnesses.cfg': denied, ...others } = text.configurations;
  const invariants = [...listed(main, 'INVARIANTS'), ...listed(denied, 'INVARIANTS')];
  const states = await tlc(
    folder,
    text.module,
    ['SPECIFICATION Spec', 'CHECK_DEADLOCK FALSE', 'INVARIANTS', ...invariants.map((each) => `  ${each}`), ''].join(
      '\n',
    ),
  );
  const [, generated, distinct] =
    /^(\d+) states generated, (\d+) distinct states found, 0 states left/m.exec(states) ?? [];
  expect([Number(distinct), Number(generated) - 1]).toEqual([report.states, report.steps]);
  const violated = new Set([...states.matchAll(/Invariant (\w+) is violated/g)].map(([, found]) => found!));
  for (const { claim, verdict } of report.verdicts) {
    for (const [definition, stands] of text.claims) {
      if (stands !== claim || !invariants.includes(definition) || claim === 'bound hit') continue;
      expect([claim, violated.has(definition)]).toEqual([claim, verdict === 'violated' || verdict === 'reached']);
    }
  }
  for (const configuration of [main, ...Object.values(others)]) {
    for (const property of listed(configuration, 'PROPERTIES')) {
      const spec = /^SPECIFICATION \w+/m.exec(configuration!)![0];
      const said = await tlc(folder, text.module, `${spec}\nCHECK_DEADLOCK FALSE\nPROPERTIES\n  ${property}\n`);
      const claim = text.claims.get(property)!;
      const { verdict } = report.verdicts.find((each) => each.claim === claim)!;
      expect([claim, /Temporal propert\w+ w\w+ violated/.test(said)]).toEqual([claim, verdict === 'violated']);
    }
  }
}

describe.skipIf(jar === undefined)(`TLC agrees${jar === undefined ? ' (skipped: needs TLA2TOOLS)' : ''}`, () => {
  test.for(chosen)('on $name', { timeout: 1_200_000 }, async (run) => {
    const folder = await mkdtemp(join(tmpdir(), 'tlc-'));
    try {
      await expectSame(run, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
