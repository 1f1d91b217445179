import { codeBlock } from './markdown.ts';

/** A path drawn: for the terminal, and the name of its picture, which the site shows in the place of the text. */
export type Drawing = { readonly lines: readonly string[]; readonly picture?: string };

/** Marks a drawing for the site: the picture that it may show instead of the text below. */
export const pictureMark = (picture: string): string => `<!-- picture: ${picture} -->`;

/** A drawing in a page. */
export const drawingText = ({ lines, picture }: Drawing): string =>
  [...(picture === undefined ? [] : [pictureMark(picture)]), codeBlock(lines)].join('\n');
