/** Counterexamples as TLC writes them with `-dumpTrace json`: read, refused, taken again on live actors. */
import { describe, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check, explore } from '../../src/check/index.ts';
import { type TlaText, tlaOf } from '../../src/export/tla/tla.ts';
import type { Family, Path, System } from '../../src/model/index.ts';
import { importTlc } from '../../src/trace/import-tlc.ts';
import { enact, modelHash, refutation } from '../../src/trace/index.ts';
import { stepText } from '../../src/trace/live-system.ts';
import { told } from '../cli/fake-session.ts';
import { overWires, transmission } from '../toys/alternating-bit.ts';
import { agreement, twoPhaseCommit } from '../toys/two-phase-commit.ts';

function exported(name: string, system: System, families: readonly Family[]): TlaText {
  const { composition, store, full } = explore(system);
  return tlaOf({ name, families, model: modelHash(system), composition, store, refuses: full !== undefined });
}

/** The file that TLC would write of a path: numbered states, between them the action with its place in the module. */
function dumped({ module, steps: known }: TlaText, { steps, loop }: Path): string {
  const names = new Map([...known].map(([name, key]) => [stepText(key), name]));
  const state = (index: number): unknown => [index + 1, { party: 'somewhere' }];
  const action = steps.map((step, index) => {
    const after = index === steps.length - 1 && loop !== undefined ? loop : index + 1;
    const location = { beginLine: 1, beginColumn: 1, endLine: 2, endColumn: 2, module };
    return [state(index), { name: names.get(stepText(step)), location, context: {}, parameters: [] }, state(after)];
  });
  return JSON.stringify({ counterexample: { state: [state(0)], action } });
}

const cases = [
  { system: overWires('weak'), families: [transmission] },
  { system: twoPhaseCommit(3), families: [agreement] },
];

describe.for(cases)('$system.name', ({ system, families }) => {
  const module = exported(system.name, system, families);
  const claims = families.flatMap((family) => family.claims);

  test('every path of a verdict comes back and shows its claim', () => {
    for (const { claim, kind, cites, verdict, path } of check(system, { families }).verdicts) {
      if (path === undefined) continue;
      const { steps, loop } = importTlc(dumped(module, path), module);
      expect(steps.map(stepText)).toEqual(path.steps.map(stepText));
      expect(loop).toBe(path.loop);
      const known = claims.find(({ name }) => name === claim);
      const thesis = {
        claim,
        kind,
        cites,
        verdict: verdict === 'reached' ? ('reached' as const) : ('violated' as const),
      };
      expect(refutation(system, thesis, known, enact(system, steps, loop))).toBeUndefined();
    }
  });
});

describe('what is no counterexample of the export', () => {
  const { system, families } = cases[1]!;
  const module = exported(system.name, system, families);
  const { path } = check(system, { families }).verdicts.find(({ claim }) => claim === 'a manager commits')!;
  const text = dumped(module, path!);

  test.for([
    ['cut short', text.slice(0, 200), 'not JSON, or cut short: line 1'],
    ['something else', '{"states": []}', 'there is no "counterexample" with a list "action"'],
    [
      'of another model',
      text.replaceAll(/_model_\w{12}/g, '_model_0123456789ab'),
      'the trace is of another model (0123456789ab',
    ],
    ['of another module', text.replaceAll(module.module, 'TwoPhase'), 'the module "TwoPhase", which is no export'],
    ['of another run', text.replaceAll(module.module, `other${module.module}`), 'and this run is'],
    ['with an action that is not there', text.replaceAll('PREPARE"', 'PREPAR"'), 'the module has no action'],
    ['with a state left out', text.replace('[2,', '[7,'), 'and should lead to state 2'],
    ['with an edge that is none', text.replace('"name"', '"nam"'), 'action 1 should be [[number, state]'],
  ] as const)('%s is refused', ([, wrong, message]) => {
    expect(() => importTlc(wrong, module)).toThrow(message);
  });

  test('stuttering is a run that ends', () => {
    const { counterexample } = JSON.parse(text) as { counterexample: { action: unknown[] } };
    const end = counterexample.action.length + 1;
    const still = [[end, {}], { name: 'Stuttering', location: { module: module.module } }, [end, {}]];
    const longer = JSON.stringify({ counterexample: { action: [...counterexample.action, still] } });
    expect(importTlc(longer, module)).toEqual(importTlc(text, module));
  });
});

describe('import-trace', () => {
  const run = runs.find(({ name }) => name === 'two-sockets/queue')!;
  const system = run.system();
  const module = exported(run.name, system, run.families);
  const { claim, path } = check(system, { families: run.families }).verdicts.find(
    ({ verdict }) => verdict === 'reached',
  )!;

  test('makes a trace of what TLC found', async () => {
    const files = { 'trace.json': dumped(module, path!) };
    const line = ['import-trace', 'trace.json', '--run', run.name, '--claim', claim];
    const { code, out } = await told(line, { runs, files });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'matching-rfc trace', run: run.name, claim, verdict: 'reached' });
  });
});
