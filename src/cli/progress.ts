import type { Progress } from './searches.ts';
import type { Session } from './session.ts';

/** The line that tells how far the searches are, ten times a second on a terminal. */
export class ProgressLine {
  readonly #session: Pick<Session, 'status' | 'glyphs'>;
  readonly #total: number;
  readonly #now: () => number;
  readonly #began: number;
  readonly #running = new Map<string, Progress>();
  #done = 0;
  #finishedStates = 0;
  #lastFrontier = 0;
  #trend = '';

  constructor(session: Pick<Session, 'status' | 'glyphs'>, total: number, now: () => number = Date.now) {
    this.#session = session;
    this.#total = total;
    this.#now = now;
    this.#began = now();
  }

  /** Notes how far one search has come, and shows it. */
  moved(name: string, progress: Progress): void {
    this.#running.set(name, progress);
    this.#session.status(this.text());
  }

  /** Notes that a search has ended with so many states. */
  finished(name: string, states: number): void {
    this.#running.delete(name);
    this.#done++;
    this.#finishedStates += states;
    this.#session.status(this.#done === this.#total ? '' : this.text());
  }

  text(): string {
    const running = [...this.#running.values()];
    const sum = (field: keyof Progress): number => running.reduce((total, progress) => total + progress[field], 0);
    const seconds = Math.max(0.001, (this.#now() - this.#began) / 1000);
    const states = this.#finishedStates + sum('states');
    const frontier = sum('frontier');
    if (frontier !== this.#lastFrontier) this.#trend = this.#arrow(frontier);
    this.#lastFrontier = frontier;
    return [
      `checking ${this.#done}/${this.#total}`,
      [...this.#running.keys()][0] ?? '',
      `states ${grouped(states)} (${short(states / seconds)}/s)`,
      `frontier ${grouped(frontier)}${this.#trend}`,
      `depth ${Math.max(0, ...running.map(({ depth }) => depth))}`,
      `mem ${Math.round(sum('bytes') / 1e6)} MB`,
      `${seconds.toFixed(1)}s`,
    ]
      .filter(Boolean)
      .join('  ');
  }

  #arrow(frontier: number): string {
    const grows = frontier > this.#lastFrontier;
    return this.#session.glyphs.text('→') === '→' ? (grows ? ' ↑' : ' ↓') : grows ? ' +' : ' -';
  }
}

/** A number with commas between its thousands. */
export const grouped = (value: number): string => value.toLocaleString('en');

/** A number of things: 1 run, 2 runs. */
export const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** A number in at most four signs: 573k, 1.2M. */
export function short(value: number): string {
  if (value < 1000) return String(Math.round(value));
  return value < 1e6 ? `${Math.round(value / 1000)}k` : `${(value / 1e6).toFixed(1)}M`;
}
