import { type System, canonical } from '../model/index.ts';
import type { Mutant } from './mutants.ts';

type Knobs = Readonly<Record<string, unknown>>;

/** The knobs of a party: what stands in the field of that name of its input. */
const knobsOf = ({ input }: System['parties'][string]): Knobs =>
  (input as { readonly knobs?: Knobs } | undefined)?.knobs ?? {};

/** For each chart, knob, and ordered pair of its values in the systems: the first party that has the one gets the other. */
export function knobMutants(systems: readonly System[]): readonly Mutant[] {
  const known = new Map<string, { chart: string; knob: string; values: Map<string, unknown> }>();
  for (const party of systems.flatMap(({ parties }) => Object.values(parties))) {
    for (const [knob, value] of Object.entries(knobsOf(party))) {
      const key = `${party.chart.id} ${knob}`;
      const found = known.get(key) ?? { chart: party.chart.id, knob, values: new Map() };
      known.set(key, found);
      found.values.set(canonical(value), value);
    }
  }
  return [...known.values()].flatMap(({ chart, knob, values }) =>
    [...values].flatMap(([from, was]) =>
      [...values]
        .filter(([to]) => to !== from)
        .map(([to, value]): Mutant => ({
          id: ['knobs', chart, knob, `${plain(was)}-becomes-${plain(value)}`].join('/'),
          subject: 'knobs',
          operator: 'knob flipped',
          says: `the knob ${knob} of the first ${chart} in which it is ${from} is ${to}`,
          edited: (system) => flipped(system, chart, knob, from, value),
        })),
    ),
  );
}

const plain = (value: unknown): string => String(value).replaceAll(/[^\w.]+/g, '-');

function flipped(system: System, chart: string, knob: string, from: string, value: unknown): System | undefined {
  const first = Object.entries(system.parties).find(
    ([, party]) => party.chart.id === chart && canonical(knobsOf(party)[knob] ?? null) === from,
  );
  if (first === undefined) return undefined;
  const [name, party] = first;
  const input = { ...(party.input as object), knobs: { ...knobsOf(party), [knob]: value } };
  return { ...system, parties: { ...system.parties, [name]: { ...party, input } } };
}
