import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, one by one, each only where there is none.
 *
 * Node's own recursive `mkdir` never comes back where the file system makes no folders (`/proc`).
 *
 * @returns those that were made, the outermost first.
 * @throws the error of the first that cannot be made; one with the code ENOTDIR where a file stands in its place.
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
  const there = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there?.isDirectory()) return [];
  if (there) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  const above = await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
    return [...above, folder];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    for (const one of code === 'EEXIST' ? [] : above.toReversed()) await rmdir(one).catch(() => {});
    if (code === 'ENOENT') throw new Error(`no folder can be made in ${dirname(folder)}`);
    if (code !== 'EEXIST') throw error;
    return above;
  }
}
