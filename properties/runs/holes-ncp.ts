/**
 * Holes that only two sockets on their own can show: H38, a request for exactly the pair that is open.
 */
import { twoSockets } from '../../machines/systems/two-sockets.ts';
import { twoSocketsSetting } from '../../machines/systems/two-sockets-settings.ts';
import type { Run } from '../../src/model/index.ts';
import { conductOfNcps } from '../ncp-conduct.ts';
import { ncpMatching } from '../ncp-matching.ts';
import { ncpForgetful } from '../ncp-outage.ts';
import { processConduct } from '../process-conduct.ts';
import { expectedOf } from './transfer-run.ts';

const forgotten = twoSocketsSetting('crash-restart');
const options = ['ignore', 'restart'] as const;

export const ncpHoleRuns: readonly Run[] = options.map((repeatedRequest) => {
  const name = `holes/H38/forgotten/${repeatedRequest}`;
  return {
    name,
    summary: `H38: a host crashes, forgets, and asks for the pair that the other holds open: ${repeatedRequest}`,
    system: () => twoSockets({ ...forgotten, knobs: { repeatedRequest } }),
    families: [ncpMatching, ncpForgetful, conductOfNcps('wire.B>C'), processConduct],
    get expected() {
      return expectedOf(name);
    },
    bounds: 'calls and data as in the run two-sockets/crash-restart; 1 crash; queues of 8 never full',
  };
});
