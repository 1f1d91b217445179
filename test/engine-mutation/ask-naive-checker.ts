import type { TestProject } from 'vitest/node';

import { naiveCheck, type NaiveReport } from '../reference/naive.ts';
import { cases } from './cases.ts';

const maxStates = 150;

declare module 'vitest' {
  interface ProvidedContext {
    /** What the naive checker says of each case; none where it is refused or too large. */
    naive: (NaiveReport | undefined)[];
  }
}

/** Asks the naive checker once for all mutants: it shares no mutated file, and is slow. */
export default function setup({ provide }: TestProject): void {
  provide(
    'naive',
    cases.map(({ system, families }) => {
      try {
        const report = naiveCheck(system, families, maxStates);
        return report.states > maxStates ? undefined : report;
      } catch {
        return undefined;
      }
    }),
  );
}
