import { isCrowded, ownWords, repeats, stateWords } from './lane-text.ts';
import type { Episode, Story } from './story.ts';

/** One line of a sequence chart in a language that knows no slanted arrows. */
export type SequenceItem =
  | {
      readonly kind: 'arrow';
      readonly from: string;
      readonly to: string;
      readonly text: string;
      /** Whether the message never arrives. */
      readonly lost: boolean;
    }
  /** Words over one lane. */
  | { readonly kind: 'note'; readonly lane: string; readonly lines: readonly string[] }
  /** Between these two stand the steps that repeat for ever. */
  | { readonly kind: 'loop'; readonly text: string }
  | { readonly kind: 'end of loop' };

/**
 * A story as the lines of a sequence chart: every message at the step that receives it, with the number of the step
 * that sent it where that is not the one before. Messages that nobody takes come last.
 */
export function sequence(story: Story): readonly SequenceItem[] {
  const { episodes, loop } = story;
  const initial = story.lanes.flatMap((lane): SequenceItem[] => {
    const [party] = Object.keys(story.initial).filter((candidate) => story.laneOf[candidate] === lane);
    if (party === undefined || isCrowded(story, lane)) return [];
    return [{ kind: 'note', lane, lines: [stateWords(story, { party, states: story.initial[party]! })] }];
  });
  const steps = episodes.flatMap((episode, index) => [
    ...(index === loop ? [{ kind: 'loop', text: repeats(story) } as const] : []),
    ...stepItems(story, episode, index + 1),
  ]);
  const end = loop === undefined ? [] : [{ kind: 'end of loop' } as const];
  return [...initial, ...steps, ...end, ...left(story)];
}

function stepItems(story: Story, episode: Episode, number: number): readonly SequenceItem[] {
  const { kind, from, party, sentAt, sends } = episode;
  const lane = story.laneOf[party]!;
  const sender = kind === 'own' || from === undefined ? undefined : story.laneOf[from]!;
  const late = sentAt !== undefined && sentAt !== number - 1 ? ` (sent at ${sentAt === 0 ? 'the start' : sentAt})` : '';
  const crosses = sender !== undefined && sender !== lane;
  const fate = kind === 'lose' ? ' (lost)' : kind === 'duplicate' ? ' (and again)' : '';
  const text = `${number}. ${crosses ? episode.text + fate : ownWords(story, episode)}${late}`;
  const notes = new Map<string, string[]>(sender === undefined ? [[lane, [text]]] : []);
  for (const change of episode.changes) {
    if (change.states === '') continue;
    const where = story.laneOf[change.party]!;
    notes.set(where, [...(notes.get(where) ?? []), stateWords(story, change)]);
  }
  const calls = sends.filter((sent) => sent.direct && story.laneOf[sent.from] !== story.laneOf[sent.to]);
  const arrow = (a: string, b: string, words: string): SequenceItem => ({
    kind: 'arrow',
    from: a,
    to: b,
    text: words,
    lost: kind === 'lose',
  });
  return [
    ...(sender === undefined ? [] : [arrow(sender, lane, text)]),
    ...calls.map((call) => ({ ...arrow(story.laneOf[call.from]!, story.laneOf[call.to]!, call.text), lost: false })),
    ...[...notes].map(([over, lines]): SequenceItem => ({ kind: 'note', lane: over, lines })),
  ];
}

/** Messages that are still on their way at the end, noted where they were sent. */
function left(story: Story): readonly SequenceItem[] {
  const flying = story.episodes.flatMap(({ sends }, index) =>
    sends
      .filter(({ direct, receivedAt }) => !direct && receivedAt === undefined)
      .map(({ from, to, text }) => ({
        lane: story.laneOf[from]!,
        line: `still on its way to ${story.laneOf[to]!}: ${text} (sent at ${index + 1})`,
      })),
  );
  return [...new Set(flying.map(({ lane }) => lane))].map((lane) => ({
    kind: 'note',
    lane,
    lines: flying.filter((one) => one.lane === lane).map(({ line }) => line),
  }));
}

/** A long text in lines of some eighty signs, for notes: neither language breaks them by itself. */
export function shortLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 80) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
