/** `npm run bench -- --against spin [repeats]`: the same systems by this engine and by SPIN, in turn. */
import { holding, sessionEnd } from '../properties/leftovers.ts';
import { check, explore } from '../src/check/index.ts';
import { promelaOf, promelaTablesOf } from '../src/export/promela/promela.ts';
import type { Claim, Family, Report, System } from '../src/model/index.ts';
import type { MeasuredLeadsTo, MeasuredSpin, SpinRecord } from '../src/reference/spin-block.ts';
import { machineNow } from './record.ts';
import { ToolError, toolVersions, type Verified, Verifier } from './spin-verifier.ts';
import { fair, large } from './systems.ts';

/** How deep SPIN may go, and how many bits its hash table has: enough for these systems, and no more. */
const room = { large: ['-m20000', '-w23'], fair: ['-m500000', '-w23'] };

type Timed<T> = { readonly result: T; readonly milliseconds: number };

function timed<T>(run: () => T): Timed<T> {
  (globalThis as { gc?: () => void }).gc?.();
  const began = performance.now();
  const result = run();
  return { result, milliseconds: performance.now() - began };
}

const middle = <T extends { readonly milliseconds: number }>(runs: readonly T[]): T =>
  runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[runs.length >> 1]!;

/**
 * Measures all, each once before any is measured again.
 *
 * @throws ToolError when SPIN or gcc are missing, or count or judge otherwise than this engine.
 */
export function againstSpin(repeats: number): SpinRecord {
  const tools = toolVersions();
  const machine = machineNow();
  const search = searches(repeats);
  const leadsTo = [claimOf(sessionEnd, "P33 when B's"), claimOf(holding, 'a server that waits')].map((claim) =>
    fairly(claim, repeats),
  );
  return { machine, tools, recorded: new Date().toISOString().slice(0, 10), repeats, ...search, leadsTo };
}

function claimOf({ claims }: Family, beginning: string): Claim {
  return claims.find(({ name, kind }) => kind === 'leadsTo' && name.startsWith(beginning))!;
}

const subject = (system: System, families: readonly Family[]) => {
  const explored = explore(system);
  const refuses = explored.full !== undefined;
  return { name: system.name, families, model: '000000000000', ...explored, refuses };
};

function searches(repeats: number): Pick<SpinRecord, 'ours' | 'forms'> {
  const models = modelsOf(large);
  const forms = models.map(({ form, text, defines }) => ({
    form,
    verifier: new Verifier(text, defines, ['-DSAFETY']),
  }));
  const ours: Timed<Report>[] = [];
  const theirs: Verified[][] = forms.map(() => []);
  for (let repeat = 0; repeat < repeats; repeat++) {
    ours.push(timed(() => check(large, { loops: false })));
    forms.forEach(({ verifier }, form) => theirs[form]!.push(verifier.search(room.large)));
  }
  for (const { verifier } of forms) verifier.remove();
  const { result, milliseconds } = middle(ours);
  const { system, states, steps } = result;
  return {
    ours: { system, states, steps, milliseconds, bytes: result.cost.bytes },
    forms: forms.map(({ form }, number): MeasuredSpin => {
      const { transitions, errors: _, ...verified } = middle(theirs[number]!);
      same(`states of ${form}`, verified.states, states);
      same(`steps of ${form}`, transitions - 1, steps);
      return { form, ...verified, steps: transitions - 1 };
    }),
  };
}

/** The texts alone: the tables that they are made from need not stay in memory. */
function modelsOf(system: System) {
  const explored = subject(system, []);
  return [
    { form: 'rules' as const, text: promelaOf(explored).text, defines: ['-DBARE'] },
    { form: 'tables' as const, text: promelaTablesOf(explored).text, defines: [] },
  ];
}

function fairly(claim: Claim, repeats: number): MeasuredLeadsTo {
  const families = [{ name: 'measured', claims: [claim] }];
  const { text, nevers } = promelaOf(subject(fair, families));
  if (nevers.size === 0) throw new ToolError(`Promela cannot say "${claim.name}"`);
  const verifier = new Verifier(text, ['-DLIVENESS'], [/-DNFAIR=\d+/.exec(text)![0]]);
  const ours: Timed<Report>[] = [];
  const theirs: Verified[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    ours.push(timed(() => check(fair, { families })));
    theirs.push(verifier.search([...room.fair, '-a', '-f']));
  }
  verifier.remove();
  const { result, milliseconds } = middle(ours);
  const spun = middle(theirs);
  const holds = result.verdicts[0]!.verdict === 'holds';
  same(`verdict on "${claim.name}"`, spun.errors === 0, holds);
  const { system, states, steps } = result;
  return {
    claim: claim.name,
    holds,
    system,
    states,
    steps,
    milliseconds,
    spinMilliseconds: spun.milliseconds,
    madeMilliseconds: verifier.madeMilliseconds,
    spinBytes: spun.bytes,
  };
}

function same<T>(what: string, theirs: T, ours: T): void {
  if (theirs !== ours) throw new ToolError(`SPIN and this engine differ in the ${what}: ${theirs} and ${ours}`);
}
