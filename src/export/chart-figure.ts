import { type ChartDescription, type State, type Transition, isBelow, statesOf } from './chart.ts';
import { type Arrow, type Box, type Figure, margin, type Row, titleHeight, titleSize } from './figure.ts';
import { type GroupedTransition, groupedTransitions } from './grouped-transitions.ts';
import { lineHeight, unindented, widestLine, wrapped } from './inked-lines.ts';
import { textWidth } from '../svg/text-width.ts';
import { actionWords, entryRows, transitionWords } from './transition-rows.ts';
import { isIgnored } from './transition-words.ts';

/** How often transitions are taken: by their id, of so many times that they could be. */
export type Coverage = { readonly of: number; readonly taken: Readonly<Record<string, number>> };

export type FigureOptions = {
  /** Paths of the states in which the chart stands; states around them are lit with them. */
  readonly lit?: readonly string[];
  readonly coverage?: Coverage;
  /** Why transitions are never taken, in words, by their ids: they are marked, and told so. */
  readonly why?: Readonly<Record<string, string>>;
  /** Where a click on a transition leads. */
  readonly href?: (transition: Transition) => string | undefined;
};

/** Wider than this and rows in a box, labels on an arrow are broken. */
const rowWidth = 330;
const labelWidth = 215;
/** So many arrows may enter a state through the sides of other boxes; of more, each is a row with `→`. */
const arrowsThrough = 3;

const isNested = ({ kind }: State): boolean => kind === 'compound' || kind === 'parallel';

