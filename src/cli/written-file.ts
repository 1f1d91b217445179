import { rmSync, type Stats } from 'node:fs';
import { access, constants, open, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { makeFolder } from './make-folder.ts';

/** Files that are being written; whatever ends the process, none of them stays. */
const begun = new Set<string>();
process.on('exit', () => begun.forEach((file) => rmSync(file, { force: true })));
let many = 0;

/**
 * Writes a file as a whole: to one beside it, which takes its place once all is written, so that there is never half a
 * file, and the one before stays when something fails. Makes the folders on the way. What is no plain file (a device, a
 * pipe) is written as it is, and so is a file in a folder in which nothing can be made.
 *
 * @throws the error of the file system.
 */
export async function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const there = await standing(path);
  await makeFolder(dirname(path));
  const place = there ? await realpath(path) : path;
  if (there && !(there.isFile() && (await isWritable(dirname(place))))) return writeFile(place, content);
  const fresh = freshName(dirname(place));
  begun.add(fresh);
  try {
    await writeFile(fresh, content, there ? { mode: there.mode } : {});
    await rename(fresh, place);
  } finally {
    await rm(fresh, { force: true });
    begun.delete(fresh);
  }
}

/**
 * Tries whether a file can be written, or files in a folder, and leaves everything as it was.
 *
 * @throws the error of the file system that writing would meet.
 */
export async function tryWriting(path: string, kind: 'file' | 'folder'): Promise<void> {
  const there = kind === 'file' ? await standing(path) : undefined;
  if (there && !there.isFile()) return access(path, constants.W_OK);
  if (there) {
    const place = await realpath(path);
    await (await open(place, 'r+')).close();
    if (!(await isWritable(dirname(place)))) return;
  }
  const folder = kind === 'folder' ? path : dirname(there ? await realpath(path) : path);
  const made = await makeFolder(folder);
  try {
    const fresh = freshName(folder);
    begun.add(fresh);
    await (await open(fresh, 'wx')).close();
    await rm(fresh);
    begun.delete(fresh);
  } finally {
    for (const one of made.toReversed()) await rmdir(one).catch(() => {});
  }
}

/** What stands where a file is to be written; undefined for nothing. @throws an error with the code EISDIR for a folder. */
async function standing(path: string): Promise<Stats | undefined> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there?.isDirectory() || /[/\\]$/.test(path)) {
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  }
  return there;
}

const freshName = (folder: string): string => join(folder, `.matching-rfc-${process.pid}-${++many}.part`);

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
