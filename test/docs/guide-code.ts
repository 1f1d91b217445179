import { basename } from 'node:path';

/** The examples of a page of the guide: code that can be run, and the output that the page shows for it. */
export type Example = { readonly code: string; readonly output: string };

/**
 * The `ts` blocks of a page in order, each with the `text` block that follows it as its next block.
 *
 * The blocks of one page are one module: a later block sees what an earlier one declares.
 */
export function examplesOf(page: string): readonly Example[] {
  const blocks = [...page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
    language,
    text: text!,
  }));
  return blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    return language === 'ts' ? [{ code: text, output: next?.language === 'text' ? next.text.trimEnd() : '' }] : [];
  });
}

/** The file of a page's module, beside those of the other pages, which may import it. */
export const moduleFile = (page: string): string => `${basename(page, '.md')}.ts`;

/** What is printed before the output of each example. */
const title = (page: string, index: number): string => `-- ${page}, example ${index + 1} --`;

/** The examples of a page as one module. `door`: where `matching-rfc` is. */
export const moduleOf = (page: string, examples: readonly Example[], door: string): string =>
  examples
    .map(
      ({ code }, index) => `console.log('${title(page, index)}');\n${code.replaceAll("'matching-rfc'", `'${door}'`)}`,
    )
    .join('\n');

/** What each example of a page printed, out of all that the modules of all pages printed. */
export function outputsOf(page: string, examples: readonly Example[], printed: string): readonly string[] {
  return examples.map((_, index) => {
    const [, after] = printed.split(`${title(page, index)}\n`);
    if (after === undefined) return '(not run)';
    const end = after.search(/^-- \S+\.md, example \d+ --$/m);
    return (end < 0 ? after : after.slice(0, end)).trimEnd();
  });
}
