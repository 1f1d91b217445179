import { combined, type Plan, planOf, pointAt, recordOf } from '../frontier/index.ts';
import type { Landscape, Point } from '../model/index.ts';

import type { Given } from './command.ts';
import { designsOf, type KeptDesign } from './design-record.ts';
import type { ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { answer } from './frontier-answer.ts';
import type { Chosen } from './frontier-choose.ts';
import { drawings } from './frontier-drawing.ts';
import { type FrontierFile, frontierFile, frontierFileText, specificationHash } from './frontier-file.ts';
import { type Answered, frontiersOf } from './frontier-kept.ts';
import { Ledger } from './frontier-ledger.ts';
import { restrictionsOf } from './frontier-place.ts';
import { surveyed, type Surveyed, usualStates } from './frontier-survey.ts';
import { supervised } from './limits.ts';
import { count, textOf, textsOf } from './parse.ts';
import type { Searches } from './searches.ts';
import type { Session } from './session.ts';

/** What a survey is, where the command line does not say. `width`: departures at once, where homes pair them. */
export const usual = { width: 2, sample: 10, seed: 478 } as const;

type Done = Answered & { readonly result: Surveyed };

/** Surveys what was chosen and answers; with `--record` keeps everything. */
export async function surveyAll(
  given: Given,
  landscapes: readonly Landscape[],
  found: readonly Chosen[],
  session: Session,
): Promise<ExitCode> {
  const width = count(given, 'width') ?? usual.width;
  const options = {
    maxStates: count(given, 'max-states') ?? usualStates,
    sample: count(given, 'sample') ?? usual.sample,
    seed: count(given, 'seed') ?? usual.seed,
  };
  const plans = found.map((one) => planWithin(one, width, textsOf(given, 'axis')));
  const specification = specificationHash(landscapes);
  const resume = textOf(given, 'resume');
  const ledger = await Ledger.open(session, `${specification} ${options.maxStates}`, resume);
  if (resume !== undefined) await session.demandWritable(resume);
  if (given['record']) await session.demandWritable(frontierFile);
  return supervised(given, session, async (searches) => {
    const done: Done[] = [];
    for (const plan of plans) {
      const result = await surveyed(plan, searches, ledger, options, session);
      done.push({ plan, result, frontiers: frontiersOf(plan, result.found) });
    }
    await ledger.keep();
    for (const one of done) tellDoubts(one, session);
    const halted = searches.halted();
    if (halted !== undefined) {
      session.note(
        `stopped; ${resume === undefined ? 'with --resume <file> it can be gone on with' : 'the same command goes on'}`,
      );
      const code = halted === 'interrupted' ? 130 : 30;
      session.say(
        given['json']
          ? JSON.stringify({ frontiers: [], stopped: halted, exitCode: code }, undefined, 2)
          : `stopped before all was decided: nothing is claimed; exit ${code}\nreproduce: ${session.commandLine}`,
      );
      return code;
    }
    if (given['record'] || given['check']) {
      const { maxStates, sample, seed } = options;
      const head = { specification, width, maxStates, sample: { every: sample, seed } };
      const text = frontierFileText(await recorded(done, searches, head));
      if (given['check']) return compared(text, session);
      await session.writeFile(frontierFile, text);
      session.say(`${frontierFile} written; npm run docs makes pages of it\n`);
    }
    return answer(done, given['json'] === true, session);
  });
}

/** Says which lines of the file that is kept are not what was found. @throws Failure (150) without the file. */
async function compared(text: string, { readFile, say }: Session): Promise<ExitCode> {
  const kept = (await readFile(frontierFile)).split('\n');
  const found = text.split('\n');
  const differing =
    found.filter((line) => !kept.includes(line)).length + kept.filter((line) => !found.includes(line)).length;
  say(
    differing === 0
      ? `${frontierFile} says what was found`
      : `${frontierFile} is stale: ${differing} lines differ; write it anew: matching-rfc frontier --all --record`,
  );
  return differing === 0 ? 0 : 20;
}

/** The points of the homes chosen, as far as axes are not kept to some values. */
function planWithin({ landscape, homes, meant }: Chosen, width: number, restrictions: readonly string[]): Plan {
  const kept = restrictionsOf(landscape.axes, restrictions);
  refuseContradictions(
    landscape,
    homes.map(({ at }) => at),
    kept,
  );
  const within = (home: Point, point: Point): boolean =>
    [...kept].every(([axis, values]) => point[axis] === home[axis] || values.includes(point[axis]!));
  return planOf(landscape, homes, width, meant, within);
}

/**
 * @throws Failure (150) where a value that an axis is kept to goes together with none that the others are kept to,
 * around any home, whatever one of the free axes has.
 */
function refuseContradictions(
  { axes, contradiction }: Landscape,
  homes: readonly Point[],
  kept: ReadonlyMap<string, readonly string[]>,
): void {
  const decidables = [...kept].map(([name, values]) => ({ name, values }));
  const free = axes.flatMap(({ name, values }) =>
    kept.has(name) ? [] : values.map((value): Point => ({ [name]: value })),
  );
  for (const { name, values } of decidables) {
    for (const value of values) {
      const together = decidables.map((axis) => (axis.name === name ? { name, values: [value] } : axis));
      const reasons = combined(together)
        .flatMap((chosen) => [chosen, ...free.map((departure) => ({ ...departure, ...chosen }))])
        .flatMap((chosen) => homes.map((home) => contradiction({ ...pointAt(axes, home), ...chosen })));
      if (reasons.every((reason) => reason !== undefined)) throw new Failure(reasons[0]!);
    }
  }
}

/** Where more allowed is not worse, and points at which no system stands, go to standard error. */
function tellDoubts({ plan, result }: Done, { note }: Session): void {
  for (const { claim, axis, at, stronger } of result.exceptions) {
    note(
      `${plan.landscape.name}: ${axis} is not monotone for "${claim}" (${at || 'the first values'} against ${stronger || 'the first values'}): searched without pruning along it`,
    );
  }
  const reasons = new Map<string, string[]>();
  for (const [key, fault] of result.faults) reasons.set(fault, [...(reasons.get(fault) ?? []), key]);
  for (const [fault, keys] of reasons)
    note(`${plan.landscape.name}: unknown at ${keys.length} points (${keys[0]}): ${fault}`);
}

/** What is kept of a survey of everything. */
async function recorded(
  done: readonly Done[],
  searches: Searches,
  head: Pick<FrontierFile, 'specification' | 'width' | 'maxStates' | 'sample'>,
): Promise<FrontierFile> {
  const landscapes = done.map(({ plan, result, frontiers }) => {
    const lengths = frontiers.flatMap(({ claim, key, breaks }) =>
      [key, ...breaks.map((edge) => edge.key)].map((place) => ({ claim, key: place })),
    );
    return [plan.landscape.name, recordOf(plan, result, lengths)] as const;
  });
  const drawn = await drawings(done, searches, head.maxStates);
  const designs: KeptDesign[] = [];
  for (const { plan } of done) designs.push(...(await designsOf(plan.landscape, searches, head.maxStates)));
  return { ...head, landscapes: Object.fromEntries(landscapes), drawn, designs };
}
