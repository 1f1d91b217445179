/** What the exhaustive search of a system knows, to be held against live runs of it. */
import { check, explore, type Explored } from '../../src/check/index.ts';
import { endLoops } from '../../src/check/end-loops.ts';
import { restsOf } from '../../src/check/liveness.ts';
import type { Claim, Report, System, Verdict } from '../../src/model/index.ts';

/** Larger systems are not explored to the end: what follows from all states is then not known of them. */
const maxStates = 40_000;

/** A system explored as far as the limit allows. */
export class Survey {
  readonly system: System;
  readonly explored: Explored;
  /** Of the protocol errors and outcomes; claims are checked when they are asked for. */
  readonly report: Report;
  readonly #rests: Uint8Array;
  /** By the lowest state of each fair loop without progress: what the loop is called. */
  readonly #loops: ReadonlyMap<number, string>;
  readonly #verdicts = new Map<string, Verdict>();

  /** @throws ModelError when the system cannot be explored: a chart throws, a message leads nowhere. */
  constructor(system: System) {
    this.system = system;
    this.explored = explore(system, { maxStates });
    this.report = check(system, { maxStates });
    const { graph, view } = this.explored;
    this.#rests = restsOf(graph);
    const nameOf = (state: number): string | undefined => system.ending(view(state))?.name;
    const loops = this.report.complete ? endLoops(graph, system.progress ?? [], nameOf) : [];
    this.#loops = new Map(loops.map(({ lowest }) => [lowest, system.ending(view(lowest))?.name ?? 'livelock']));
  }

  /** The names of all ends that fair runs from a state on can come to. Of a complete search only. */
  endsFrom(state: number): ReadonlySet<string> {
    const { graph, view } = this.explored;
    const seen = new Uint8Array(graph.states);
    const names = new Set<string>();
    const open = [state];
    seen[state] = 1;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (this.#rests[next] === 1) names.add(this.system.ending(view(next))?.name ?? 'deadlock');
      const loop = this.#loops.get(next);
      if (loop !== undefined) names.add(loop);
      for (let edge = graph.offsets[next]!; edge < graph.offsets[next + 1]!; edge++) {
        const target = graph.targets[edge]!;
        if (seen[target] === 0) open.push(target);
        seen[target] = 1;
      }
    }
    return names;
  }

  /** What the search says of a claim. */
  verdictOn(claim: Claim): Verdict {
    const known = this.#verdicts.get(claim.name);
    if (known !== undefined) return known;
    const { verdicts } = check(this.system, { maxStates, families: [{ name: 'asked for', claims: [claim] }] });
    const verdict = verdicts[0]!;
    this.#verdicts.set(claim.name, verdict);
    return verdict;
  }
}
