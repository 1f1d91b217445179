import { type Command, limitOptions } from './command.ts';
import { documents } from './documents.ts';
import { Failure } from './failure.ts';
import { loadProse } from './prose.ts';
import { searchAll } from './search-all.ts';
import type { Session } from './session.ts';
import { siteFiles } from './site.ts';

/** Folders in which nothing stands that is not generated. */
const generatedFolders = ['docs/reference', 'docs/pictures/charts'];
const siteFolder = 'dist/site';

/** The verb `docs`: searches the manifest and the matrices, and writes the pages that tell what they give. */
export const docs: Command = {
  name: 'docs',
  operands: '',
  summary: 'write the generated pages (docs/, parts of README.md) from the runs, and the site dist/site',
  options: {
    check: { type: 'boolean', summary: 'write nothing; name the pages that are not what the runs give' },
    jobs: limitOptions.jobs,
    timeout: limitOptions.timeout,
  },
  examples: ['docs', 'docs --check'],
  run: async (given, operands, session) => {
    if (operands.length > 0) throw new Failure(`docs takes no names, and was given "${operands.join(' ')}"`);
    await demandRepository(session);
    const checks = given['check'] === true;
    if (!checks) for (const folder of [...generatedFolders, siteFolder]) await session.demandWritable(folder, 'folder');
    const prose = await loadProse();
    const { pages, pictures } = await documents(await searchAll(given, prose, session), prose, session.readFile);
    const stale = await staleFiles(pages, session);
    const superfluous = await superfluousFiles(pages, session);
    if (!checks) {
      await Promise.all(stale.map((path) => session.writeFile(path, pages.get(path)!)));
      await Promise.all(superfluous.map((path) => session.removeFile(path)));
      await writeSite(await siteFiles(pictures, session), session);
    }
    const code = checks && stale.length + superfluous.length > 0 ? 20 : 0;
    if (given['json']) {
      session.say(JSON.stringify({ pages: [...pages.keys()], stale, superfluous, exitCode: code }, undefined, 2));
    } else session.say(told(pages.size, stale, superfluous, checks));
    return code;
  },
};

/** @throws Failure (150) where the sources are not that the pages are made from. */
async function demandRepository({ readFile }: Session): Promise<void> {
  for (const source of ['properties/runs.ts', 'README.md']) {
    if ((await textOf(source, readFile)) !== undefined) continue;
    throw new Failure(
      `docs writes the pages of the repository, and this folder has no ${source}: run it at the top of a clone`,
    );
  }
}

/** The pages that are not there, or not as the runs give them. */
export async function staleFiles(
  pages: ReadonlyMap<string, string>,
  { readFile }: Pick<Session, 'readFile'>,
): Promise<readonly string[]> {
  const stale = await Promise.all(
    [...pages].map(async ([path, text]) => ((await textOf(path, readFile)) === text ? [] : [path])),
  );
  return stale.flat();
}

/** The files of the generated folders that nothing gives any more. */
export async function superfluousFiles(
  pages: ReadonlyMap<string, string>,
  { filesIn }: Pick<Session, 'filesIn'>,
): Promise<readonly string[]> {
  const there = await Promise.all(generatedFolders.map(filesIn));
  return there.flat().filter((path) => !pages.has(path));
}

/** Writes the site anew; what an older one left over goes. */
async function writeSite(files: ReadonlyMap<string, string>, session: Session): Promise<void> {
  const old = await session.filesIn(siteFolder);
  const kept = new Set([...files.keys()].map((path) => `${siteFolder}/${path}`));
  await Promise.all(old.filter((path) => !kept.has(path)).map((path) => session.removeFile(path)));
  await Promise.all([...files].map(([path, text]) => session.writeFile(`${siteFolder}/${path}`, text)));
}

/** The page that is there; undefined without one. */
async function textOf(path: string, readFile: Session['readFile']): Promise<string | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function told(many: number, stale: readonly string[], superfluous: readonly string[], checks: boolean): string {
  const changed = [...stale.map((path) => `  ${path}`), ...superfluous.map((path) => `  ${path}: superfluous`)];
  const site = checks ? '' : `; the site is in ${siteFolder}: open ${siteFolder}/index.html`;
  if (changed.length === 0) return `${many} files as the runs give them${site}`;
  return checks
    ? ['not what the runs give; write anew with npm run docs, and read what changed:', ...changed].join('\n')
    : [`written anew, of ${many} files:`, ...changed, `the rest is as the runs give it${site}`].join('\n');
}
