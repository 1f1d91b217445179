import { promelaOf } from '../export/promela/promela.ts';

import type { ExportFormat } from './export-formats.ts';

/** Promela, for SPIN 6.5. */
export const promela: ExportFormat = {
  name: 'promela',
  summary: 'Promela, for SPIN',
  options: {
    tables: {
      type: 'boolean',
      summary: 'promela: embedded C tables instead of rules: faster for SPIN, not for readers',
    },
  },
  write: ({ run, explored, model, given }) =>
    promelaOf(
      { name: run.name, families: run.families, model, ...explored, refuses: explored.full !== undefined },
      given['tables'] === true ? 'tables' : 'rules',
    ),
};
