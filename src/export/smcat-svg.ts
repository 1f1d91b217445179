import type { ChartDescription } from './chart.ts';
import { chartSmcat } from './chart-smcat.ts';

/** A chart as state-machine-cat draws it: for charts that elkjs cannot place. It has one theme, for light pages. */
export async function smcatSvg(chart: ChartDescription): Promise<string> {
  const { render } = await import('state-machine-cat');
  return String(await render(chartSmcat(chart), { inputType: 'smcat', outputType: 'svg' }));
}
