import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

import type { Checkpoint, CheckpointHead, KeptCheckpoint } from '../check/index.ts';

import { Failure } from './failure.ts';
import { reason } from './reason.ts';

/** Whose checkpoint it is: another program, model or set of claims cannot go on from it. */
export type Owner = {
  /** Of this program. */
  readonly version: string;
  /** In which order the bytes of a number stand: they are written as they are in memory. */
  readonly bytes: 'LE' | 'BE';
  readonly run: string;
  /** The hash of the model. */
  readonly model: string;
  /** The claims that were asked for by name; none for all. */
  readonly claims: readonly string[];
};

type Header = { readonly owner: Owner; readonly head: CheckpointHead; readonly columns: readonly [string, number][] };

const SIGNATURE = Buffer.from('matching-rfc checkpoint 1\n');

/** Bytes in which the length of the header is written, of the checksum (SHA-256), and read or written at once. */
const LENGTH = 8;
const CHECKSUM = 32;
const PIECE = 1 << 26;

/**
 * Writes a checkpoint into a folder that there is: to a file beside it, which takes its place once all is on the disk, so that there is a whole one at
 * any moment.
 *
 * @throws Failure (74) when it cannot be written; the one before stays.
 */
export function writeCheckpoint(path: string, owner: Owner, { head, columns }: Checkpoint): void {
  const fresh = `${path}.new`;
  try {
    const file = openSync(fresh, 'w');
    try {
      writeAll(file, owner, head, columns);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (existsSync(fresh) && statSync(fresh).isFile()) rmSync(fresh);
    cannotWrite(path, error);
  }
}

/** @throws Failure (74) always: why a checkpoint, or the folder for it, cannot be written. */
export function cannotWrite(path: string, error: unknown): never {
  throw new Failure(`cannot write the checkpoint ${path}: ${reason(error as NodeJS.ErrnoException)}`, 74);
}

function writeAll(file: number, owner: Owner, head: CheckpointHead, columns: Checkpoint['columns']): void {
  const lengths = Object.entries(columns).map(([name, { byteLength }]): [string, number] => [name, byteLength]);
  const header = Buffer.from(JSON.stringify({ owner, head, columns: lengths } satisfies Header));
  const length = Buffer.alloc(LENGTH);
  length.writeBigUInt64LE(BigInt(header.length));
  const hash = createHash('sha256');
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, Math.min(PIECE, bytes.length - at));
  };
  for (const part of [SIGNATURE, length, header, ...Object.values(columns)]) {
    for (let at = 0; at < part.length; at += PIECE) hash.update(part.subarray(at, at + PIECE));
    write(part);
  }
  write(hash.digest());
}

/** Makes a renaming last; where folders cannot be synchronised, nothing can be done. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}

/** A checkpoint in an open file. */
export type OpenCheckpoint = KeptCheckpoint & { readonly close: () => void };

/**
 * Opens a checkpoint, after a look at all of it.
 *
 * @throws Failure (150) when it cannot be read, (22) when it is none, is not whole, or belongs to another search.
 */
export function openCheckpoint(path: string, owner: Owner): OpenCheckpoint {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new Failure(`cannot read the checkpoint ${path}: ${reason(error as NodeJS.ErrnoException)}`);
  }
  try {
    if (fstatSync(file).isDirectory()) throw new Failure(`cannot read the checkpoint ${path}: it is a folder`);
    const { header, start } = checkedHeader(file, path);
    refuseOthers(path, header.owner, owner);
    const places = new Map<string, { readonly at: number; readonly length: number }>();
    let at = start;
    for (const [name, length] of header.columns) {
      places.set(name, { at, length });
      at += length;
    }
    const read = (column: string, into: Uint8Array): void => {
      const place = places.get(column);
      if (place === undefined || place.length !== into.length)
        throw broken(path, `its part "${column}" is not as long`);
      readFully(file, into, place.at);
    };
    return { head: header.head, read, close: () => closeSync(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

const broken = (path: string, why: string): Failure =>
  new Failure(`${path} is no whole checkpoint: ${why}; delete it, and start without --resume`, 22);

/** The header of a file whose checksum is right. */
function checkedHeader(file: number, path: string): { readonly header: Header; readonly start: number } {
  const { size } = fstatSync(file);
  const first = Buffer.alloc(SIGNATURE.length + LENGTH);
  const signed = size >= first.length + CHECKSUM && (readFully(file, first, 0), true);
  if (!signed || !first.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw broken(path, 'it does not begin like one');
  const hash = createHash('sha256');
  const piece = Buffer.alloc(Math.min(PIECE, size));
  for (let at = 0; at < size - CHECKSUM; at += piece.length) {
    const part = piece.subarray(0, Math.min(piece.length, size - CHECKSUM - at));
    readFully(file, part, at);
    hash.update(part);
  }
  const checksum = Buffer.alloc(CHECKSUM);
  readFully(file, checksum, size - CHECKSUM);
  if (!hash.digest().equals(checksum)) throw broken(path, 'it was cut short or changed');
  const text = Buffer.alloc(Number(first.readBigUInt64LE(SIGNATURE.length)));
  readFully(file, text, first.length);
  return { header: JSON.parse(text.toString()) as Header, start: first.length + text.length };
}

function readFully(file: number, into: Uint8Array, from: number): void {
  for (let at = 0; at < into.length;) {
    const count = readSync(file, into, at, Math.min(PIECE, into.length - at), from + at);
    if (count === 0) throw new Error('the file ends too early');
    at += count;
  }
}

function refuseOthers(path: string, theirs: Owner, ours: Owner): void {
  const other = (what: string): Failure => new Failure(`${path} was written ${what}; start without --resume`, 22);
  if (theirs.version !== ours.version)
    throw other(`by version ${theirs.version} of matching-rfc, and this is ${ours.version}`);
  if (theirs.bytes !== ours.bytes) throw other('on a machine that orders bytes otherwise');
  if (theirs.run !== ours.run) throw other(`for the run ${theirs.run}`);
  if (theirs.model !== ours.model) throw other('for other charts or another system, of the same name');
  if (theirs.claims.join() !== ours.claims.join()) {
    throw other(
      theirs.claims.length === 0 ? 'for all claims of the run' : `for the claims ${theirs.claims.join(', ')}`,
    );
  }
}
