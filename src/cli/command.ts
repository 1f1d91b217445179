import type { ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';

/** An option of a command, as `parseArgs` and the help text need it. */
export type Option = {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  readonly short?: string;
  /** What stands for the value in the help text. */
  readonly value?: string;
  readonly summary: string;
};

/** Values of the options given, by name; those that were not given are absent. */
export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** One verb: all that parsing, help and running need to know of it. */
export type Command = {
  readonly name: string;
  /** What may stand after the name, as the help text shows it. */
  readonly operands: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  readonly run: (given: Given, operands: readonly string[], session: Session) => Promise<ExitCode>;
};

/** Options that every command has. */
export const common = {
  json: { type: 'boolean', summary: 'one JSON object on standard output instead of text' },
  quiet: { type: 'boolean', short: 'q', summary: 'only the verdict' },
  ascii: { type: 'boolean', summary: 'draw with ASCII signs only' },
  'no-color': { type: 'boolean', summary: 'no colours (also: the environment variable NO_COLOR)' },
  help: { type: 'boolean', short: 'h', summary: 'this text' },
} as const satisfies Record<string, Option>;

/** Options of the commands that search. */
export const limitOptions = {
  jobs: {
    type: 'string',
    short: 'j',
    value: 'n',
    summary: 'how many searches run side by side (default: one per core)',
  },
  'max-states': {
    type: 'string',
    value: 'n',
    summary: 'stop a search beyond so many states, when the state at hand is done',
  },
  'max-memory': { type: 'string', value: 'MB', summary: 'stop a search at so many megabytes' },
  timeout: { type: 'string', value: 's', summary: 'stop everything after so many seconds' },
} as const satisfies Record<string, Option>;

/** Options of a search that can be gone on with after it was ended from outside. */
export const checkpointOptions = {
  checkpoint: {
    type: 'string',
    value: 'folder',
    summary: 'keep the search of one run in this folder while it goes on',
  },
  'checkpoint-every': {
    type: 'string',
    value: 's',
    summary: 'keep it again at the first level that ends after so many seconds (default: 60)',
  },
  resume: { type: 'string', value: 'folder', summary: 'go on with the search of one run that is kept in this folder' },
} as const satisfies Record<string, Option>;
