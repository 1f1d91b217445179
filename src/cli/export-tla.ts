import { tlaOf } from '../export/tla/tla.ts';

import type { ExportFormat } from './export-formats.ts';

/** TLA+, for TLC: a module and its configurations. */
export const tla: ExportFormat = {
  name: 'tla',
  summary: 'TLA+, for TLC: a module and its configurations, in the folder that -o names',
  partial: true,
  folder: true,
  write: ({ run, explored, model }) => {
    const { module, text, configurations, leftOut } = tlaOf({
      name: run.name,
      families: run.families,
      model,
      ...explored,
      refuses: explored.full !== undefined,
    });
    return { text, name: { base: module, ending: '.tla' }, beside: configurations, leftOut };
  },
};
