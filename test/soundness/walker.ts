/**
 * The smallest systems: one party that walks along arrows. And what all judges say of a system.
 */
import { setup } from 'xstate';
import { expect } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { Ending, Fairness, Family, OwnStep, Report, System, View } from '../../src/model/index.ts';
import { expectAgreement } from '../check/expect-agreement.ts';
import { naiveCheck } from '../reference/naive.ts';

/** From where to where, by which event. */
export type Arrow = readonly [from: string, event: string, to: string];

type Walk = {
  readonly arrows: readonly Arrow[];
  /** By event; steps of several events are one obligation where they share a class. */
  readonly own: Readonly<Record<string, Fairness | { readonly fairness: Fairness; readonly class: string }>>;
  readonly ending?: (state: View) => Ending | undefined;
  readonly progress?: readonly string[];
};

/** A party `it` that starts where the first arrow does. All ends are fine unless `ending` says otherwise. */
export function walker(name: string, { arrows, own, ending, progress }: Walk): System {
  const places = [...new Set(arrows.flatMap(([from, , to]) => [from, to]))];
  const chart = setup({ actions: { send: () => {} } }).createMachine({
    initial: places[0]!,
    states: Object.fromEntries(
      places.map((place) => {
        const leaving = arrows.filter(([from]) => from === place);
        return [
          place,
          { on: Object.fromEntries(leaving.map(([, event, to]) => [event, { target: to, reenter: true }])) },
        ];
      }),
    ),
  });
  const steps = Object.entries(own).map(([type, kind]): OwnStep => ({
    event: { type },
    ...(typeof kind === 'string' ? { fairness: kind } : kind),
  }));
  return {
    name,
    parties: { it: { chart, own: steps } },
    channels: {},
    ending: ending ?? (() => ({ name: 'stays', fine: true })),
    ...(progress && { progress }),
  };
}

/** Whether the walker is at one of these places. */
export const at =
  (...places: readonly string[]) =>
  ({ party }: View): boolean =>
    places.some((place) => party['it']!.matches(place));

/**
 * What is said of a system by the engine in both its forms and by the naive checker; they have to agree, each path has
 * to be one of live actors and to show what it is said to show.
 */
export function judged(system: System, families: readonly Family[] = []): Report {
  const naive = naiveCheck(system, families);
  const [report] = (['interpreted', 'generated'] as const).map((engine) => {
    const found = check(system, { families, engine });
    expectAgreement({ system, families }, naive, found);
    return found;
  });
  return report!;
}

/** A claim's verdict, and the events of the path that shows it, those that repeat in brackets. */
export function said({ verdicts }: Report, name: string): readonly [verdict: string, events?: string] {
  const found = verdicts.find(({ claim }) => claim === name);
  expect(found, `a verdict of "${name}"`).toBeDefined();
  const { verdict, path } = found!;
  if (path === undefined) return [verdict];
  const events = path.steps.map(({ message }) => message.type);
  const { loop = events.length } = path;
  const round = loop < events.length ? [`(${events.slice(loop).join(' ')})`] : [];
  return [verdict, [...events.slice(0, loop), ...round].join(' ')];
}
