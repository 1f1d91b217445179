import { aut } from '../export/aut.ts';

import type { ExportFormat } from './export-formats.ts';

/** The Aldebaran format, for CADP and mCRL2: the graph alone. */
export const aldebaran: ExportFormat = {
  name: 'aut',
  summary: 'the graph of states and steps (Aldebaran), for CADP and mCRL2',
  write: ({ explored }) => ({
    text: aut(explored),
    leftOut: ['the claims, the names of states and fairness: the format has labels of steps only'],
  }),
};
