import { collide, colourless, fit, type Ink, type Paint, type Piece, row } from './canvas.ts';
import { type Glyphs, unicode } from './glyphs.ts';
import { gutter, type LaneLayout, layOut } from './lane-layout.ts';
import { caption, isCrowded, note, repeats } from './lane-text.ts';
import type { Episode, Story, Told } from './story.ts';
import { doomLine, doomedWithin, marksSteps } from './why-text.ts';

export type LadderOptions = {
  /** How wide the drawing may be. Default 120. */
  readonly columns?: number;
  readonly glyphs?: Glyphs;
  readonly paint?: Paint;
  /** Whether the last step is where a claim breaks. */
  readonly breaks?: boolean;
};

/**
 * A story as a sequence chart in text: a lane for each party or host, a numbered row for each step.
 *
 * A message that is taken later than the step after the one that sent it shows twice: as a stub where it is sent, and
 * as an arrow where it is received, with the number of the sending step.
 *
 * @returns the lines, or undefined when the lanes do not fit into the columns.
 */
export function ladder(story: Story, options: LadderOptions = {}): readonly string[] | undefined {
  const { columns = 120, glyphs = unicode, paint = colourless, breaks = false } = options;
  const told = spoken(story, glyphs);
  const layout = layOut(told, (episode) => caption(told, episode, glyphs), columns);
  if (!layout) return undefined;
  const draw = new Drawing(told, layout, glyphs);
  const lines = draw.heading().map((pieces) => row(pieces, paint));
  const doomed = doomedWithin(told);
  told.episodes.forEach((_, index) => {
    const broken = breaks && told.loop === undefined && index === told.episodes.length - 1;
    lines.push(...draw.episode(index, broken).map((pieces) => row(pieces, paint)));
    if (index === doomed) lines.push(row(draw.doom(), paint));
  });
  if (told.loop !== undefined) {
    const text = `${glyphs.loop[3]} loop: ${repeats(told)}`;
    lines.push(row([{ at: gutter - 2, text, ink: 'bad' }], paint));
  }
  return lines;
}

/** The story with every text in signs that the terminal has. */
function spoken(story: Story, glyphs: Glyphs): Story {
  if (glyphs === unicode) return story;
  const { text } = glyphs;
  const told = (sent: Told): Told => ({ ...sent, text: text(sent.text) });
  return {
    ...story,
    episodes: story.episodes.map((episode) => ({
      ...episode,
      text: text(episode.text),
      sends: episode.sends.map(told),
    })),
  };
}

class Drawing {
  readonly #story: Story;
  readonly #layout: LaneLayout;
  readonly #glyphs: Glyphs;

  constructor(story: Story, layout: LaneLayout, glyphs: Glyphs) {
    this.#story = story;
    this.#layout = layout;
    this.#glyphs = glyphs;
  }

