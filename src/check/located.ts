import type { Composition, StateStore } from '../compose/index.ts';
import { ModelError } from '../model/index.ts';
import { stepsTo } from './paths.ts';

/** Steps of the way to an error that are told; of a longer way, the last. */
const TOLD = 12;

/** The same error, and for a fault of the model the way to the state where it showed. */
export function located(error: unknown, composition: Composition, store: StateStore, state: number): unknown {
  if (!(error instanceof ModelError)) return error;
  const steps = stepsTo(composition, store, state).map(({ party, message }) => `${party} ${message.type}`);
  const way = steps.length > TOLD ? ['...', ...steps.slice(-TOLD)] : steps;
  const where =
    steps.length === 0
      ? 'in the initial state'
      : `after ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}: ${way.join(', ')}`;
  return new ModelError(`${error.message}\n  Met ${where}.`);
}
