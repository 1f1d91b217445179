/**
 * Lines of text in several inks, wrapped to a width.
 */
import { textWidth } from '../svg/text-width.ts';

/** Events, guards and actions have each their own colour; a name stands out; plain text does not. */
export type InkName = 'event' | 'guard' | 'action' | 'name' | 'plain';

/** A piece of text that is not broken. A blank stands before it unless it begins a line or is `tight`. */
export type Word = { readonly ink: InkName; readonly text: string; readonly tight?: true };
export type Line = { readonly words: readonly Word[]; readonly indent: number };

/** Of rows and labels, in pixels. */
export const fontSize = 12;
export const lineHeight = 15;
const indentWidth = 10;

/** The inks that are printed bold. */
export const isBold = (ink: InkName): boolean => ink === 'event' || ink === 'name';

const wordWidth = ({ ink, text }: Word): number => textWidth(text, fontSize, isBold(ink) ? 'bold' : 'regular');
const blank = textWidth(' ', fontSize);

/** How wide a line is, in pixels. */
export function lineWidth({ words, indent }: Line): number {
  return words.reduce((sum, word, index) => sum + wordWidth(word) + (index > 0 && !word.tight ? blank : 0), indent);
}

/** Breaks words into lines at most `width` pixels wide, where words are not longer; later lines are indented. */
export function wrapped(words: readonly Word[], width: number): readonly Line[] {
  const lines: { words: Word[]; indent: number }[] = [{ words: [], indent: 0 }];
  for (const word of words) {
    const last = lines.at(-1)!;
    const fits = last.words.length === 0 || lineWidth({ ...last, words: [...last.words, word] }) <= width;
    if (fits || word.tight) last.words.push(word);
    else lines.push({ words: [word], indent: indentWidth });
  }
  return lines;
}

/** Lines of the same words centred, as labels on edges are: nothing is indented. */
export const unindented = (lines: readonly Line[]): readonly Line[] => lines.map(({ words }) => ({ words, indent: 0 }));

/** The widest of several lines, in pixels. */
export const widestLine = (lines: readonly Line[]): number => Math.max(0, ...lines.map(lineWidth));
