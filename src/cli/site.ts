import { site } from '../reference/index.ts';

import type { Session } from './session.ts';

/** Folders whose texts the site may show where a page links to them. */
const shown = ['machines', 'properties', 'src', 'bench', 'test', 'docs'];
const single = ['LICENSE', 'layers.mjs', 'package.json'];

/** The files of the site by their places in it, made from the pages that are there. */
export async function siteFiles(
  drawings: ReadonlyMap<string, string>,
  { filesIn, readFile }: Pick<Session, 'filesIn' | 'readFile'>,
): Promise<ReadonlyMap<string, string>> {
  const all = [...(await Promise.all(shown.map(filesIn))).flat(), ...single];
  const isPage = (path: string): boolean => path.startsWith('docs/') && path.endsWith('.md');
  const isText = (path: string): boolean => /(?:\.(?:ts|mjs|json|txt|svg|md)|LICENSE)$/.test(path);
  const read = async (paths: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
  return site({
    name: 'matching-rfc',
    pages: await read(['README.md', ...all.filter(isPage), 'CONTRIBUTING.md', 'CHANGELOG.md']),
    files: await read(all.filter((path) => !isPage(path) && isText(path))),
    drawings,
  });
}
