import type { Landscape } from '../model/index.ts';

/** Homes and axes, as data. */
export const described = (landscapes: readonly Landscape[]) => ({
  landscapes: landscapes.map(({ name, says, axes, homes }) => ({
    name,
    says,
    axes,
    homes: homes.map((home) => ({ name: home.name, says: home.says, at: home.at })),
  })),
});

/** Homes and axes for the terminal: the strongest or recommended value of an axis in brackets. */
export const axesText = (landscapes: readonly Landscape[]): string =>
  landscapes
    .map(({ name, says, axes, homes }) => {
      const width = Math.max(...axes.map((axis) => axis.name.length));
      const home = Math.max(...homes.map((one) => one.name.length));
      return [
        `${name}: ${says}`,
        '  homes',
        ...homes.map((one) => `    ${one.name.padEnd(home)}  ${one.says}`),
        ...(['assumption', 'choice'] as const).flatMap((kind) => [
          `  ${kind}s`,
          ...axes
            .filter((axis) => axis.kind === kind)
            .map(({ name: axis, values }) => `    ${axis.padEnd(width)}  [${values[0]}] ${values.slice(1).join(' ')}`),
        ]),
      ].join('\n');
    })
    .join('\n\n');
