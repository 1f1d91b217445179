import { promelaOf } from '../export/promela/promela.ts';

import type { ExportFormat } from './export-formats.ts';

/** Promela, for SPIN 6.5. */
export const promela: ExportFormat = {
  name: 'promela',
  summary: 'Promela, for SPIN',
  write: ({ run, explored, model }) =>
    promelaOf({ name: run.name, families: run.families, model, ...explored, refuses: explored.full !== undefined }),
};
