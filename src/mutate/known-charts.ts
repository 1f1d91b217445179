import { explore } from '../check/index.ts';
import { type Chart, type Message, type Run, type System, canonical, localText } from '../model/index.ts';
import { type KnownLocal, type KnownReaction, Reactions } from '../tabulate/index.ts';
import type { Alphabet } from './sends.ts';

/** A question that a chart was asked in some runs: what it does in a local state on an event. */
export type Asked = {
  readonly local: KnownLocal;
  readonly event: Message;
  /** The runs, by their places in the manifest. */
  readonly runs: Set<number>;
  /** What the chart answered; asked for when it is first wanted. */
  answer?: KnownReaction;
};

/** A start of a chart: its input, and the runs in which a party has it. */
export type Start = {
  readonly input: unknown;
  readonly runs: Set<number>;
  /** What the chart does then, as one text; asked for when it is first wanted. */
  answer?: string;
};

/** All that a chart is asked in the runs of a manifest, and all that it says. */
export type KnownChart = {
  readonly chart: Chart;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly starts: ReadonlyMap<string, Start>;
  readonly alphabet: Alphabet;
  /** The chart itself, to be asked again. */
  readonly reactions: Reactions;
};

/** All charts of the runs, in the order in which they appear there. */
export type KnownCharts = {
  readonly all: readonly KnownChart[];
  readonly systems: readonly System[];
  /** How many states each system has. */
  readonly sizes: readonly number[];
};

type Growing = Omit<KnownChart, 'alphabet' | 'asked' | 'starts'> & {
  readonly asked: Map<string, Asked>;
  readonly starts: Map<string, Start>;
  readonly said: Map<string, Map<string, Message>>;
};

/**
 * Explores every run, and keeps what each chart was asked there: two runs in which a chart and its mutant answer all of it
 * alike have the same graph.
 *
 * @param explored called after each run.
 * @throws ModelError when a system cannot be evaluated.
 */
export function knownCharts(runs: readonly Run[], explored: (place: number) => void = () => {}): KnownCharts {
  const charts = new Map<string, Growing>();
  const systems = runs.map((run) => run.system());
  const sizes = systems.map((system, place) => {
    const states = gather(system, place, charts);
    explored(place);
    return states;
  });
  return { all: [...charts.values()].map(withAlphabet), systems, sizes };
}

function gather(system: System, run: number, charts: Map<string, Growing>): number {
  const { states, composition } = explore(system);
  const { parties } = composition;
  for (const { name, table } of parties.list) {
    const { chart, input, ports = {} } = system.parties[name]!;
    const known = charts.get(chart.id) ?? started(chart, input);
    charts.set(chart.id, known);
    noted(known.starts, canonical(input ?? null), run, (runs) => ({ input, runs }));
    const portOf = new Map(Object.entries(ports).map(([port, channel]) => [channel, port]));
    const say = ({ sends }: typeof table.initial): void => {
      for (const { channel, message } of sends) {
        const said = parties.messages.at(message);
        const port = portOf.get(channel)!;
        known.said.set(port, (known.said.get(port) ?? new Map()).set(canonical(said), said));
      }
    };
    say(table.initial);
    const texts = table.locals.snapshots.map((snapshot) => localText(snapshot));
    for (const { local, message, reaction } of table.entries()) {
      const event = parties.messages.at(message);
      noted(known.asked, `${texts[local]} ${canonical(event)}`, run, (runs) => ({
        local: table.locals.snapshots[local]!,
        event,
        runs,
      }));
      say(reaction);
    }
  }
  return states;
}

const started = (chart: Chart, input: unknown): Growing => ({
  chart,
  asked: new Map(),
  starts: new Map(),
  said: new Map(),
  reactions: new Reactions(chart, input),
});

function noted<T extends { readonly runs: Set<number> }>(
  known: Map<string, T>,
  key: string,
  run: number,
  make: (runs: Set<number>) => T,
): void {
  const found = known.get(key) ?? make(new Set());
  known.set(key, found);
  found.runs.add(run);
}

/** Messages in the order of their texts, ports in the order of their names. */
function withAlphabet({ said, ...known }: Growing): KnownChart {
  const ports = [...said].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = (messages: ReadonlyMap<string, Message>): readonly Message[] =>
    [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, message]) => message);
  return { ...known, alphabet: new Map(ports.map(([port, messages]) => [port, sorted(messages)])) };
}
