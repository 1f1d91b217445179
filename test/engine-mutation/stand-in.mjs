/**
 * What a test file imports from Vitest, without Vitest: tests are collected into a list, `expect` is Vitest's own.
 * Inline snapshots are compared line by line, without regard to indentation; snapshots in files as they are.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, plugins } from '@vitest/pretty-format';
import { chai, expect, vi } from 'vitest';

const lines = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

/** As Vitest prints what stands in a snapshot. */
const printed = (value) =>
  format(value, {
    escapeString: false,
    printBasicPrototype: false,
    printFunctionName: false,
    plugins: [plugins.AsymmetricMatcher],
  });

chai.use((_, { addMethod }) => {
  const snapshot = (assertion, value, inline) => {
    const text = printed(value);
    assertion.assert(lines(text) === lines(inline), `${text}\n is not as in the inline snapshot\n${inline}`, '');
  };
  addMethod(chai.Assertion.prototype, 'toMatchInlineSnapshot', function (inline) {
    snapshot(this, this._obj, inline);
  });
  addMethod(chai.Assertion.prototype, 'toThrowErrorMatchingInlineSnapshot', function (inline) {
    let thrown;
    try {
      this._obj();
    } catch (error) {
      thrown = error;
    }
    this.assert(thrown !== undefined, 'nothing was thrown', '');
    snapshot(this, thrown, inline);
  });
});

/** Where the test file that is evaluated stands: paths of snapshots are relative to it. */
let folder = '.';

chai.use((_, { addMethod }) => {
  addMethod(chai.Assertion.prototype, 'toMatchFileSnapshot', function (file) {
    this.assert(this._obj === readFileSync(join(folder, file), 'utf8'), `not as in ${file}`, '');
  });
});

const isFunction = (value) => typeof value === 'function';

/** The module for one evaluation of a test file, the tests that it declares, and what comes before them, in their order. */
export function standIn(provided, file) {
  folder = dirname(file);
  const tests = [];
  const before = [];
  const names = [];
  const test = (name, ...rest) => tests.push({ name: [...names, name].join(' > '), run: rest.findLast(isFunction) });
  const describe = (name, ...rest) => {
    names.push(name);
    rest.findLast(isFunction)();
    names.pop();
  };
  const forEach =
    (declare) =>
    (cases) =>
    (name, ...rest) =>
      cases.forEach((each, number) => declare(`${name} [${number}]`, () => rest.findLast(isFunction)(each)));
  test.for = forEach(test);
  test.each =
    (cases) =>
    (name, ...rest) =>
      cases.forEach((each, number) =>
        test(`${name} [${number}]`, () => rest.findLast(isFunction)(...(Array.isArray(each) ? each : [each]))),
      );
  describe.for = forEach(describe);
  test.skipIf = (skips) => (skips ? () => {} : test);
  describe.skipIf = (skips) => (skips ? () => {} : describe);
  const inject = (name) => provided[name];
  const beforeAll = (hook) => before.push(hook);
  return { module: { test, it: test, describe, expect, vi, inject, afterAll: () => {}, beforeAll }, tests, before };
}
