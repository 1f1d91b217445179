import type { Axis, CellValues, Matrix, Sweep } from '../model/index.ts';
import type { CellEnd, SweptMatrix } from '../reference/index.ts';
import { enactFound, tell } from '../trace/index.ts';

import type { DrawingBoard } from './drawing-board.ts';
import type { Answer } from './searches.ts';
import { cells } from './sweep-cells.ts';

/** A cell of a matrix and what its search gave. */
export type Swept = {
  readonly matrix: Matrix;
  readonly values: CellValues;
  readonly answer: Extract<Answer, { kind: 'report' }>;
};

/** Every cell of a matrix, its rows and columns in the order of the axes' values. */
export function cellsOf({ sections, down, across }: Matrix, axes: readonly Axis[]): readonly CellValues[] {
  const chosen = [...sections, ...down, ...across].map((name) => axes.find((axis) => axis.name === name)!);
  return cells(
    axes,
    chosen.map((axis) => ({ axis, values: axis.values })),
  );
}

/** A cell by its values on the axes of a matrix, as a progress line names it. */
export const cellName = ({ sections, down, across }: Matrix, values: CellValues): string =>
  [...sections, ...down, ...across].map((axis) => values[axis]).join(' ');

/** The matrices with their cells, the shortest way to each end drawn: each was taken again on live actors. */
export function sweptMatrices(
  matrices: readonly Matrix[],
  swept: readonly Swept[],
  sweep: Sweep,
  board: DrawingBoard,
): readonly SweptMatrix[] {
  return matrices.map((matrix) => ({
    ...matrix,
    cells: swept
      .filter((one) => one.matrix.name === matrix.name)
      .map(({ values, answer: { report } }) => ({
        values,
        ends: endsOf(matrix, values, report, sweep, board),
        states: report.states,
        complete: report.complete,
      })),
  }));
}

/** Declared ends, and the deadlock or livelock that nobody has declared; sorted by name. */
function endsOf(
  { usual }: Matrix,
  values: CellValues,
  { outcomes, verdicts }: Swept['answer']['report'],
  sweep: Sweep,
  board: DrawingBoard,
): readonly CellEnd[] {
  const undeclared = verdicts.flatMap(({ claim, kind, verdict, path }) =>
    kind === 'protocol error' && verdict === 'violated' && path && !outcomes.some(({ name }) => name === claim)
      ? [{ name: claim, fine: false, path }]
      : [],
  );
  const { system } = sweep.cell(values, { timeouts: false });
  return [...outcomes, ...undeclared]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, fine, path }) => {
      if (name === usual) return { name };
      const story = tell(system, path, enactFound(system, path).views);
      return {
        name,
        ladder: { steps: path.steps.length, drawing: board.draw(story, { text: `ends: ${name}`, bad: !fine }) },
      };
    });
}
