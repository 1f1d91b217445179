import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';

import { ascii, colourless, type Ink, type Paint, unicode } from '../trace/index.ts';

import { manner } from './commands.ts';
import type { ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { reason } from './reason.ts';
import type { Session } from './session.ts';
import { loadDeclared, loadLandscapes, loadPropositions, loadRuns, loadSweep } from './specification.ts';
import { StatusLine } from './status-line.ts';
import { lockFile } from './version.ts';
import { WorkerPool } from './worker-pool.ts';
import { tryWriting, writeWhole } from './written-file.ts';

/** A session on this process's terminal, files and worker threads; `interrupt` tells whether there was work to stop. */
export function processSession(args: readonly string[]): { session: Session; interrupt: () => boolean } {
  const { stdout, stderr, stdin, env } = process;
  const { ascii: plainSigns, colourless: plainInk, quiet } = manner(args);
  const live = stderr.isTTY === true && !env['CI'];
  const status = new StatusLine((text) => stderr.write(text), live ? (stderr.columns ?? 80) : undefined);
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const coloured = !plainInk && !env['NO_COLOR'] && (forced || stdout.isTTY === true);
  let pool: WorkerPool | undefined;
  const session: Session = {
    say: (text) => {
      status.clear();
      stdout.write(`${text}\n`);
    },
    note: (text) => {
      status.clear();
      stderr.write(`${text}\n`);
    },
    status: (text) => status.show(quiet ? '' : text),
    columns: stdout.columns ?? (Number(env['COLUMNS']) || 120),
    paint: coloured ? colours : colourless,
    glyphs: plainSigns ? ascii : unicode,
    commandLine: ['npx matching-rfc', ...args.map(quoted)].join(' '),
    runs: loadRuns,
    sweep: loadSweep,
    landscapes: loadLandscapes,
    propositions: loadPropositions,
    declared: loadDeclared,
    lockFile,
    searches: (jobs) => (pool = new WorkerPool(jobs ?? availableParallelism())),
    readFile: (path) => filed(`cannot read ${path}`, () => readFile(path, 'utf8')),
    writeFile: (path, content) => filed(`cannot write ${path}`, () => writeWhole(path, content), 74),
    demandWritable: (path, kind = 'file') =>
      filed(`cannot write ${kind === 'file' ? path : `to the folder ${path}`}`, () => tryWriting(path, kind), 74),
    isFolder: (path) =>
      stat(path).then(
        (there) => there.isDirectory(),
        () => false,
      ),
    filesIn: (folder) => filed(`cannot read ${folder}`, () => filesIn(folder)),
    removeFile: (path) => filed(`cannot remove ${path}`, () => rm(path)),
    ...(stdin.isTTY && stdout.isTTY && { pressReturn }),
  };
  const interrupt = (): boolean => {
    pool?.halt('interrupted');
    return pool !== undefined;
  };
  return { session, interrupt };
}

const formats: Readonly<Record<Ink, Parameters<typeof styleText>[0]>> = {
  plain: 'reset',
  bold: 'bold',
  dim: 'dim',
  message: 'cyan',
  fault: 'yellow',
  bad: 'red',
  good: 'green',
};

const colours: Paint = (ink, text) => styleText(formats[ink], text, { validateStream: false });

/** An argument as a shell takes it. */
const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);

async function filed<T>(what: string, act: () => Promise<T>, code: ExitCode = 150): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const mend = code === 74 ? '; name another place, or mend this one' : '';
    throw new Failure(`${what}: ${reason(error as NodeJS.ErrnoException)}${mend}`, code);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function pressReturn(): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    await lines.question('');
  } finally {
    lines.close();
  }
}
