import type { Chart } from '../model/index.ts';
import type { Theme } from '../svg/theme.ts';
import type { ChartDescription } from './chart.ts';
import { chartDescription } from './chart-description.ts';
import { chartFigure, type FigureOptions } from './chart-figure.ts';
import { laidOut, LayoutError } from './elk-layout.ts';
import type { PlacedFigure, Row } from './figure.ts';
import { figureSvg } from './figure-svg.ts';
import { smcatSvg } from './smcat-svg.ts';
import { type SpokenSends, withSpokenSends } from './spoken-sends.ts';

/** How a chart is drawn. */
export type ChartSvgOptions = FigureOptions & {
  /** Default `auto`. */
  readonly theme?: Theme;
  /** What the chart's sends were seen to say, where parameters are computed. */
  readonly sends?: SpokenSends;
  /** Told why the drawing is plain, where elkjs could not lay it out and state-machine-cat has drawn it. */
  readonly onFallback?: (why: string) => void;
  /** Lays the figure out. Default: elkjs. */
  readonly layout?: (figure: ReturnType<typeof chartFigure>) => Promise<PlacedFigure>;
};

/**
 * A chart as an SVG document, laid out by elkjs. The same bytes on every machine.
 *
 * @throws ModelError when the chart is no XState machine.
 */
export async function chartSvg(chart: Chart, options: ChartSvgOptions = {}): Promise<string> {
  const { theme = 'auto', sends = new Map(), layout = laidOut, coverage, onFallback } = options;
  const description: ChartDescription = withSpokenSends(chartDescription(chart), sends);
  try {
    const placed = await layout(chartFigure(description, options));
    return figureSvg(placed, `Statechart ${description.id}`, theme, coverage ? legend(coverage.of) : []);
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    onFallback?.(error.message);
    return smcatSvg(description);
  }
}

const legend = (of: number): readonly Row[] => [
  {
    lines: [
      { indent: 0, words: [{ ink: 'plain', text: `·n: taken in n of ${of} runs; the thicker the line, the more` }] },
    ],
    tip: '',
    marks: [],
  },
  { lines: [{ indent: 0, words: [{ ink: 'event', text: '(never): no run takes it' }] }], tip: '', marks: ['never'] },
];
