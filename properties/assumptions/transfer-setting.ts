/**
 * What a point of the landscape of transfers sets, put together to a scenario.
 */
import type { Departure } from '../../machines/systems/baseline.ts';
import type { System } from '../../src/model/index.ts';

type Scene = Omit<Departure, 'name'>;

/** A departure from the baseline, and what is done to the system that it gives. */
export type TransferSetting = {
  readonly scene?: Scene;
  readonly change?: (system: System) => System;
};

/** Two scenes at once: knobs side by side, changes of the script one after the other. */
export function together(a: Scene, b: Scene): Scene {
  const [first, second] = [a.edit, b.edit];
  return {
    ...a,
    ...b,
    plan: { ...a.plan, ...b.plan },
    ncp: { ...a.ncp, ...b.ncp },
    ncpOf: { ...a.ncpOf, ...b.ncpOf },
    server: { ...a.server, ...b.server },
    user: { ...a.user, ...b.user },
    ...(first && second && { edit: (script) => second(first(script)) }),
  };
}
