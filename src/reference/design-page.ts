import type { DesignTable, FrontierSource } from './frontier-source.ts';
import { codeBlock, counted, linkedTable, wrapped } from './markdown.ts';

/** The page of the decision tables. */
export const designPage = ({ designs, stale }: FrontierSource, note: string): string =>
  `${[
    note,
    '# Design: which choices go together',
    ...(stale ? ['**Stale:** the specification has changed since this was searched.'] : []),
    wrapped(
      'For whoever implements: the claims that must hold, and every combination of choices that keeps them. Each row is safe whatever is taken from its cells; *any* is every value. What is not in a row is not safe.',
    ),
    ...designs.flatMap(tableText),
  ].join('\n\n')}\n`;

function tableText({
  design,
  claims,
  axes,
  rows,
  points,
  safe,
  unknown,
  broken,
  repairs,
}: DesignTable): readonly string[] {
  const cells = rows.map((row) =>
    axes.map(({ name, values }) =>
      row[name]!.length === values.length ? 'any' : row[name]!.map((value) => `\`${value}\``).join(', '),
    ),
  );
  const many = Object.keys(repairs[0] ?? {}).length;
  const mends = repairs.map((one) =>
    Object.entries(one)
      .map(([axis, value]) => `\`${axis}=${value}\``)
      .join(' with '),
  );
  const given = Object.entries(design.given).map(([axis, value]) => `${axis}=${value}`);
  return [
    `## ${design.title}`,
    wrapped(design.says),
    claims.map((claim) => `- ${claim}`).join('\n'),
    rows.length === 0
      ? 'No combination of these choices is safe.'
      : linkedTable(
          axes.map(({ name }) => ({ head: `\`${name}\`` })),
          cells,
        ),
    wrapped(
      `${safe} of ${counted(points, 'combination')} are safe${unknown > 0 ? `; of ${unknown} it is unknown` : ''}. ` +
        (broken.length === 0
          ? `The home ${design.home} itself is safe.`
          : `The home ${design.home} itself is not safe (${broken.map((claim) => claim.split(' ', 1)[0]).join(', ')}); ` +
            (repairs.length === 0
              ? 'no change of these choices mends it.'
              : `${counted(many, 'change')} will do: ${mends.join(', or ')}.`)),
    ),
    codeBlock(
      [
        `npx matching-rfc design --home ${design.home} --require ${design.require.map((name) => (/\s/.test(name) ? `'${name}'` : name)).join(',')}${given.length > 0 ? ` --given ${given.join(',')}` : ''} --over ${design.over.join(',')}`,
      ],
      'sh',
    ),
  ];
}
