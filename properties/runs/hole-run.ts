/**
 * Runs that decide one open question (H1-H40) one way: the same scenario for each option, the recommended one first.
 */
import type { Departure } from '../../machines/systems/baseline.ts';
import type { Line, Script } from '../../machines/ftp-script.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { transferRun } from './transfer-run.ts';

type Scene = Omit<Departure, 'name'>;

/** One question: what every option has in common, and what each option sets. */
export type Hole = {
  readonly id: `H${number}`;
  /** What happens in the scenario, after which the runs are named where a hole has several. */
  readonly scene: string;
  readonly says: string;
  readonly common: Scene;
  readonly options: Readonly<Record<string, Pick<Scene, 'ncp' | 'server' | 'user' | 'plan' | 'sizes'>>>;
  readonly families: readonly Family[];
};

const merge = (a: Scene, b: Scene): Scene => ({
  ...a,
  ...b,
  plan: { ...a.plan, ...b.plan },
  ncp: { ...a.ncp, ...b.ncp },
  server: { ...a.server, ...b.server },
});

/** The runs of a question, `holes/<id>/<scene>/<option>`. */
export const holeRuns = ({ id, scene, says, common, options, families }: Hole): readonly Run[] =>
  Object.entries(options).map(([option, set]) =>
    transferRun(
      `holes/${id}/${scene}/${option}`,
      `${id}: ${says}: ${option.replaceAll('-', ' ')}`,
      merge(common, set),
      families,
    ),
  );

/** Changes what is said to B, the waiting server. */
export const toB =
  (change: (lines: readonly Line[]) => readonly Line[]) =>
  (script: Script): Script => ({
    B: change(script.B),
    C: script.C,
  });

/** Leaves the transfer commands out. */
export const noTransfers = ({ B, C }: Script): Script => ({
  B: B.filter(({ transfer }) => !transfer),
  C: C.filter(({ transfer }) => !transfer),
});

/** Says a line of this type to B once more, before anything that waits for more replies than there are then. */
export const sayTwice =
  (type: Line['say']['type']) =>
  (script: Script): Script => {
    const at = script.B.findIndex(({ say }) => say.type === type);
    const more = (line: Line): Line => ({
      ...line,
      ...(line.after && {
        after: line.after.map((wait) =>
          wait.server === 'B' && wait.answered !== undefined && wait.answered > at
            ? { ...wait, answered: wait.answered + 1 }
            : wait,
        ),
      }),
    });
    const [line] = script.B.slice(at, at + 1);
    const again: readonly Line[] = line ? [line] : [];
    return {
      B: [...script.B.slice(0, at + 1), ...again, ...script.B.slice(at + 1)].map(more),
      C: script.C.map(more),
    };
  };

/** Says `line` to B before everything else. */
export const sayFirst =
  (first: Line) =>
  (script: Script): Script => {
    const more = (line: Line): Line => ({
      ...line,
      ...(line.after && {
        after: line.after.map((wait) =>
          wait.server === 'B' && wait.answered !== undefined ? { ...wait, answered: wait.answered + 1 } : wait,
        ),
      }),
    });
    return { B: [first, ...script.B.map(more)], C: script.C.map(more) };
  };
