import { canonical, type StepKey, type Verdict } from '../../src/model/index.ts';
import type { Explored } from '../reference/naive-search.ts';

/** What the naive checker explored; undefined where the model is refused. */
export function exploredOf(explore: () => Explored): Explored | undefined {
  try {
    return explore();
  } catch {
    return undefined;
  }
}

/** Kinds of which a verdict without loops has a path wherever one with loops has. */
export const matching: ReadonlySet<Verdict['kind']> = new Set(['always', 'everyStep', 'reaches', 'restsOnly']);

/** The state after a step, where it is possible. */
export const after = (graph: Explored, state: number, key: StepKey): number | undefined =>
  graph.edges[state]!.find(
    ({ step }) =>
      step.kind === key.kind &&
      step.party === key.party &&
      step.channel === key.channel &&
      canonical(step.message) === canonical(key.message),
  )?.target;
