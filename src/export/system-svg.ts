import type { Theme } from '../svg/theme.ts';
import { laidOut } from './elk-layout.ts';
import { figureSvg } from './figure-svg.ts';
import type { SystemDescription } from './system-description.ts';
import { type Standing, systemFigure } from './system-figure.ts';

/** How a system is drawn. */
export type SystemSvgOptions = {
  /** Default `auto`. */
  readonly theme?: Theme;
  /** Where the system stands: lit up. */
  readonly standing?: Standing;
};

/**
 * A system as an SVG document: parties, channels, ports, who sends what to whom. The same bytes on every machine.
 *
 * @throws LayoutError when it cannot be laid out.
 */
export async function systemSvg(system: SystemDescription, options: SystemSvgOptions = {}): Promise<string> {
  const { theme = 'auto', standing } = options;
  return figureSvg(await laidOut(systemFigure(system, standing)), `System ${system.name}`, theme);
}
