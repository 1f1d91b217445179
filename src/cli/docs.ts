import type { Run } from '../model/index.ts';

import { type Command, type Given, limitOptions } from './command.ts';
import { documents, type Searched } from './documents.ts';
import { Failure } from './failure.ts';
import { supervised } from './limits.ts';
import { ProgressLine } from './progress.ts';
import { loadProse } from './prose.ts';
import type { Session } from './session.ts';

/** The verb `docs`: searches the whole manifest and writes the pages that tell what it gives. */
export const docs: Command = {
  name: 'docs',
  operands: '',
  summary: 'write docs/findings.md and the generated parts of README.md from the runs',
  options: {
    check: { type: 'boolean', summary: 'write nothing; name the pages that are not what the runs give' },
    jobs: limitOptions.jobs,
    timeout: limitOptions.timeout,
  },
  examples: ['docs', 'docs --check'],
  run: async (given, operands, session) => {
    if (operands.length > 0) throw new Failure(`docs takes no names, and was given "${operands.join(' ')}"`);
    const searched = await searchAll(await session.runs(), given, session);
    const pages = await documents(searched, await loadProse(), (path) => session.readFile(path));
    const stale: string[] = [];
    for (const [path, text] of pages) {
      if ((await textOf(path, session)) === text) continue;
      stale.push(path);
      if (!given['check']) await session.writeFile(path, text);
    }
    const code = given['check'] && stale.length > 0 ? 20 : 0;
    if (given['json']) session.say(JSON.stringify({ pages: [...pages.keys()], stale, exitCode: code }, undefined, 2));
    else session.say(told([...pages.keys()], stale, given['check'] === true));
    return code;
  },
};

/** @throws Failure when a run cannot be searched to its end: nothing is written then. */
async function searchAll(runs: readonly Run[], given: Given, session: Session): Promise<readonly Searched[]> {
  const line = new ProgressLine(session, runs.length);
  return supervised(given, session, (searches) =>
    Promise.all(
      runs.map(async (run): Promise<Searched> => {
        const job = { kind: 'run', name: run.name, claims: [], limits: {} } as const;
        const answer = await searches.search(job, (progress) => line.moved(run.name, progress));
        if (answer.kind === 'fault') throw new Failure(`${run.name}: ${answer.fault}`, answer.code);
        if (answer.kind === 'not started' || answer.report.stopped !== undefined) {
          const code = searches.halted() === 'interrupted' ? 130 : 30;
          throw new Failure('stopped before every run was searched; nothing is written', code);
        }
        line.finished(run.name, answer.report.states);
        return { run, answer };
      }),
    ),
  );
}

/** The page that is there; undefined without one. */
async function textOf(path: string, { readFile }: Session): Promise<string | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function told(pages: readonly string[], stale: readonly string[], checks: boolean): string {
  if (stale.length === 0) return `${pages.join(' and ')}: as the runs give`;
  return checks
    ? `${stale.join(' and ')}: not what the runs give; write anew with npm run docs, and read what changed`
    : `written: ${stale.join(', ')}`;
}
