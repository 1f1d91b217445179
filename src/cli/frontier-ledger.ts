import { type Decided, isCode } from '../frontier/index.ts';

import { Failure } from './failure.ts';
import type { Session } from './session.ts';

/** For each claim of a plan a sign, `.` where it is not decided, and the lengths that there are, by the claim's place. */
type Entry = { readonly codes: string; readonly steps: Readonly<Record<string, number>> };
type Kept = {
  readonly specification: string;
  readonly landscapes: Readonly<
    Record<string, { readonly claims: readonly string[]; readonly points: Record<string, Entry> }>
  >;
};

/** How long a ledger may be older than what was found. */
const pause = 15_000;

/**
 * What the searches of a survey have decided so far. With a file it is kept there while the survey goes on, and a survey
 * of the same specification begins with what it holds.
 */
export class Ledger {
  readonly #session: Session;
  readonly #specification: string;
  readonly #file: string | undefined;
  readonly #known = new Map<string, Map<string, Map<string, Decided>>>();
  #written = Date.now();

  private constructor(session: Session, specification: string, file: string | undefined) {
    this.#session = session;
    this.#specification = specification;
    this.#file = file;
  }

  /** @throws Failure (22) at a file of another specification or one that is not whole. */
  static async open(session: Session, specification: string, file: string | undefined): Promise<Ledger> {
    const ledger = new Ledger(session, specification, file);
    const text = file === undefined ? undefined : await textOf(file, session);
    if (file !== undefined && text !== undefined) ledger.#read(text, file);
    return ledger;
  }

  /** What is known of a point. */
  at(landscape: string, key: string): ReadonlyMap<string, Decided> | undefined {
    return this.#known.get(landscape)?.get(key);
  }

  /** Notes what a search has decided. */
  async note(landscape: string, key: string, found: ReadonlyMap<string, Decided>): Promise<void> {
    this.#put(landscape, key, found);
    if (this.#file !== undefined && Date.now() - this.#written > pause) await this.keep();
  }

  /**
   * Writes the file, if there is one, with what another survey has kept there meanwhile.
   *
   * @throws Failure (22) where something else has taken its place.
   */
  async keep(): Promise<void> {
    if (this.#file === undefined) return;
    this.#written = Date.now();
    const there = await textOf(this.#file, this.#session);
    if (there !== undefined) this.#read(there, this.#file);
    const landscapes = Object.fromEntries(
      [...this.#known].map(([landscape, points]) => {
        const claims = [...new Set([...points.values()].flatMap((found) => [...found.keys()]))].sort();
        return [
          landscape,
          { claims, points: Object.fromEntries([...points].map(([key, found]) => [key, entry(claims, found)])) },
        ];
      }),
    );
    await this.#session.writeFile(
      this.#file,
      JSON.stringify({ specification: this.#specification, landscapes } satisfies Kept),
    );
  }

  #put(landscape: string, key: string, found: ReadonlyMap<string, Decided>): void {
    const points = this.#known.get(landscape) ?? new Map<string, Map<string, Decided>>();
    this.#known.set(landscape, points);
    points.set(key, new Map([...(points.get(key) ?? []), ...found]));
  }

  #read(text: string, file: string): void {
    let kept: Kept;
    try {
      kept = JSON.parse(text) as Kept;
      for (const [landscape, { claims, points }] of Object.entries(kept.landscapes))
        for (const [key, { codes, steps }] of Object.entries(points))
          this.#put(landscape, key, new Map(claims.flatMap((claim, place) => decidedAt(codes, steps, claim, place))));
    } catch {
      throw new Failure(`${file} is no survey that was kept, or not whole; name another file, or remove it`, 22);
    }
    if (kept.specification !== this.#specification) {
      throw new Failure(`${file} is a survey of another specification; name another file, or remove it`, 22);
    }
  }
}

/** The text of a file; undefined without one. */
async function textOf(file: string, { readFile }: Pick<Session, 'readFile'>): Promise<string | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function entry(claims: readonly string[], found: ReadonlyMap<string, Decided>): Entry {
  const steps: Record<string, number> = {};
  claims.forEach((claim, place) => {
    const length = found.get(claim)?.steps;
    if (length !== undefined) steps[place] = length;
  });
  return { codes: claims.map((claim) => found.get(claim)?.code ?? '.').join(''), steps };
}

function decidedAt(codes: string, steps: Entry['steps'], claim: string, place: number): [string, Decided][] {
  const code = codes[place] ?? '.';
  const length = steps[place];
  if (code === '.') return [];
  if (!isCode(code)) throw new Error(`${code} is no verdict`);
  return [[claim, { code, ...(length !== undefined && { steps: length }) }]];
}
