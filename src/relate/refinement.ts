import { type Lts, type Reversed, SILENT, reversed } from './lts.ts';
import { Partition } from './partition.ts';
import { SignatureTable } from './signature-table.ts';

/**
 * The coarsest partition in which the states of a block can do the same: by signatures, sets of label and block
 * (S. Blom, S. Orzan, "Distributed branching bisimulation reduction of state spaces", 2003).
 *
 * A round looks only at states whose signature can have changed. The largest part of a block that falls apart keeps the
 * block's number, so that few states have a new one; a state that kept its signature need not be looked at.
 *
 * @param silence `visible`: silent edges are like others, which gives strong bisimulation. `inert`: a silent edge inside
 * a block goes unseen, and what its target can do its source can; for branching bisimulation of a system whose silent
 * edges lead to lower numbers only.
 */
export function refined(lts: Lts, silence: 'visible' | 'inert'): Partition {
  const partition = new Partition(lts.states);
  if (lts.states === 0) return partition;
  const back = reversed(lts);
  const inert = silence === 'inert';
  const signatures = signer(lts, partition, inert);
  const split = splitter(partition);
  let dirty: Uint32Array = Uint32Array.from({ length: lts.states }, (_, state) => state);
  while (dirty.length > 0) {
    partition.rounds++;
    for (const state of dirty) signatures.sign(state);
    const moved = split(dirty, signatures.of);
    dirty = affected(partition, back, moved, inert);
  }
  return partition;
}

/** Finds the signatures of states, in ascending order where silent edges are inert: those of their targets stand. */
function signer(
  { states, offsets, labels, targets }: Lts,
  { of: block }: Partition,
  inert: boolean,
): { readonly sign: (state: number) => void; readonly of: Uint32Array } {
  const table = new SignatureTable();
  const of = new Uint32Array(states);
  let keys = new Float64Array(1 << 10);
  const sign = (state: number): void => {
    let count = 0;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const target = targets[edge]!;
      const merged = inert && labels[edge] === SILENT && block[target] === block[state];
      const most = count + (merged ? table.sizeOf(of[target]!) : 1);
      if (most > keys.length) {
        const longer = new Float64Array(2 * most);
        longer.set(keys);
        keys = longer;
      }
      if (merged) count = table.append(of[target]!, keys, count);
      else keys[count++] = labels[edge]! * 2 ** 32 + block[target]!;
    }
    of[state] = table.intern(keys, count);
  };
  return { sign, of };
}

/** One part of a block: dirty states of one signature. */
type Part = { readonly signature: number; readonly states: number[] };

/** Splits blocks by the signatures of their dirty states; gives the states that have another block now. */
function splitter(partition: Partition): (dirty: Uint32Array, signatureOf: Uint32Array) => number[] {
  const { of } = partition;
  /** By block: how many states it has, and the signature of those that are not dirty. */
  const sizes = [of.length];
  const common = [-1];
  return (dirty, signatureOf) => {
    const parts = new Map<number, Map<number, Part>>();
    for (const state of dirty) {
      const own = parts.get(of[state]!) ?? new Map<number, Part>();
      parts.set(of[state]!, own);
      const signature = signatureOf[state]!;
      const part = own.get(signature);
      if (part === undefined) own.set(signature, { signature, states: [state] });
      else part.states.push(state);
    }
    const moved: number[] = [];
    for (const [block, own] of parts) {
      const all = [...own.values()];
      const clean = sizes[block]! - all.reduce((sum, { states }) => sum + states.length, 0);
      const largest = all.reduce((one, other) => (other.states.length > one.states.length ? other : one));
      const kept = clean > 0 ? common[block]! : largest.signature;
      common[block] = kept;
      for (const { signature, states } of all) {
        if (signature === kept) continue;
        const fresh = partition.blocks++;
        sizes[block]! -= states.length;
        sizes[fresh] = states.length;
        common[fresh] = signature;
        for (const state of states) partition.move(state, fresh);
        moved.push(...states);
      }
    }
    return moved;
  };
}

/** The states whose signature can be another because some states moved, in ascending order. */
function affected({ of }: Partition, back: Reversed, moved: readonly number[], inert: boolean): Uint32Array {
  const dirty = new Uint8Array(of.length);
  const found: number[] = [];
  const touch = (state: number): void => {
    if (dirty[state] === 1) return;
    dirty[state] = 1;
    found.push(state);
  };
  for (const state of moved) {
    if (inert) touch(state);
    for (let edge = back.offsets[state]!; edge < back.offsets[state + 1]!; edge++) touch(back.sources[edge]!);
  }
  for (let next = 0; inert && next < found.length; next++) {
    const state = found[next]!;
    for (let edge = back.offsets[state]!; edge < back.offsets[state + 1]!; edge++) {
      const source = back.sources[edge]!;
      if (back.labels[edge] === SILENT && of[source] === of[state]) touch(source);
    }
  }
  return Uint32Array.from(found).sort();
}
