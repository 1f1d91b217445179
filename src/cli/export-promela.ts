import { promelaOf, promelaTablesOf } from '../export/promela/promela.ts';

import type { ExportFormat } from './export-formats.ts';

/** Promela, for SPIN 6.5. */
export const promela: ExportFormat = {
  name: 'promela',
  summary: 'Promela, for SPIN',
  options: {
    tables: { type: 'boolean', summary: 'promela: C tables instead of rules: steps only, faster for SPIN' },
  },
  write: ({ run, explored, model, given }) => {
    const refuses = explored.full !== undefined;
    const subject = { name: run.name, families: run.families, model, ...explored, refuses };
    return given['tables'] === true ? promelaTablesOf(subject) : promelaOf(subject);
  },
};
