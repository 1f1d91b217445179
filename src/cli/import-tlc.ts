import { explore } from '../check/index.ts';
import { tlaOf } from '../export/tla/tla.ts';
import { modelHash } from '../trace/index.ts';
import { importTlc, TlcTraceError } from '../trace/import-tlc.ts';

import { Failure } from './failure.ts';
import type { TrailReader } from './trail-reader.ts';

/** What TLC writes of a counterexample with `-dumpTrace json`. */
export const tlcTraces: TrailReader = {
  name: 'TLC',
  reads: (text) => text.trimStart().startsWith('{'),
  read: (text, { name, families }, system) => {
    const explored = explore(system);
    const refuses = explored.full !== undefined;
    try {
      return importTlc(text, tlaOf({ name, families, model: modelHash(system), ...explored, refuses }));
    } catch (error) {
      if (error instanceof TlcTraceError) throw new Failure(error.message);
      throw error;
    }
  },
};
