import type { ExplainedMutants, Landscape, MutantLesson, Refinement, Run, Sweep, Vocable } from '../model/index.ts';

import type { Declared } from './doubts.ts';
import { Failure } from './failure.ts';

/** The manifest, loaded when it is first asked for. @throws Failure (151) when it cannot be. */
export const loadRuns = (): Promise<readonly Run[]> =>
  loaded('properties/runs', async () => (await import('../../properties/runs.ts')).runs);

/** The names that formulas may use, loaded when they are first asked for. @throws Failure (151) when they cannot be. */
export const loadPropositions = (): Promise<readonly Vocable[]> =>
  loaded('properties/propositions', async () => (await import('../../properties/propositions.ts')).propositions);

/** The table of refinements, loaded when it is first asked for. @throws Failure (151) when it cannot be. */
export const loadRefinements = (): Promise<readonly Refinement[]> =>
  loaded('properties/refinements', async () => (await import('../../properties/refinements.ts')).refinements);

/** The sweep's axes and cells, loaded when they are first asked for. @throws Failure (151) when they cannot be. */
export const loadSweep = async (): Promise<Sweep> =>
  (await loaded('properties/sweep', () => import('../../properties/sweep.ts'))).sweep;

/** What makes no difference and need not, loaded when it is first asked for. @throws Failure (151) when it cannot be. */
export const loadDeclared = (): Promise<Declared> =>
  loaded('properties/vacuous or properties/dead', async () => {
    const [{ vacuous, unneeded }, { dead }] = await Promise.all([
      import('../../properties/vacuous.ts'),
      import('../../properties/dead.ts'),
    ]);
    return { vacuous, unneeded, dead };
  });

/** Why mutants need not be killed, loaded when it is first asked for. @throws Failure (151) when it cannot be. */
export const loadExplainedMutants = (): Promise<readonly ExplainedMutants[]> =>
  loaded('properties/mutants', async () => (await import('../../properties/mutants.ts')).explainedMutants);

/** What mutants have taught, loaded when it is first asked for. @throws Failure (151) when it cannot be. */
export const loadMutantLessons = (): Promise<readonly MutantLesson[]> =>
  loaded(
    'properties/findings/mutants',
    async () => (await import('../../properties/findings/mutants.ts')).mutantLessons,
  );

/** The landscapes of assumptions, loaded when they are first asked for. @throws Failure (151) when they cannot be. */
export const loadLandscapes = async (): Promise<readonly Landscape[]> =>
  (await loaded('properties/assumptions', () => import('../../properties/assumptions.ts'))).landscapes;

async function loaded<T>(what: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new Failure(`${what} cannot be loaded: ${(error as Error).message}`, 151);
  }
}
