/** Why a file or stream could not be read or written, in words. */
export function reason({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a file stands where a folder should be',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
    EMFILE: 'too many files are open',
  };
  return reasons[code ?? ''] ?? message;
}
