import { nearest } from '../model/index.ts';

import type { ExitCode } from './exit-codes.ts';

/** Something that the user can mend: one clear line, and the exit code that goes with it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode = 150) {
    super(message);
    this.code = code;
  }
}

/** The first six of many names, and how many more there are. */
export function shortened(names: readonly string[]): string {
  const rest = names.length > 6 ? `, and ${names.length - 6} more` : '';
  return `${names.slice(0, 6).join(', ')}${rest}`;
}

/** "no run x; did you mean y?", or the names there are when none is near. */
export function unknown(what: string, name: string, known: readonly string[]): Failure {
  const near = nearest(name, known);
  const shown = known.length > 12 ? [...known.slice(0, 12), '...'] : known;
  return new Failure(
    `there is no ${what} "${name}"; ${near ? `did you mean "${near}"?` : `known: ${shown.join(', ')}`}`,
  );
}
