/** The worker thread of `mutate`: knows all mutants of the manifest, and judges those that it is given. */
import { parentPort } from 'node:worker_threads';

import type { JudgedMutant, MutantName } from '../model/index.ts';
import { Judge, knownCharts, mutantsOf, smallRuns } from '../mutate/index.ts';

import { loadRuns } from './specification.ts';

/** What the worker tells. */
export type FromMutator =
  | { readonly kind: 'explored'; readonly of: number }
  | { readonly kind: 'names'; readonly names: readonly MutantName[] }
  | { readonly kind: 'judged'; readonly mutant: JudgedMutant }
  | { readonly kind: 'fault'; readonly fault: string };

const tell = (message: FromMutator): void => parentPort!.postMessage(message);

try {
  const runs = smallRuns(await loadRuns());
  const charts = knownCharts(runs, () => tell({ kind: 'explored', of: runs.length }));
  const mutants = mutantsOf(charts);
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const judge = new Judge(runs, charts);
  parentPort!.on('message', (id: string) => {
    try {
      tell({ kind: 'judged', mutant: judge.judge(byId.get(id)!) });
    } catch (error) {
      tell({ kind: 'fault', fault: `${id}: ${(error as Error).stack ?? String(error)}` });
    }
  });
  tell({ kind: 'names', names: mutants.map(({ id, subject, operator, says }) => ({ id, subject, operator, says })) });
} catch (error) {
  tell({ kind: 'fault', fault: (error as Error).stack ?? String(error) });
}