/** A chart as boxes and arrows. The title of the outermost box is the chart's id. */
export function chartFigure({ id, root }: ChartDescription, options: FigureOptions = {}): Figure {
  const arrows: Arrow[] = [];
  return { root: new Drafter(options, crowded(root), arrows).box(root, id, false), arrows };
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** The states that more arrows would enter through the sides of other boxes than a reader can follow. */
function crowded(root: State): ReadonlySet<string> {
  const entered = new Map<string, Set<string>>();
  for (const { path, transitions } of statesOf(root)) {
    for (const target of transitions.flatMap(({ targets }) => targets)) {
      if (parentOf(path) !== parentOf(target)) entered.set(target, (entered.get(target) ?? new Set()).add(path));
    }
  }
  return new Set([...entered].filter(([, from]) => from.size > arrowsThrough).map(([path]) => path));
}

class Drafter {
  readonly #options: FigureOptions;
  readonly #crowded: ReadonlySet<string>;
  readonly #arrows: Arrow[];

  constructor(options: FigureOptions, crowdedStates: ReadonlySet<string>, arrows: Arrow[]) {
    this.#options = options;
    this.#crowded = crowdedStates;
    this.#arrows = arrows;
  }

  box(state: State, title: string, isRegion: boolean): Box {
    const drawn = groupedTransitions(state, ({ id }) => this.#useOf([id]).mark);
    const inside = drawn.filter((transition) => this.#isRow(state, transition));
    const around = drawn.filter((transition) => !inside.includes(transition));
    const entries = entryRows(state, rowWidth);
    const rows: Row[] = [
      ...(entries.length > 0 ? [{ lines: entries, tip: '', marks: [] }] : []),
      ...inside.map((transition) => this.#row(transition, rowWidth)),
    ];
    this.#draw(state, around);
    const isDot = state.kind === 'final' && rows.length === 0;
    const remark = [...(state.kind === 'final' && !isDot ? ['(final)'] : []), ...state.tags].join(' ');
    const start = this.#start(state);
    const inner = state.states.map((child) => this.box(child, titleOf(child), state.kind === 'parallel'));
    return {
      id: boxId(state.path),
      shape: isDot ? 'final' : shapeOf(state, isRegion),
      title,
      remark,
      rows,
      ...sizeOf(state, title, remark, rows),
      boxes: [...start, ...inner],
      marks: this.#marksOf(state.path),
    };
  }

  /** Whether a transition is told inside the box: it stays there, or its arrow would run across other text. */
  #isRow({ path }: State, { targets }: Transition): boolean {
    return targets.every(
      (target) => isBelow(target, path) || (parentOf(path) !== parentOf(target) && this.#crowded.has(target)),
    );
  }

  /** The dot where a compound state starts. */
  #start(state: State): readonly Box[] {
    if (state.initial.length === 0) return [];
    const from = state.kind === 'compound' ? `start ${state.path}` : boxId(state.path);
    const lines = wrapped(actionWords(state.initialActions), labelWidth);
    const rows = state.initialActions.length > 0 ? [centred({ lines, tip: '', marks: [] })] : [];
    for (const to of state.initial) {
      this.#arrows.push({ id: `${from} -> ${to}`, from, to: boxId(to), rows, marks: ['first'] });
    }
    if (state.kind !== 'compound') return [];
    const dot = { title: '', remark: '', rows: [], width: 12, height: 12, boxes: [], marks: [] };
    return [{ id: from, shape: 'start', ...dot }];
  }

  /** One arrow for all transitions from a state to another; a second target has an arrow of its own, without words. */
  #draw(state: State, transitions: readonly GroupedTransition[]): void {
    const byTarget = new Map<string, GroupedTransition[]>();
    for (const transition of transitions) {
      const { mark } = this.#useOf(transition.members.map(({ id }) => id));
      const key = `${transition.trigger === 'after' ? 'after' : ''} ${mark} -> ${transition.targets.join(' & ')}`;
      byTarget.set(key, [...(byTarget.get(key) ?? []), transition]);
    }
    for (const [key, together] of byTarget) {
      const rows = together.map((transition) => this.#row(transition, labelWidth));
      const marks = [...new Set(rows.flatMap((row) => row.marks))];
      if (key.startsWith('after')) marks.push('after');
      together[0]!.targets.forEach((to, index) => {
        const id = `${boxId(state.path)} ${key} ${index}`;
        const shown = index > 0 ? [] : rows.length > 1 ? rows : rows.map(centred);
        this.#arrows.push({ id, from: boxId(state.path), to: boxId(to), rows: shown, marks });
      });
    }
  }

  #row(transition: GroupedTransition, width: number): Row {
    const ids = transition.members.map(({ id }) => id);
    const { count, mark } = this.#useOf(ids);
    const goes = width === rowWidth && transition.targets.length > 0 ? shortest(transition.targets) : undefined;
    const href = this.#options.href?.(transition.members[0]!);
    return {
      lines: wrapped(transitionWords(transition, goes, count), width),
      tip: [...ids, transition.cites.join(' '), ...this.#reasonsOf(ids)].filter(Boolean).join('\n'),
      marks: [mark, ...(isIgnored(transition) ? ['ignored'] : [])].filter(Boolean),
      ...(href !== undefined && { href }),
    };
  }

  /** Why those of these transitions that are never taken are not. */
  #reasonsOf(ids: readonly string[]): readonly string[] {
    const { why = {} } = this.#options;
    return ids.flatMap((id) => (why[id] === undefined ? [] : [`never taken: ${why[id]}`]));
  }

  /** How often some of these transitions are taken, in words, and the mark that colours it. */
  #useOf(ids: readonly string[]): { readonly count?: string; readonly mark: string } {
    const { coverage, why = {} } = this.#options;
    if (!coverage) return { mark: ids.length > 0 && ids.every((id) => why[id] !== undefined) ? 'never' : '' };
    const times = Math.max(0, ...ids.map((id) => coverage.taken[id] ?? 0));
    if (times === 0) return { count: '(never)', mark: 'never' };
    const share = times / coverage.of;
    return { count: `·${times}`, mark: share > 0.5 ? 'taken-often' : share > 0.1 ? 'taken-some' : 'taken-few' };
  }

  #marksOf(path: string): readonly string[] {
    const { lit = [] } = this.#options;
    if (path === '') return [];
    return lit.includes(path) ? ['lit'] : lit.some((inner) => isBelow(inner, path)) ? ['around-lit'] : [];
  }
}

const centred = (row: Row): Row => ({ ...row, lines: unindented(row.lines) });

/** Targets by the last keys of their paths. */
const shortest = (targets: readonly string[]): string =>
  targets.map((target) => target.slice(target.lastIndexOf('.') + 1)).join(' and ');

const titleOf = ({ key, kind }: State): string =>
  kind === 'shallow history' ? 'H' : kind === 'deep history' ? 'H*' : key;

/** The id of the box of a state. */
export const boxId = (path: string): string => `state ${path}`;

function shapeOf({ path, kind }: State, isRegion: boolean): Box['shape'] {
  if (kind === 'shallow history' || kind === 'deep history') return 'history';
  return path === '' ? 'outer' : isRegion ? 'region' : 'state';
}

function sizeOf(state: State, title: string, remark: string, rows: readonly Row[]): { width: number; height: number } {
  const titleWidth = textWidth(title, titleSize, 'bold') + (remark ? textWidth(` ${remark}`, titleSize) : 0);
  if (state.kind === 'final' && rows.length === 0) return { width: Math.max(24, titleWidth), height: 42 };
  if (state.kind.endsWith('history')) return { width: 26, height: 26 };
  const lines = rows.flatMap((row) => row.lines);
  const body = lines.length === 0 ? (isNested(state) ? 4 : 2) : lines.length * lineHeight + 10;
  return { width: Math.ceil(Math.max(titleWidth, widestLine(lines)) + 2 * margin), height: titleHeight + body };
}
