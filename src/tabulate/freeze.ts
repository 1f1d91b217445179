/**
 * Freezes a value of plain data with everything in it, so that whoever tries to change it is caught.
 *
 * The value must not contain itself.
 */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeep(part);
  return value;
}
