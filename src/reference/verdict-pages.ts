import { drawingText } from './drawing.ts';
import { generatedNote } from './generated-note.ts';
import { anchor, counted, folded, grouped, linkedTable, wrapped } from './markdown.ts';
import { between, places } from './page-links.ts';
import type { SweptCell, SweptMatrix } from './swept-cell.ts';
import { ladderOf, type SweptLadder, sweptLadders } from './swept-ladders.ts';

/** The page of a matrix. */
const matrixPlace = (name: string): string => `docs/reference/verdicts/${name}.md`;

const note = generatedNote('the sweep, properties/sweep.ts');

/**
 * The pages of verdicts by their paths: an index, one page for each matrix, and the ladders of all ends but the usual.
 *
 * @param by the axis by which ladders are divided into pages.
 */
export function verdictPages(matrices: readonly SweptMatrix[], by: string): ReadonlyMap<string, string> {
  const ladders = sweptLadders(matrices, by);
  const pages = [...new Set(ladders.map(({ page }) => page))].sort();
  return new Map([
    [places.verdicts, index(matrices, pages, ladders)],
    ...matrices.map((matrix) => [matrixPlace(matrix.name), matrixPage(matrix, ladders, by)] as const),
    ...pages.map((page) => {
      const here = ladders.filter((ladder) => ladder.page === page);
      return [page, laddersPage(here, by, matrices)] as const;
    }),
  ]);
}

function index(matrices: readonly SweptMatrix[], pages: readonly string[], ladders: readonly SweptLadder[]): string {
  const cells = matrices.flatMap((matrix) => matrix.cells);
  const states = cells.reduce((sum, cell) => sum + cell.states, 0);
  return `${[
    note,
    '# Verdicts',
    wrapped(
      `How a transfer can end, for every combination of some choices: ${counted(cells.length, 'cell')}, ` +
        `${grouped(states)} states. Each cell is explored to its end, or bears a question mark. Every end but the usual one is a ` +
        'link to a shortest ladder that ends so. Whatever a page does not vary stands as `npx matching-rfc sweep --axes` shows in brackets.',
    ),
    matrices
      .map(({ name, title, says }) => wrapped(`- [${title}](${name}.md): ${says}`).replaceAll('\n', '\n  '))
      .join('\n'),
    '## Ladders',
    pages
      .map((page) => {
        const here = ladders.filter((ladder) => ladder.page === page);
        const name = page.split('/').at(-1)!;
        return `- [${name.replace(/^ladders-|\.md$/g, '')}](${name}): ${counted(here.length, 'ladder')}`;
      })
      .join('\n'),
    '## More',
    wrapped(
      `The runs of the manifest are checked against the claims, not only for how they end: [runs](${between(places.verdicts, places.runs)}), ` +
        `[findings](${between(places.verdicts, places.findings)}).`,
    ),
  ].join('\n\n')}\n`;
}

function matrixPage(matrix: SweptMatrix, ladders: readonly SweptLadder[], by: string): string {
  const { title, says, sections, cells } = matrix;
  const parts = [...new Set(cells.map((cell) => labelOf(cell, sections, by)))];
  return `${[
    note,
    `# ${title}`,
    wrapped(says),
    ...parts.flatMap((part) => [
      `## ${part}`,
      table(
        matrix,
        cells.filter((cell) => labelOf(cell, sections, by) === part),
        ladders,
        by,
      ),
    ]),
    `All matrices: [verdicts](${between(matrixPlace(matrix.name), places.verdicts)}).`,
  ].join('\n\n')}\n`;
}

/** A cell by its values on some axes; on the axis that divides the pages the value says enough. */
const labelOf = ({ values }: SweptCell, axes: readonly string[], by: string): string =>
  axes.map((axis) => (axis === by ? values[axis]! : `${axis} ${values[axis]!}`)).join(', ');

function table(
  { name, down, across }: SweptMatrix,
  cells: readonly SweptCell[],
  ladders: readonly SweptLadder[],
  by: string,
): string {
  const rows = [...new Set(cells.map((cell) => labelOf(cell, down, by)))];
  const columns = [...new Set(cells.map((cell) => labelOf(cell, across, by)))];
  const heads = ['', ...columns].map((head) => ({ head }));
  return linkedTable(
    heads,
    rows.map((row) => [
      row,
      ...columns.map((column) => {
        const cell = cells.find((one) => labelOf(one, down, by) === row && labelOf(one, across, by) === column);
        return cell ? endsText(name, cell, ladders) : '';
      }),
    ]),
  );
}

function endsText(matrix: string, cell: SweptCell, ladders: readonly SweptLadder[]): string {
  const ends = cell.ends.map((end) => {
    const ladder = ladderOf(ladders, cell, end.name);
    if (!ladder) return end.name;
    return `[${end.name}](${between(matrixPlace(matrix), ladder.page)}#${anchor(ladder.heading)})`;
  });
  return `${ends.join(' · ') || 'no end'}${cell.complete ? '' : ' ?'}`;
}

function laddersPage(ladders: readonly SweptLadder[], by: string, matrices: readonly SweptMatrix[]): string {
  const [first] = ladders;
  const value = first!.cells[0]!.cell.values[by]!;
  return `${[
    note,
    `# Ladders of ${value}`,
    wrapped(`Shortest ways to the ends of the cells with ${by} ${value}; each different way stands here once.`),
    ...ladders.flatMap((ladder) => {
      const { heading, cells } = ladder;
      return [
        `## ${heading}`,
        `${counted(ladder.ladder.steps, 'step')}; this is how ${counted(cells.length, 'cell')} can end.`,
        folded('Which', cellList(ladder, by, matrices)),
        drawingText(ladder.ladder.drawing),
      ];
    }),
  ].join('\n\n')}\n`;
}

const cellList = ({ cells, page }: SweptLadder, by: string, matrices: readonly SweptMatrix[]): string =>
  matrices
    .flatMap(({ name, title, sections, down, across }) => {
      const axes = [...sections, ...down, ...across].filter((axis) => axis !== by);
      const here = cells.filter(({ matrix }) => matrix === name);
      if (here.length === 0) return [];
      const items = here.map(({ cell }) => `- ${labelOf(cell, axes, by)}`);
      return [`[${title}](${between(page, matrixPlace(name))}):`, items.join('\n')];
    })
    .join('\n\n');
