import fc from 'fast-check';
import { expect, test } from 'vitest';

import { jsonFault } from '../../src/trace/json-fault.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.for([
  ['{"a": 1,, "b": 2}', 8],
  ['{"a": [1, 2}', 11],
  ['{"a": tru}', 6],
  ['{"a": 1', 7],
  ['{"a": 1} x', 9],
  ['', 0],
] as const)('%s stops being JSON at %i', ([text, at]) => {
  expect(jsonFault(text)).toBe(at);
});

test('every JSON text is accepted, and a text with one sign changed is accepted only if it parses', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom(...'{}[],:"0e-t\\ \n'), (json, place, sign) => {
      expect(jsonFault(json)).toBeUndefined();
      const at = place % json.length;
      const changed = json.slice(0, at) + sign + json.slice(at + 1);
      expect(jsonFault(changed) === undefined).toBe(parses(changed));
    }),
  );
});
