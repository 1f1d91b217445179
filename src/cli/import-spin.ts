import { explore } from '../check/index.ts';
import { promelaOf } from '../export/promela/promela.ts';
import { modelHash } from '../trace/index.ts';
import { importSpin, SpinTrailError } from '../trace/import-spin.ts';

import { Failure } from './failure.ts';
import type { TrailReader } from './trail-reader.ts';

/** What SPIN prints in a guided simulation of an export. Whatever no other reader knows is taken for that. */
export const spinTrails: TrailReader = {
  name: 'SPIN',
  reads: () => true,
  read: (text, { name, families }, system) => {
    const explored = explore(system);
    const refuses = explored.full !== undefined;
    const words = promelaOf({ name, families, model: modelHash(system), ...explored, refuses });
    try {
      return importSpin(text, words);
    } catch (error) {
      if (error instanceof SpinTrailError) throw new Failure(error.message);
      throw error;
    }
  },
};
