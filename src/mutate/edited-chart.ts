import { type AnyStateMachine, StateMachine, createMachine } from 'xstate';

import { type Chart, ModelError } from '../model/index.ts';
import { whyNoMachine } from '../tabulate/index.ts';
import { type StateConfig, copied } from './chart-config.ts';

/** The machine that a chart is. @throws ModelError when it is none. */
export function machineOf(chart: Chart): AnyStateMachine {
  if (chart instanceof StateMachine) return chart as AnyStateMachine;
  throw new ModelError(`chart "${chart.id}" ${whyNoMachine(chart)}`);
}

/**
 * A chart like another but for an edit of what is written in it; guards and actions by name are the same.
 *
 * @throws ModelError when the chart is no XState machine.
 */
export function editedChart(chart: Chart, edit: (root: StateConfig) => void): Chart {
  const { config, implementations } = machineOf(chart);
  const root = copied(config) as StateConfig;
  edit(root);
  return createMachine(root as Parameters<typeof createMachine>[0], implementations as never);
}
