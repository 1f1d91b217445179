import type { Given } from './command.ts';
import type { Explored, Searched } from './documents.ts';
import { Failure } from './failure.ts';
import { supervised } from './limits.ts';
import { ProgressLine } from './progress.ts';
import type { Prose } from './prose.ts';
import type { Answer, Job } from './searches.ts';
import type { Session } from './session.ts';
import { cellName, cellsOf, type Swept } from './swept.ts';

type Report = Extract<Answer, { kind: 'report' }>;

/**
 * Searches the whole manifest and every cell of the matrices.
 *
 * @throws Failure when one of them cannot be searched to its end.
 */
export async function searchAll(given: Given, { matrices }: Prose, session: Session): Promise<Explored> {
  const [runs, sweep] = await Promise.all([session.runs(), session.sweep()]);
  const wanted = matrices.flatMap((matrix) => cellsOf(matrix, sweep.axes).map((values) => ({ matrix, values })));
  const line = new ProgressLine(session, runs.length + wanted.length);
  return supervised(given, session, async (searches) => {
    const reported = async (job: Job, name: string): Promise<Report> => {
      const answer = await searches.search(job, (progress) => line.moved(name, progress));
      if (answer.kind === 'fault') throw new Failure(`${name}: ${answer.fault}`, answer.code);
      if (answer.kind === 'not started' || answer.report.stopped !== undefined) {
        const code = searches.halted() === 'interrupted' ? 130 : 30;
        throw new Failure('stopped before everything was searched; nothing is written', code);
      }
      line.finished(name, answer.report.states);
      return answer;
    };
    const [searched, swept] = await Promise.all([
      Promise.all(
        runs.map(async (run): Promise<Searched> => {
          const job = { kind: 'run', name: run.name, claims: [], limits: {} } as const;
          return { run, answer: await reported(job, run.name) };
        }),
      ),
      Promise.all(
        wanted.map(async ({ matrix, values }): Promise<Swept> => {
          const job = { kind: 'cell', values, timeouts: false, limits: {} } as const;
          return { matrix, values, answer: await reported(job, cellName(matrix, values)) };
        }),
      ),
    ]);
    return { searched, swept, sweep };
  });
}
