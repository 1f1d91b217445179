import { expect, test } from 'vitest';
import { jsonFaultText } from '../../src/trace/json-fault.ts';
const nested = (n: number) => '['.repeat(n) + ']'.repeat(n);
test('deep', () => {
  expect(jsonFaultText(nested(1000))).toBeUndefined();
  expect(jsonFaultText('{"a":'.repeat(200000) + '1' + '}'.repeat(200000))).toContain('nested too deep');
  expect(jsonFaultText(nested(1001))).toContain('nested too deep');
  expect(jsonFaultText('[' + nested(900) + ',' + nested(900) + ']')).toBeUndefined();
});
