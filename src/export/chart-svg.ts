import type { Chart } from '../model/index.ts';
import { chartDescription } from './chart-description.ts';
import { chartFigure, type FigureOptions } from './chart-figure.ts';
import { laidOut } from './elk-layout.ts';
import type { Row } from './figure.ts';
import { figureSvg } from './figure-svg.ts';
import type { Theme } from './theme.ts';

/** How a chart is drawn. */
export type ChartSvgOptions = FigureOptions & {
  /** Default `auto`. */
  readonly theme?: Theme;
};

/**
 * A chart as an SVG document, laid out by elkjs. The same bytes on every machine.
 *
 * @throws ModelError when the chart is no XState machine, LayoutError when it cannot be laid out.
 */
export async function chartSvg(chart: Chart, options: ChartSvgOptions = {}): Promise<string> {
  const { theme = 'auto', coverage } = options;
  const placed = await laidOut(chartFigure(chartDescription(chart), options));
  return figureSvg(placed, `Statechart ${chart.id}`, theme, coverage ? legend(coverage.of) : []);
}

const legend = (of: number): readonly Row[] => [
  {
    lines: [
      { indent: 0, words: [{ ink: 'plain', text: `·n: taken in n of ${of} runs. Thicker lines: in more of them.` }] },
    ],
    tip: '',
    marks: [],
  },
  {
    lines: [{ indent: 0, words: [{ ink: 'event', text: '(never): no run takes it' }] }],
    tip: '',
    marks: ['never'],
  },
];
