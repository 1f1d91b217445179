import { check } from '../check/index.ts';
import {
  ModelError,
  type JudgedMutant,
  type MutantFate,
  type MutantName,
  type Report,
  type Run,
  type System,
} from '../model/index.ts';
import { affectedRuns } from './affected.ts';
import { type Original, changedBehaviour, originalOf } from './changed-behaviour.ts';
import type { KnownCharts } from './known-charts.ts';
import type { Mutant } from './mutants.ts';
import { type RunFacts, factsOf, tellingClaims } from './telling-claims.ts';

/** How many more states than the original a mutant may have before it has grown beyond its bounds. */
const bound = (states: number): number => 8 * states + 2000;

/** What one run makes of a mutant. */
type Seen = {
  readonly run: number;
  readonly fate: Exclude<MutantFate, 'equivalent' | 'open'>;
  readonly by: readonly string[];
  readonly detail?: string;
};

/** Checks mutants against the runs of a manifest. */
export class Judge {
  readonly #runs: readonly Run[];
  readonly #charts: KnownCharts;
  readonly #facts = new Map<number, RunFacts>();
  readonly #originals = new Map<number, Original>();

  constructor(runs: readonly Run[], charts: KnownCharts) {
    this.#runs = runs;
    this.#charts = charts;
  }

  /**
   * What becomes of a mutant: checked in the runs in which it can make a difference, the smallest first, until a claim
   * tells it from the original; where none does, compared with the original in all of them.
   */
  judge(mutant: Mutant): JudgedMutant {
    const { id, subject, operator, says } = mutant;
    const name: MutantName = { id, subject, operator, says };
    const { sizes } = this.#charts;
    const affected = [...this.#affected(mutant)].sort((a, b) => sizes[a]! - sizes[b]! || a - b);
    const affects = affected.length;
    if (affects === 0) return { ...name, fate: 'equivalent', affects, proof: 'same tables' };
    const seen: Seen[] = [];
    for (const run of affected) {
      const found = this.#seen(mutant, run);
      seen.push(found);
      if (found.fate === 'claims') {
        return { ...name, fate: 'claims', affects, run: this.#runs[run]!.name, by: found.by };
      }
    }
    return { ...name, affects, ...this.#untold(mutant, seen) };
  }

  /** The counterexample by which a claim or protocol error tells a mutant in a run. @throws ModelError as `check` does. */
  report(mutant: Mutant, run: Run): Report | undefined {
    const system = mutant.edited(run.system());
    if (system === undefined) return undefined;
    const place = this.#runs.indexOf(run);
    return check(system, { families: run.families, maxStates: bound(this.#charts.sizes[place]!) });
  }

  #affected({ chart, subject, edited }: Mutant): ReadonlySet<number> {
    const known = this.#charts.all.find((one) => one.chart.id === subject);
    if (chart && known) return affectedRuns(known, chart);
    return new Set(this.#charts.systems.flatMap((system, run) => (edited(system) === undefined ? [] : [run])));
  }

  #of(run: number): RunFacts {
    const known = this.#facts.get(run);
    if (known) return known;
    const { system, families } = this.#runs[run]!;
    const facts = factsOf(check(system(), { families }));
    this.#facts.set(run, facts);
    return facts;
  }

  #original(run: number): Original {
    const known = this.#originals.get(run) ?? originalOf(this.#charts.systems[run]!);
    this.#originals.set(run, known);
    return known;
  }

  #seen(mutant: Mutant, run: number): Seen {
    const original = this.#of(run);
    try {
      const report = this.report(mutant, this.#runs[run]!)!;
      const facts = factsOf(report);
      const by = tellingClaims(original, facts);
      if (by.length > 0) return { run, fate: 'claims', by };
      if (report.stopped !== undefined)
        return { run, fate: 'bound', by, detail: `more than ${bound(original.states)} states` };
      if (facts.outcomes !== original.outcomes)
        return { run, fate: 'outcomes', by, detail: `ends: ${facts.outcomes}, not ${original.outcomes}` };
      return { run, fate: facts.size === original.size ? 'survives' : 'counts', by };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      const grows = /local states/.test(error.message);
      return { run, fate: grows ? 'bound' : 'stillborn', by: [], detail: error.message.split('\n')[0]! };
    }
  }

  /** What becomes of a mutant that no claim tells. */
  #untold(mutant: Mutant, seen: readonly Seen[]): Pick<JudgedMutant, 'fate' | 'run' | 'detail' | 'proof'> {
    const first = (fate: Seen['fate']): Seen | undefined => seen.find((one) => one.fate === fate);
    const told =
      first('bound') ?? first('outcomes') ?? (seen.every(({ fate }) => fate === 'stillborn') ? seen[0] : undefined);
    const named = (one: Seen): { run: string } => ({ run: this.#runs[one.run]!.name });
    if (told) return { fate: told.fate, ...named(told), ...(told.detail !== undefined && { detail: told.detail }) };
    let open: Seen | undefined;
    for (const one of seen) {
      if (one.fate === 'stillborn') continue;
      const original = this.#original(one.run);
      const change = changedBehaviour(original, mutant.edited(original.system) as System);
      if (change === 'unknown') open ??= one;
      else if (change !== undefined)
        return { fate: first('counts') ? 'counts' : 'survives', ...named(one), detail: change };
    }
    if (open) return { fate: 'open', ...named(open) };
    const stillborn = first('stillborn');
    if (stillborn)
      return {
        fate: 'stillborn',
        ...named(stillborn),
        ...(stillborn.detail !== undefined && { detail: stillborn.detail }),
      };
    return { fate: 'equivalent', proof: 'bisimilar' };
  }
}