  /** The lanes' names, and the states that they start in where a lane is one party. */
  heading(): Piece[][] {
    const { lanes, laneOf, initial } = this.#story;
    const names = lanes.map((lane) => this.#centred(lane, lane, 'bold'));
    const notes = Object.entries(initial)
      .filter(([party]) => !isCrowded(this.#story, laneOf[party]!))
      .map(([party, state]) => this.#centred(laneOf[party]!, note(this.#story, { party, states: state }), 'dim'));
    return [names, ...this.#spread([], notes)];
  }

  /** All rows of one step: what happens, the calls within it, new states and messages put on their way. */
  episode(index: number, broken: boolean): Piece[][] {
    const episode = this.#story.episodes[index]!;
    const main = this.#main(episode, broken);
    const notes = this.#notes(episode);
    const calls = episode.sends.filter(({ from, to, direct }) => direct && this.#x(from) !== this.#x(to));
    const arrows = calls.map(({ from, to, text }) => this.#arrow(this.#x(from), this.#x(to), text, 'message'));
    const rows = [
      [...this.#lanes(), ...main],
      ...arrows.map((arrow) => [...this.#lanes(), ...arrow]),
      ...this.#spread(this.#lanes(), [...notes, ...this.#stubs(episode, index + 1, notes)]),
    ];
    rows[0]!.push({ at: 0, text: `${String(index + 1).padStart(3)}${this.#mark(index)}`, ink: 'plain' });
    return this.#bracketed(rows, index);
  }

  /** The line below the step after which the violation cannot be avoided. */
  doom(): Piece[] {
    const { loop, episodes } = this.#story;
    const { line, loop: bracket } = this.#glyphs;
    const text = `${line.repeat(3)} ${doomLine} ${line.repeat(3)}`;
    const doomed = doomedWithin(this.#story)!;
    const inside = loop !== undefined && doomed >= loop && doomed < episodes.length - 1;
    const side: Piece[] = inside ? [{ at: 4, text: bracket[1], ink: 'bad' }] : [];
    return [...side, { at: gutter - 1, text, ink: 'bad' }];
  }

  #mark(index: number): string {
    const marked = marksSteps(this.#story) && this.#story.why!.matters.includes(index);
    return marked ? this.#glyphs.matters : '';
  }

  #main(episode: Episode, broken: boolean): Piece[] {
    const { own, fault, sent, lost } = this.#glyphs;
    const text = caption(this.#story, episode, this.#glyphs);
    const x = this.#x(episode.party);
    const ink: Ink = broken ? 'bad' : episode.kind === 'lose' || episode.kind === 'duplicate' ? 'fault' : 'message';
    if (episode.kind === 'own') return [{ at: x, text: this.#cut(`${own} ${text}`, x), ink: broken ? 'bad' : 'bold' }];
    const from = episode.from === undefined ? undefined : this.#x(episode.from);
    if (from === undefined || from === x) {
      const sign = episode.kind === 'lose' ? lost : episode.kind === 'duplicate' ? fault : sent;
      return [{ at: x, text: this.#cut(`${sign} ${text}`, x), ink }];
    }
    return this.#arrow(from, x, text, ink, episode.kind === 'lose');
  }

  /** From one lane to another; a lost message stops short of the receiver. */
  #arrow(from: number, to: number, text: string, ink: Ink, stops = false): Piece[] {
    const { line, out, head, lost, cut } = this.#glyphs;
    const rightwards = to > from;
    const length = Math.abs(to - from);
    const body = ` ${fit(text, length - 5, cut)} `;
    const free = length - 1 - [...body].length;
    const lead = stops ? 1 : Math.floor(free / 2);
    const tail = (stops ? 1 : free - lead) - 1;
    const end = stops ? lost : head[rightwards ? 0 : 1];
    return rightwards
      ? [{ at: from, text: out[0] + line.repeat(lead) + body + line.repeat(tail + (stops ? 1 : 0)) + end, ink }]
      : [
          {
            at: to + (stops ? free - 2 : 1),
            text: end + line.repeat(tail + (stops ? 1 : 0)) + body + line.repeat(lead) + out[1],
            ink,
          },
        ];
  }

  #notes(episode: Episode): Piece[] {
    return episode.changes
      .filter(({ states }) => states !== '')
      .map((change) => this.#centred(this.#story.laneOf[change.party]!, note(this.#story, change), 'dim'));
  }

  /** Messages put on their way by this step and not taken by the next: beside the sender's note where there is room. */
  #stubs(episode: Episode, number: number, notes: readonly Piece[]): Piece[] {
    const { dash, thin, cut } = this.#glyphs;
    return episode.sends
      .filter(({ direct, receivedAt }) => !direct && receivedAt !== number + 1)
      .map(({ from, to, text }) => {
        const [start, end] = [this.#x(from), this.#x(to)];
        const short = fit(text, Math.max(8, Math.abs(end - start) - 5), cut);
        const own = notes.find(({ at, text }) => at <= start && start < at + text.length);
        if (end === start) return { at: start + 2, text: this.#cut(dash + short, start + 2), ink: 'message' };
        if (end > start) {
          const stub = dash.repeat(2) + short + thin;
          const beside = own ? own.at + own.text.length + 1 : start + 2;
          return { at: beside + stub.length < end ? beside : start + 2, text: stub, ink: 'message' };
        }
        const stub = thin + short + dash.repeat(2);
        const beside = own ? own.at - 1 - stub.length : start - 1 - stub.length;
        return { at: beside > end ? beside : start - 1 - stub.length, text: stub, ink: 'message' };
      });
  }

  /** Puts pieces into as few rows as they need not to touch. */
  #spread(background: readonly Piece[], pieces: readonly Piece[]): Piece[][] {
    const rows: Piece[][] = [];
    for (const piece of pieces) {
      const free = rows.find((others) => !others.some((other) => collide(other, piece)));
      if (free) free.push(piece);
      else rows.push([piece]);
    }
    return rows.map((row) => [...background, ...row]);
  }

  #bracketed(rows: Piece[][], index: number): Piece[][] {
    const { loop, episodes } = this.#story;
    if (loop === undefined || index < loop) return rows;
    const [first, middle, last] = this.#glyphs.loop;
    const ends = index === episodes.length - 1;
    if (ends && index === loop && rows.length === 1) rows.push(this.#lanes());
    rows.forEach((pieces, at) => {
      const text = at === 0 && index === loop ? first : ends && at === rows.length - 1 ? last : middle;
      pieces.push({ at: 4, text, ink: 'bad' });
    });
    return rows;
  }

  #lanes(): Piece[] {
    return Object.values(this.#layout.x).map((at) => ({ at, text: this.#glyphs.lane, ink: 'dim' }));
  }

  #centred(lane: string, text: string, ink: Ink): Piece {
    const x = this.#layout.x[lane]!;
    const short = fit(text, 40, this.#glyphs.cut);
    const half = Math.floor([...short].length / 2);
    const latest = Math.max(gutter, this.#layout.width - [...short].length);
    return { at: Math.min(latest, Math.max(gutter - 1, x - half)), text: short, ink };
  }

  #cut(text: string, at: number): string {
    return fit(text, Math.max(12, this.#layout.width - at), this.#glyphs.cut);
  }

  #x(party: string): number {
    return this.#layout.x[this.#story.laneOf[party]!]!;
  }
}
