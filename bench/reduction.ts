/** `npm run bench -- --reduction`: what reduced searches leave out, of one session and of two at once. */
import { type Departure, scenario } from '../machines/systems/baseline.ts';
import { threeParty } from '../machines/systems/three-party.ts';
import { twoSessions } from '../machines/systems/two-sessions.ts';
import { check, checkReduced } from '../src/check/index.ts';
import type { System } from '../src/model/index.ts';
import type { MeasuredReduction, ReducedSize, ReductionRecord } from '../src/reference/reduction-block.ts';
import { machineNow } from './record.ts';

/** Larger squares are not searched whole: two systems that share nothing have so many states as one has, times as many. */
const SEARCHED = 3_000_000;

const sessions: readonly Departure[] = [
  { name: 'one transfer' },
  { name: 'files of four pieces', pieces: 4 },
  { name: 'files of 400 pieces', pieces: 400 },
  { name: 'any wait may time out', ncp: { timeouts: true }, server: { timeouts: true } },
  { name: 'ABOR at any time', user: { mayAbort: true } },
  {
    name: 'ABOR at any time, any wait may time out',
    user: { mayAbort: true },
    ncp: { timeouts: true },
    server: { timeouts: true },
  },
  {
    name: 'two transfers, ABOR at any time, the user cleans up',
    plan: { transfers: 2 },
    user: { mayAbort: true, cleansUp: true },
  },
];

/** Searches each scenario whole and reduced, alone and beside itself. */
export function measuredReduction(): ReductionRecord {
  const machine = machineNow();
  const recorded = new Date().toISOString().slice(0, 10);
  return { machine, recorded, scenarios: sessions.map(measured) };
}

function measured(departure: Departure): MeasuredReduction {
  const made = scenario(departure);
  const [one, two] = [threeParty(made), twoSessions(made)];
  const whole = check(one, { loops: false });
  const square = whole.states ** 2;
  const searched = square <= SEARCHED ? wholeOf(two) : undefined;
  return {
    scenario: departure.name,
    one: {
      states: whole.states,
      longestWay: Math.max(...whole.outcomes.map(({ path }) => path.steps.length)),
      ...reducedOf(one),
    },
    two: {
      states: searched?.states ?? square,
      ...(searched && { milliseconds: searched.milliseconds }),
      ...reducedOf(two),
    },
  };
}

function wholeOf(system: System): { readonly states: number; readonly milliseconds: number } {
  const { states, cost } = check(system, { loops: false });
  return { states, milliseconds: cost.milliseconds };
}

function reducedOf(system: System): ReducedSize {
  const { states, reduced, cost } = checkReduced(system);
  return { reduced: states, largest: reduced!.largest, reducedMilliseconds: cost.milliseconds };
}
