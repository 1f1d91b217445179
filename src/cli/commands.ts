import { certify } from './certify.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { design } from './design.ts';
import { diagram } from './diagram.ts';
import { diff } from './diff.ts';
import { docs } from './docs.ts';
import type { ExitCode } from './exit-codes.ts';
import { exploreRandom } from './explore-random.ts';
import { exportRun } from './export.ts';
import { unknown } from './failure.ts';
import { frontier } from './frontier.ts';
import { commandHelp, generalHelp, help } from './help.ts';
import { importTrace } from './import-trace.ts';
import { list } from './list.ts';
import { mutate } from './mutate.ts';
import { parse } from './parse.ts';
import { refine } from './refine.ts';
import { replay } from './replay.ts';
import type { Session } from './session.ts';
import { sweep } from './sweep.ts';
import { trace } from './trace.ts';
import { version } from './version.ts';

/** Every verb, in the order of the help text. */
export const commands: readonly Command[] = [
  check,
  certify,
  list,
  replay,
  trace,
  diagram,
  sweep,
  diff,
  refine,
  frontier,
  design,
  mutate,
  exploreRandom,
  exportRun,
  importTrace,
  docs,
  help(() => commands),
];

/** Of a command line, what decides how a session speaks; read before the command is known. */
export type Manner = { readonly ascii: boolean; readonly colourless: boolean; readonly quiet: boolean };

/** How the command line asks to be answered. */
export const manner = (args: readonly string[]): Manner => ({
  ascii: args.includes('--ascii'),
  colourless: args.includes('--no-color'),
  quiet: args.includes('--quiet') || args.includes('-q'),
});

/**
 * Runs the command that the arguments name.
 *
 * @throws Failure for whatever the user can mend.
 */
export async function runCommand(args: readonly string[], session: Session): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    session.say(generalHelp(commands));
    return 0;
  }
  if (name === '--version') {
    session.say(version);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command)
    throw unknown(
      'command',
      name,
      commands.map((candidate) => candidate.name),
    );
  const { given, operands } = parse(command, rest);
  if (given['help']) {
    session.say(commandHelp(command));
    return 0;
  }
  return command.run(given, operands, session);
}
