#!/usr/bin/env node
import { runCommand } from './commands.ts';
import type { ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { processSession } from './process-session.ts';
import { reason } from './reason.ts';

const args = process.argv.slice(2);
const { session, interrupt } = processSession(args);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  session.note(`matching-rfc: cannot write the output: ${reason(error)}`);
  process.exit(74 satisfies ExitCode);
});
process.stderr.on('error', () => process.exit(74 satisfies ExitCode));
let interrupted = false;
process.on('SIGINT', () => {
  if (interrupted || !interrupt()) process.exit(130);
  interrupted = true;
});

process.exitCode = await ended();

async function ended(): Promise<ExitCode> {
  try {
    return await runCommand(args, session);
  } catch (error) {
    session.status('');
    if (error instanceof Failure) {
      session.note(`matching-rfc: ${error.message}`);
      return error.code;
    }
    session.note(`matching-rfc: internal error, please report it: ${(error as Error).stack ?? String(error)}`);
    return 70;
  }
}
