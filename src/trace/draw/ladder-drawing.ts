import { repeats } from '../lane-text.ts';
import { deed, details } from '../listing.ts';
import type { Story } from '../story.ts';
import { doomLine, doomedWithin, marksSteps } from '../why-text.ts';
import { type Arrow, arrows } from './arrows.ts';
import { type Aside, asides } from './asides.ts';
import { bottomOf, doomRoom, type Frame, headHeight, type Pill, pillHeight } from './frame.ts';
import { placeLabels, type Placed } from './label-places.ts';
import { element, escaped, number } from '../../svg/markup.ts';

/** The drawing of a story within its frame: everything but what stands above and below it. */
export class LadderDrawing {
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
      ...this.#doom(),
      ...this.#frame.initial.map((pill) => drawnPill(pill)),
      ...this.#story.episodes.map((_, step) => this.#row(step)),
      ...this.#arrows.map((arrow) => this.#label(arrow)),
    ].filter((part) => part !== '');
  }

  #lanes(): readonly string[] {
    const { lanes, heads, start, end } = this.#frame;
    return lanes.flatMap(({ name, parties, x, width }) => [
      element('path', { class: 'lane', d: `M${number(x)} ${number(start)}V${number(end)}` }),
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
    const broken = this.#isBroken(step);
    const fault = episode.kind === 'lose' || episode.kind === 'duplicate';
    const aside = this.#asides.find((candidate) => candidate.step === step);
    const said = [`${step + 1}. ${deed(episode)}`, ...details(episode)].join('\n');
    return element(
      'g',
      { 'data-step': String(step + 1) },
      [
        element('title', {}, escaped(said)),
        text(broken ? 'number bad' : 'number', this.#frame.left - 14, y + 3.5, String(step + 1), 'end'),
        ...(this.#matters(step)
          ? [element('circle', { class: 'matters', cx: this.#frame.left - 11, cy: y, r: 2 })]
          : []),
        ...(aside ? [this.#aside(aside, broken || fault)] : []),
        ...pills.map((pill) => drawnPill(pill)),
        ...(episode.kind === 'lose' && !aside
          ? []
          : [element('circle', { class: broken || fault ? 'bad' : 'dot', cx: x, cy: y, r: 3.6 })]),
        ...(broken ? [element('circle', { class: 'ring', cx: x, cy: y, r: 8.5 })] : []),
      ].join(''),
    );
  }

  #aside({ text: words, at, anchor }: Aside, bad: boolean): string {
    const style = this.#within(`own${bad ? ' bad' : ''}`, at.y);
    return element('text', { class: style, x: at.x, y: at.y, 'text-anchor': anchor }, escaped(words));
  }

  #matters(step: number): boolean {
    return marksSteps(this.#story) && this.#story.why!.matters.includes(step);
  }

  /** A line below the step after which the violation cannot be avoided, with words on its right. */
  #doom(): readonly string[] {
    const doomed = doomedWithin(this.#story);
    if (doomed === undefined) return [];
    const { rows, left, width } = this.#frame;
    const y = bottomOf(rows[doomed])! + doomRoom - 4;
    return [
      element('path', { class: 'doom', d: `M${number(left - 8)} ${number(y)}H${number(width - 18)}` }),
      text(this.#within('doomed', y), width - 20, y - 3, doomLine, 'end'),
    ];
  }

  #isBroken(step: number): boolean {
    return this.#breaks && step === this.#story.episodes.length - 1;
  }

  #line(arrow: Arrow): string {
    const { from, to, kind, step } = arrow;
    const broken = this.#isBroken(step) && kind === 'taken';
    const bad = broken || kind === 'lost' ? ' bad' : '';
    if (kind === 'inside') return inside(arrow);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const whole = Math.hypot(dx, dy);
    const [ux, uy] = [dx / whole, dy / whole];
    const rest = kind === 'taken' || kind === 'call' ? 5 : 0;
    const point = { x: to.x - ux * rest, y: to.y - uy * rest };
    const shape = `M${number(from.x)} ${number(from.y)}L${number(point.x)} ${number(point.y)}`;
    const style = kind === 'flying' ? ' flying' : kind === 'lost' ? ' lost' : '';
    const line = element('path', { class: `arrow${style}${bad}`, d: shape });
    if (kind === 'flying') return line;
    if (kind === 'lost')
      return (
        line + element('path', { class: 'ring', d: `M${number(to.x - 5)} ${number(to.y - 5)}l10 10m0 -10l-10 10` })
      );
    return line + element('path', { class: `tip${bad}`, d: head(point, ux, uy) });
  }

  #label(arrow: Arrow): string {
    const place = this.#labels.get(arrow);
    if (!place) return '';
    const broken = this.#isBroken(arrow.step) && arrow.kind === 'taken';
    const style = this.#within(`label${arrow.kind === 'lost' || broken ? ' bad' : ''}`, place.at.y);
    const turned = `translate(${number(place.at.x)} ${number(place.at.y)}) rotate(${number(place.turned)})`;
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
      element('path', { class: 'back', d: `M${number(side)} ${number(bottom - 9)}h10V${number(top + 9)}h-5` }),
      element('path', { class: 'turn', d: head({ x: side + 1, y: top + 9 }, -1, 0) }),
      text('again', side, bottom + 16, repeats(this.#story), 'end'),
    ];
  }

  /** The class of a text at a height, which has another ground in the box of the loop. */
  #within(className: string, y: number): string {
    const { loop } = this.#story;
    return loop !== undefined && y > this.#frame.rows[loop]!.y - 13 ? `${className} in` : className;
  }
}

/** The head of an arrow with its tip at a point, in the direction of a unit vector. */
function head(tip: { x: number; y: number }, ux: number, uy: number): string {
  const corner = (side: number): string =>
    `${number(tip.x - ux * 9 - uy * 3.6 * side)} ${number(tip.y - uy * 9 + ux * 3.6 * side)}`;
  return `M${number(tip.x)} ${number(tip.y)}L${corner(1)}L${corner(-1)}z`;
}

/** A message that a host sends to itself: a hook beside its lane. */
function inside({ from, to }: Arrow): string {
  const d = `M${number(from.x)} ${number(from.y)}h14V${number(to.y)}h-9`;
  return (
    element('path', { class: 'arrow', d }) + element('path', { class: 'tip', d: head({ x: to.x + 5, y: to.y }, -1, 0) })
  );
}

const drawnPill = ({ text: words, x, y, width }: Pill): string =>
  element('rect', { class: 'pill', x, y, width, height: pillHeight, rx: pillHeight / 2 }) +
  text('state', x + width / 2, y + 11.7, words, 'middle');

/** A line of text, of a class of the style sheet. */
export const text = (className: string, x: number, y: number, words: string, anchor?: 'middle' | 'end'): string =>
  element('text', { class: className, x, y, 'text-anchor': anchor }, escaped(words));
