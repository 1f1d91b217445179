import { type Claim, protocolErrorNames, type Run, type System } from '../model/index.ts';
import { type Enacted, enact, modelHash, refutation, ReplayError, traceFile, writeTrace } from '../trace/index.ts';

import { isMeant } from './choose-claims.ts';
import { chooseRuns } from './choose-runs.ts';
import type { Command } from './command.ts';
import { Failure, unknown } from './failure.ts';
import { spinTrails } from './import-spin.ts';
import { tlcTraces } from './import-tlc.ts';
import { textOf } from './parse.ts';
import type { Trail, TrailReader } from './trail-reader.ts';

/** The first that knows a text reads it. */
const readers: readonly TrailReader[] = [tlcTraces, spinTrails];

const example = 'import-trace steps.txt --run orders/V438/R/conc/late';

/** The verb `import-trace`: takes what another checker found in an export again on live actors, and makes it a trace. */
export const importTrace: Command = {
  name: 'import-trace',
  operands: '<trail>',
  summary: 'make a trace of what another checker found in an exported system, taken again on live actors',
  options: {
    run: { type: 'string', value: 'name', summary: 'the run that was exported' },
    claim: { type: 'string', value: 'name', summary: 'what the trail shows (default: what the trail itself names)' },
    output: { type: 'string', short: 'o', value: 'file', summary: 'write the trace to a file, not to standard output' },
  },
  examples: [`${example} -o trace.json`, `${example} --claim P19`],
  run: async (given, [file, ...others], session) => {
    const asked = textOf(given, 'run');
    if (file === undefined || others.length > 0 || asked === undefined) {
      throw new Failure(`import-trace needs a trail and the run it is of: matching-rfc ${example}`);
    }
    const run = one(chooseRuns(await session.runs(), [asked]), asked);
    const output = textOf(given, 'output');
    if (output !== undefined) await session.demandWritable(output);
    const system = run.system();
    const trail = await read(file, session.readFile, run, system);
    const shows = shown(run, textOf(given, 'claim') ?? trail.found, file);
    const path = enacted(file, system, trail);
    const { name: claim, kind, cites, family, verdict } = shows;
    const trace = traceFile(run.name, modelHash(system), { claim, kind, cites, family, verdict, path });
    const why = refutation(system, trace, shows.claim, path);
    if (why !== undefined) throw new Failure(`${file} replays, but does not show "${claim}": ${why}`, 22);
    if (output === undefined) session.say(writeTrace(trace).trimEnd());
    else await session.writeFile(output, writeTrace(trace));
    if (!given['quiet']) {
      const steps = `${path.steps.length} steps replayed on live actors`;
      session.note(`${session.glyphs.good} ${steps}: "${claim}" is ${verdict}`);
      if (output !== undefined) session.note(`written: ${output}`);
    }
    return 0;
  },
};

function one(runs: readonly Run[], asked: string): Run {
  const [run, ...more] = runs;
  if (run && more.length === 0) return run;
  throw new Failure(`a trail is of one run, and "${asked}" means ${runs.length}: matching-rfc list ${asked}`);
}

async function read(
  file: string,
  readFile: (file: string) => Promise<string>,
  run: Run,
  system: System,
): Promise<Trail> {
  const text = await readFile(file);
  try {
    return readers.find(({ reads }) => reads(text))!.read(text, run, system);
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`${file}: ${error.message}`, error.code);
    throw error;
  }
}

function enacted(file: string, system: System, { steps, loop }: Trail): Enacted {
  try {
    return enact(system, steps, loop);
  } catch (error) {
    if (error instanceof ReplayError) throw new Failure(`${file} does not replay on live actors: ${error.message}`, 22);
    throw error;
  }
}

/** A claim of the run, or a protocol error, with what a trail of it says. */
function shown(run: Run, asked: string | undefined, file: string) {
  const claims = run.families.flatMap((family) => family.claims.map((claim) => ({ claim, family: family.name })));
  const names = [...claims.map(({ claim }) => claim.name), ...protocolErrorNames];
  if (asked === undefined)
    throw new Failure(`${file} does not say what it shows: add --claim, with a claim of ${run.name}`);
  if (asked.startsWith('end ')) {
    throw new Failure(
      `${file} shows a run that ends in "${asked.slice(4)}", which is no claim: add --claim, with a claim of ${run.name}`,
    );
  }
  if (protocolErrorNames.some((error) => error === asked)) {
    const error = {
      name: asked,
      kind: 'protocol error',
      cites: [] as string[],
      family: '',
      verdict: 'violated',
    } as const;
    return { ...error, claim: undefined as Claim | undefined };
  }
  const meant = claims.find(({ claim }) => isMeant(claim.name, [asked]));
  if (!meant) throw unknown(`claim of the run ${run.name}`, asked, names);
  const { name, kind, cites } = meant.claim;
  const verdict = kind === 'reaches' ? ('reached' as const) : ('violated' as const);
  return { name, kind, cites, family: meant.family, verdict, claim: meant.claim as Claim | undefined };
}
