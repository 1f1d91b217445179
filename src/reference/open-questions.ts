import type { CheckedRun } from './checked-run.ts';

/** A question that the documents leave open. */
export type OpenQuestion = {
  readonly id: string;
  readonly question: string;
  /** The answer that the machines give unless told otherwise. */
  readonly recommended: string;
};

/** Runs of one question in one scene: the same scenario with each answer, the recommended one first. */
export type Scene = { readonly id: string; readonly scene: string; readonly options: readonly Option[] };

/** One answer: what becomes of the scenario, and what that costs or gains against the recommended answer. */
export type Option = {
  readonly option: string;
  readonly run: CheckedRun;
  /** Claims violated with this answer and not with the recommended one. */
  readonly lost: readonly string[];
  /** Claims violated with the recommended answer and not with this one. */
  readonly won: readonly string[];
};

/** The scenes of all runs `<prefix>/<id>/<scene>/<option>`, in the order of the manifest. */
export function scenesOf(runs: readonly CheckedRun[], prefix = 'holes'): readonly Scene[] {
  const scenes = new Map<string, { id: string; scene: string; runs: CheckedRun[] }>();
  for (const run of runs) {
    const [first, id, scene] = run.name.split('/');
    if (first !== prefix || id === undefined || scene === undefined) continue;
    const known = scenes.get(`${id}/${scene}`) ?? { id, scene, runs: [] };
    known.runs.push(run);
    scenes.set(`${id}/${scene}`, known);
  }
  return [...scenes.values()].map(({ id, scene, runs: decided }) => ({
    id,
    scene,
    options: decided.map((run) => option(run, decided[0]!)),
  }));
}

function option(run: CheckedRun, recommended: CheckedRun): Option {
  const [bad, usual] = [failures(run), failures(recommended)];
  return {
    option: run.name.split('/').slice(3).join('/'),
    run,
    lost: bad.filter((claim) => !usual.includes(claim)),
    won: usual.filter((claim) => !bad.includes(claim)),
  };
}

const failures = ({ report }: CheckedRun): readonly string[] =>
  report.verdicts
    .filter(({ verdict }) => verdict === 'violated' || verdict === 'not reached')
    .map(({ claim }) => claim);
