import { type Composition, type StateStore, stepsOf } from '../compose/index.ts';
import type { Message, Step, System } from '../model/index.ts';

/** The graph of a system that was explored to its end, with what its edges are made of. */
export type AutSubject = {
  readonly composition: Composition;
  readonly store: StateStore;
  readonly graph: {
    readonly states: number;
    /** The edges of state `s` are `offsets[s]` up to `offsets[s + 1]`, in the order of the steps. */
    readonly offsets: Uint32Array;
    readonly targets: Uint32Array;
  };
};

/** How many lines come in one piece. */
const PIECE = 4096;

/**
 * The graph in the Aldebaran format, as CADP and mCRL2 read it: `des (first state, transitions, states)`, then a line for
 * each step, its label in quotes. Comes in pieces of whole lines, so that a large graph is never one text.
 *
 * A step that a full channel refuses is no transition.
 *
 * Source    CADP, manual page `aut`; mCRL2, user manual, "Labelled transition systems".
 */
export function* aut({ composition, store, graph }: AutSubject): Generator<string> {
  const { states, offsets, targets } = graph;
  const components = new Int32Array(composition.clusters.length + composition.queues.length);
  let lines = [`des (0, ${offsets[states]!}, ${states})`];
  for (let state = 0; state < states; state++) {
    store.read(state, components);
    const steps = stepsOf(composition, components).filter(({ after }) => after !== undefined);
    steps.forEach(({ step }, place) => {
      lines.push(`(${state}, "${stepLabel(composition.description, step)}", ${targets[offsets[state]! + place]!})`);
    });
    if (lines.length < PIECE) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** A step in words that a label may hold: no quotation marks, one line. */
export function stepLabel({ label }: System, { kind, party, channel, message }: Step): string {
  const text = kind === 'own' ? plainText(message) : (label?.(message) ?? plainText(message));
  const words = kind === 'own' ? `${party} does ${text}` : `${channel} ${kind}s ${text} to ${party}`;
  return words.replaceAll('"', "'").replaceAll(/\s+/g, ' ');
}

function plainText({ type, ...fields }: Message): string {
  const values = Object.values(fields).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value ?? null),
  );
  return [type, ...values].join(' ');
}
