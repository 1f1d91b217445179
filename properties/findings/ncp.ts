/** Why claims about an NCP do not hold, each with the run whose trace shows it best. */
import type { Finding } from '../../src/model/index.ts';

export const ncpFindings: readonly Finding[] = [];
