import type { Ending, System, View } from '../model/index.ts';
import { checkSystem } from './check-system.ts';

/** A system as it is written: `ending` may be typed by the views of its own parties. */
export type SystemDescription<V extends View = View> = Omit<System, 'ending'> & {
  readonly ending: (state: V) => Ending | undefined;
};

/**
 * The door for whoever writes a system: gives the description back, checked.
 *
 * @throws ModelError naming the place and the mend: see `checkSystem`.
 *
 * @example
 * ```ts
 * system({
 *   name: 'ping pong',
 *   parties: {
 *     left: { chart: player, input: { serves: true }, ports: { out: 'toRight' } },
 *     right: { chart: player, ports: { out: 'toLeft' } },
 *   },
 *   channels: {
 *     toRight: { kind: 'fifo', to: 'right', capacity: 1 },
 *     toLeft: { kind: 'fifo', to: 'left', capacity: 1 },
 *   },
 *   ending: (state) => (state.party.left.hasTag('finished') ? { name: 'finished', fine: true } : undefined),
 * });
 * ```
 */
export function system<V extends View = View>(description: SystemDescription<V>): System {
  const described = description as unknown as System;
  checkSystem(described);
  return described;
}
