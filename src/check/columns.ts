/** Large lists of numbers by name, as bytes: views of the memory in which they stand. */
export type Columns = Readonly<Record<string, Uint8Array>>;

/** Fills in the bytes of a list that was kept. */
export type ReadColumn = (name: string, into: Uint8Array) => void;

/** The memory of a typed array. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
