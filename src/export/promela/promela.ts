import type { Composition, StateStore } from '../../compose/index.ts';
import type { Family } from '../../model/index.ts';

/** What a Promela text is written from: a run, explored to its end, so that its tables know every move there is. */
export type PromelaSubject = {
  readonly name: string;
  readonly families: readonly Family[];
  /** The name of the model, as trace files give it. */
  readonly model: string;
  readonly composition: Composition;
  readonly store: StateStore;
  /** Whether some step was refused because it would have sent to a full channel. */
  readonly refuses: boolean;
};

/** `rules` read best; `tables` are C arrays, which SPIN runs faster. */
export type PromelaForm = 'rules' | 'tables';

/** The composed system of a run in Promela, and what of the run the text leaves out. */
export function promelaOf(subject: PromelaSubject, form: PromelaForm): { text: string; leftOut: readonly string[] } {
  return { text: `/* ${subject.name}, ${form} */\n`, leftOut: [] };
}
