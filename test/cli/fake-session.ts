import { runCommand } from '../../src/cli/commands.ts';
import { Failure } from '../../src/cli/failure.ts';
import type { Answer, Halt, Job, Progress, Searches } from '../../src/cli/searches.ts';
import type { Session } from '../../src/cli/session.ts';
import type { Landscape, Run, Sweep, Vocable } from '../../src/model/index.ts';
import { colourless, unicode } from '../../src/trace/index.ts';

/** What a command did: its exit code and all that it wrote. */
export type Told = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
};

export type World = {
  readonly runs?: readonly Run[];
  readonly sweep?: Sweep;
  readonly landscapes?: readonly Landscape[];
  readonly propositions?: readonly Vocable[];
  readonly answer?: (job: Job, onProgress: (progress: Progress) => void) => Answer | Promise<Answer>;
  readonly files?: Readonly<Record<string, string>>;
  /** The name of the lock among the files. */
  readonly lockFile?: string;
  readonly columns?: number;
  /** Why everything is stopped as soon as it is begun. */
  readonly halt?: Halt;
  readonly readOnly?: boolean;
};

/** Runs a command line in a world made by hand; as words where one of them has a blank. */
export async function told(given: string | readonly string[], world: World = {}): Promise<Told> {
  const args = typeof given === 'string' ? given.split(' ').filter(Boolean) : given;
  const out: string[] = [];
  const err: string[] = [];
  const files = new Map<string, string>();
  const session: Session = {
    say: (text) => void out.push(text),
    note: (text) => void err.push(text),
    status: () => {},
    columns: world.columns ?? 100,
    paint: colourless,
    glyphs: unicode,
    commandLine: ['npx matching-rfc', ...args].join(' '),
    runs: async () => world.runs ?? [],
    propositions: async () => world.propositions ?? [],
    ...(world.landscapes && { landscapes: async () => world.landscapes! }),
    sweep: async () => world.sweep ?? { axes: [], cell: () => ({ system: world.runs![0]!.system() }) },
    ...(world.lockFile !== undefined && { lockFile: world.lockFile }),
    searches: () => searches(world),
    readFile: async (path) => {
      const text = world.files?.[path];
      if (text === undefined) throw new Failure(`cannot read ${path}: there is no such file`);
      return text;
    },
    writeFile: async (path, content) => {
      if (world.readOnly) throw new Failure(`cannot write ${path}: the file system is read-only`, 74);
      const bytes = content instanceof Uint8Array ? `${content.length} bytes` : undefined;
      files.set(path, typeof content === 'string' ? content : (bytes ?? [...(content as Iterable<string>)].join('')));
    },
    demandWritable: async (path) => {
      if (world.readOnly) throw new Failure(`cannot write ${path}: the file system is read-only`, 74);
    },
    isFolder: async (path) =>
      Object.keys(world.files ?? {}).some((file) => file.startsWith(`${path.replace(/\/+$/, '')}/`)),
    filesIn: async (folder) =>
      Object.keys(world.files ?? {})
        .filter((path) => path.startsWith(`${folder}/`))
        .sort(),
    removeFile: async (path) => void files.delete(path),
  };
  try {
    const code = await runCommand(args, session);
    return { code, out: out.join('\n'), err: err.join('\n'), files };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, out: out.join('\n'), err: [...err, error.message].join('\n'), files };
  }
}

function searches({ answer, halt }: World): Searches {
  return {
    search: async (job, onProgress) => (halt || !answer ? { kind: 'not started' } : answer(job, onProgress)),
    halt: () => {},
    halted: () => halt,
    close: async () => {},
  };
}
