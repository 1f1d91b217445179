import type { Captions } from '../captions.ts';
import { repeats } from '../lane-text.ts';
import { deed, details } from '../listing.ts';
import type { Story } from '../story.ts';
import { type Arrow, arrows } from './arrows.ts';
import { type Aside, asides } from './asides.ts';
import { type Frame, frame, headHeight, type Pill, pillHeight } from './frame.ts';
import { placeLabels, type Placed } from './label-places.ts';
import { element, escaped, px } from './markup.ts';
import { styleSheet, type Theme, themeClass } from './theme.ts';
import { wrapped } from './text-width.ts';
import { sizes } from './theme.ts';

/** Colours and captions of a ladder. */
export type LadderSvgOptions = Captions & {
  /** Default `auto`. */
  readonly theme?: Theme;
};

const margin = 14;
const lineHeight = 15;

/**
 * A story as a sequence chart in SVG, like the figures of the RFCs: a lane for each party or host, a numbered row for
 * each step, every message an arrow from the row that sends it to the row that takes it.
 *
 * A message that is lost ends in a cross, one that is still on its way is dotted; the steps that repeat for ever stand
 * in a box. The same story gives the same bytes on every machine.
 */
export function ladderSvg(story: Story, { theme = 'auto', title, notes = [], end }: LadderSvgOptions = {}): string {
  const room = frame(story, 0).width - 2 * margin;
  const titleLines = title === undefined ? [] : wrapped(title, room, sizes.title, 'bold');
  const noteLines = notes.flatMap((note) => wrapped(note, room, sizes.note));
  const top = margin + titleLines.length * 18 + noteLines.length * lineHeight + (titleLines.length > 0 ? 6 : 0);
  const placed = frame(story, top);
  const endLines = end === undefined ? [] : wrapped(end.text, room - 24, sizes.note);
  const loopHeight = story.loop === undefined ? 0 : 26;
  const height = placed.end + loopHeight + endLines.length * lineHeight + (end ? margin : 4);
  const drawing = new Drawing(story, placed, end?.bad === true && story.loop === undefined);
  const name = title ?? `${story.lanes.join(', ')}: ${story.episodes.length} steps`;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: themeClass(theme),
      viewBox: `0 0 ${px(placed.width)} ${px(height)}`,
      width: placed.width,
      height,
      role: 'img',
      'aria-label': name,
    },
    [
      element('style', {}, styleSheet(theme)),
      element('rect', { class: 'ground', width: placed.width, height }),
      ...titleLines.map((line, at) => text('title', margin, margin + 11 + at * 18, line)),
      ...noteLines.map((line, at) =>
        text('faint', margin, margin + titleLines.length * 18 + 11 + at * lineHeight, line),
      ),
      ...drawing.all(),
      ...(end ? ending(endLines, end.bad, placed.end + loopHeight + 8) : []),
    ].join('\n'),
  )}\n`;
}

const text = (className: string, x: number, y: number, words: string, anchor?: 'middle' | 'end'): string =>
  element('text', { class: className, x, y, 'text-anchor': anchor }, escaped(words));

/** How the ladder ends, after a cross or a hook. */
function ending(lines: readonly string[], bad: boolean, y: number): readonly string[] {
  const sign = bad ? `M${margin} ${px(y)}l8 8m0 -8l-8 8` : `M${margin} ${px(y + 4)}l3 4l6 -8`;
  return [
    element('path', { class: bad ? 'ring' : 'hook', d: sign }),
    ...lines.map((line, at) => text(bad ? 'bad' : 'good', margin + 16, y + 8 + at * lineHeight, line)),
  ];
}

class Drawing {
  readonly #story: Story;
  readonly #frame: Frame;
  readonly #breaks: boolean;
  readonly #arrows: readonly Arrow[];
  readonly #asides: readonly Aside[];
  readonly #labels: ReadonlyMap<Arrow, Placed>;

  constructor(story: Story, placed: Frame, breaks: boolean) {
    this.#story = story;
    this.#frame = placed;
    this.#breaks = breaks;
    this.#arrows = arrows(story, placed);
    this.#asides = asides(story, placed, this.#arrows);
    this.#labels = placeLabels(
      this.#arrows,
      placed,
      this.#asides.map(({ box }) => box),
    );
  }

  /** From the ground up: the box of the loop, lanes, arrows, states, texts. */
  all(): readonly string[] {
    return [
      ...this.#loop(),
      ...this.#lanes(),
      ...this.#arrows.map((arrow) => this.#line(arrow)),
      ...this.#frame.initial.map((pill) => drawnPill(pill)),
      ...this.#story.episodes.map((_, step) => this.#row(step)),
      ...this.#arrows.map((arrow) => this.#label(arrow)),
    ].filter((part) => part !== '');
  }

  #lanes(): readonly string[] {
    const { lanes, heads, start, end } = this.#frame;
    return lanes.flatMap(({ name, parties, x, width }) => [
      element('path', { class: 'lane', d: `M${px(x)} ${px(start)}V${px(end)}` }),
      element('rect', { class: 'head', x: x - width / 2, y: heads, width, height: headHeight, rx: 3 }),
      text('name', x, heads + (parties === '' ? 21 : 15), name, 'middle'),
      ...(parties === '' ? [] : [text('number', x, heads + 28, parties, 'middle')]),
    ]);
  }

  #row(step: number): string {
    const episode = this.#story.episodes[step]!;
    const { y, pills } = this.#frame.rows[step]!;
    const x =
      this.#arrows.find(({ kind, step: at }) => kind === 'lost' && at === step)?.to.x ?? this.#frame.xOf(episode.party);
    const broken = this.#breaks && step === this.#story.episodes.length - 1;
    const fault = episode.kind === 'lose' || episode.kind === 'duplicate';
    const aside = this.#asides.find((candidate) => candidate.step === step);
    const said = [`${step + 1}. ${deed(episode)}`, ...details(episode)].join('\n');
    return element(
      'g',
      { 'data-step': String(step + 1) },
      [
        element('title', {}, escaped(said)),
        text(broken ? 'number bad' : 'number', this.#frame.left - 14, y + 3.5, String(step + 1), 'end'),
        ...pills.map((pill) => drawnPill(pill)),
        ...(aside
          ? [
              element(
                'text',
                {
                  class: this.#within(`own${broken || fault ? ' bad' : ''}`, step),
                  x: aside.at.x,
                  y: aside.at.y,
                  'text-anchor': aside.anchor,
                },
                escaped(aside.text),
              ),
            ]
          : []),
        ...(episode.kind === 'lose' && !aside
          ? []
          : [element('circle', { class: broken || fault ? 'bad' : 'dot', cx: x, cy: y, r: 3.6 })]),
        ...(broken ? [element('circle', { class: 'ring', cx: x, cy: y, r: 8.5 })] : []),
      ].join(''),
    );
  }

  #line(arrow: Arrow): string {
    const { from, to, kind, step } = arrow;
    const broken = this.#breaks && step === this.#story.episodes.length - 1 && kind === 'taken';
    const bad = broken || kind === 'lost' ? ' bad' : '';
    if (kind === 'inside') return inside(arrow);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const whole = Math.hypot(dx, dy);
    const [ux, uy] = [dx / whole, dy / whole];
    const rest = kind === 'taken' || kind === 'call' ? 5 : 0;
    const point = { x: to.x - ux * rest, y: to.y - uy * rest };
    const shape = `M${px(from.x)} ${px(from.y)}L${px(point.x)} ${px(point.y)}`;
    const style = kind === 'flying' ? ' flying' : kind === 'lost' ? ' lost' : '';
    const line = element('path', { class: `arrow${style}${bad}`, d: shape });
    if (kind === 'flying') return line;
    if (kind === 'lost')
      return line + element('path', { class: 'ring', d: `M${px(to.x - 5)} ${px(to.y - 5)}l10 10m0 -10l-10 10` });
    return line + element('path', { class: `tip${bad}`, d: head(point, ux, uy) });
  }

  #label(arrow: Arrow): string {
    const place = this.#labels.get(arrow);
    if (!place) return '';
    const broken = this.#breaks && arrow.step === this.#story.episodes.length - 1 && arrow.kind === 'taken';
    const style = this.#within(`label${arrow.kind === 'lost' || broken ? ' bad' : ''}`, arrow.step);
    const turned = `translate(${px(place.at.x)} ${px(place.at.y)}) rotate(${px(place.turned)})`;
    return element('text', { class: style, transform: turned, 'text-anchor': 'middle' }, escaped(arrow.text));
  }

  /** The steps that repeat: a box, an arrow back to its first row, and words below. */
  #loop(): readonly string[] {
    const { loop } = this.#story;
    if (loop === undefined) return [];
    const { rows, width, end, left } = this.#frame;
    const [top, bottom] = [rows[loop]!.y - 13, end - 6];
    const side = width - 18;
    return [
      element('rect', { class: 'loop', x: left - 8, y: top, width: side - left + 8, height: bottom - top, rx: 6 }),
      element('path', { class: 'back', d: `M${px(side)} ${px(bottom - 9)}h10V${px(top + 9)}h-5` }),
      element('path', { class: 'turn', d: head({ x: side + 1, y: top + 9 }, -1, 0) }),
      text('again', side, bottom + 16, repeats(this.#story), 'end'),
    ];
  }

  #within(className: string, step: number): string {
    const { loop } = this.#story;
    return loop !== undefined && step >= loop ? `${className} in` : className;
  }
}

/** The head of an arrow with its tip at a point, in the direction of a unit vector. */
function head(tip: { x: number; y: number }, ux: number, uy: number): string {
  const corner = (side: number): string =>
    `${px(tip.x - ux * 9 - uy * 3.6 * side)} ${px(tip.y - uy * 9 + ux * 3.6 * side)}`;
  return `M${px(tip.x)} ${px(tip.y)}L${corner(1)}L${corner(-1)}z`;
}

/** A message that a host sends to itself: a hook beside its lane. */
function inside({ from, to }: Arrow): string {
  const d = `M${px(from.x)} ${px(from.y)}h14V${px(to.y)}h-9`;
  return (
    element('path', { class: 'arrow', d }) + element('path', { class: 'tip', d: head({ x: to.x + 5, y: to.y }, -1, 0) })
  );
}

const drawnPill = ({ text: words, x, y, width }: Pill): string =>
  element('rect', { class: 'pill', x, y, width, height: pillHeight, rx: pillHeight / 2 }) +
  text('state', x + width / 2, y + 11.7, words, 'middle');
