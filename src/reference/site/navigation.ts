import { resolved } from './site-paths.ts';

/** A page in the navigation. */
export type Entry = { readonly path: string; readonly title: string };

/** Pages that belong together; the first is its door. */
export type Section = { readonly title: string; readonly entries: readonly Entry[] };

/** The parts of the site in their order: which pages each takes, by what their paths begin with. */
const parts: readonly { readonly title: string; readonly takes: readonly string[] }[] = [
  { title: 'Start', takes: ['README.md'] },
  { title: 'Guide', takes: ['docs/guide/'] },
  { title: 'Charts', takes: ['docs/reference/README.md', 'docs/reference/charts/'] },
  { title: 'Decisions', takes: ['docs/reference/decisions/'] },
  { title: 'Verdicts', takes: ['docs/reference/verdicts/'] },
  { title: 'Assumptions', takes: ['docs/reference/frontier/', 'docs/reference/design.md'] },
  { title: 'Clauses and claims', takes: ['docs/reference/clauses/', 'docs/reference/'] },
  { title: 'Findings', takes: ['docs/findings.md'] },
  { title: 'Design', takes: ['docs/decisions/'] },
  { title: 'About', takes: [''] },
];

/**
 * Every page once, in the section that takes it first.
 *
 * Within a section the door comes first (README.md, start.md, else the first by name), then the pages that it links to
 * in that order, then the others by name, numbers in them by size.
 */
export function sections(pages: ReadonlyMap<string, string>, titleOf: (path: string) => string): readonly Section[] {
  const left = new Set(pages.keys());
  return parts.flatMap(({ title, takes }) => {
    const mine = takes.flatMap((start) => {
      const taken = [...left].filter((path) => path.startsWith(start));
      for (const path of taken) left.delete(path);
      return ordered(taken, pages);
    });
    return mine.length === 0 ? [] : [{ title, entries: mine.map((path) => ({ path, title: titleOf(path) })) }];
  });
}

const collator = new Intl.Collator('en', { numeric: true });

function ordered(paths: readonly string[], pages: ReadonlyMap<string, string>): readonly string[] {
  const byName = [...paths].sort((a, b) => rank(a) - rank(b) || collator.compare(a, b));
  const [door] = byName;
  if (door === undefined) return [];
  const linked = [...pages.get(door)!.matchAll(/\]\(([^)#\s]+)|^\[[^\]]+\]: ([^#\s]+)/gm)].map(([, inline, below]) =>
    resolved(door, (inline ?? below)!),
  );
  const first = [...new Set([door, ...linked])].filter((path) => byName.includes(path));
  return [...first, ...byName.filter((path) => !first.includes(path))];
}

const rank = (path: string): number => {
  const door = /(?:^|\/)(?:README|start)\.md$/.test(path);
  return door ? 0 : 1;
};
