/** The site as it is looked at: made from the pages that are there, in a folder of its own, or one that was made before. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { siteFiles } from '../../src/cli/site.ts';
import { check } from '../../src/check/index.ts';
import { enactFound, ladderSvg, tell } from '../../src/trace/index.ts';
import { overWires, transmission } from '../toys/alternating-bit.ts';

const filesIn = async (folder: string): Promise<readonly string[]> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** One picture of a trace, in place of all that only the runs can give. */
function standIn(): string {
  const system = overWires('weak');
  const { path } = check(system, { families: [transmission] }).verdicts.find(({ kind }) => kind === 'leadsTo')!;
  const { steps, loop, views } = enactFound(system, path!);
  return ladderSvg(tell(system, { steps, ...(loop !== undefined && { loop }) }, views), { title: 'stands in' });
}

/** The folder of the site: the one that `SITE` names, else one that is written now. */
export async function siteFolder(): Promise<string> {
  const made = process.env.SITE;
  if (made !== undefined) return made;
  const pages = (await filesIn('docs')).filter((path) => path.endsWith('.md'));
  const marks = pages.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^<!-- picture: (\S+) -->$/gm)]);
  const picture = standIn();
  const drawings = new Map(marks.map(([, name]) => [name!, picture]));
  const files = await siteFiles(drawings, { filesIn, readFile: async (path) => readFileSync(path, 'utf8') });
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Every page of a site, by its place in it: texts of the repository, shown as they are, last. */
export async function pagesOf(folder: string): Promise<readonly string[]> {
  const all = (await filesIn(folder)).filter((path) => path.endsWith('.html'));
  const places = all.map((path) => path.slice(join(folder, '/').length)).sort();
  const isSource = (place: string): boolean => place.startsWith('source/');
  return [...places.filter((place) => !isSource(place)), ...places.filter(isSource)];
}

/** Of each folder the first page, and where two are asked for the longest. */
export function oneOfEachKind(folder: string, pages: readonly string[], most: 1 | 2): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const place of pages) {
    const kind = place.startsWith('source/') ? 'source' : dirname(place);
    kinds.set(kind, [...(kinds.get(kind) ?? []), place]);
  }
  const size = (place: string): number => readFileSync(join(folder, place)).length;
  return [...kinds.values()].flatMap((places) => {
    const longest = places.toSorted((a, b) => size(b) - size(a))[0]!;
    return [...new Set([places[0]!, longest])].slice(0, most);
  });
}
