/** What is counted here. A number before one of these words changes with the machines. */
const counted =
  /\b\d[\d,]*\s+(?:\w+\s+)?(?:runs?|claims?|states?|steps?|transitions?|clauses?|charts?|cells?|families|tests?|verdicts?|parties|variants?|axes)\b/g;

/** Parts that a command writes (`generated: name`) or that a test compares (`checked: test file`). */
const kept = /^<!-- (?:generated|checked): \S+ -->\n[^]*?^<!-- end -->$/gm;
const fenced = /^```[^]*?^```$/gm;

/**
 * Counts that stand in a page by hand, with their lines: outside of parts that are generated or checked, and of
 * fenced examples.
 */
export function untoldCounts(page: string): readonly string[] {
  const blanked = [kept, fenced].reduce(
    (text, part) => text.replace(part, (match) => match.replace(/[^\n]/g, ' ')),
    page,
  );
  return blanked
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(counted)].map(([count]) => `line ${index + 1}: "${count}"`));
}
