import { layers, outside, targets } from './layers.mjs';

/** One pattern for each target that a layer may not import, its message saying what it may, and why. */
const restricted = ({ name, may, why, doors = [] }) => ({
  patterns: [
    ...Object.entries(targets)
      .filter(([target]) => !may.includes(target))
      .map(([target, regex]) => ({
        regex,
        message: target === 'node' ? outside : `${name} may import only ${may.join(', ')}. ${why}`,
      })),
    ...doors.map((door) => ({
      group: [`**/${door}/**`, `!**/${door}/index.ts`],
      message: `${door} is entered by its index.ts: what lies behind it may change.`,
    })),
  ],
});

const noProcess = {
  'no-restricted-globals': ['error', { name: 'process', message: outside }],
};
const chance = 'A search and a chart must give the same answer twice: time and choice are steps of somebody.';
const noChance = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: chance },
    { object: 'Date', property: 'now', message: chance },
    { object: 'globalThis', property: 'process', message: outside },
  ],
};

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'vitest'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist/**', 'node_modules/**', 'coverage/**'],
  rules: {
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    'unicorn/no-new-array': 'off',
    // A terminal is spoken to in control characters.
    'no-control-regex': 'off',
    // Laws are checked within properties and by functions of the tests' own.
    'vitest/no-conditional-expect': 'off',
    'vitest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'expect*', 'agree*', 'try*', 'assert', 'fc.assert', 'expectTypeOf'] },
    ],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
  overrides: [
    ...layers.map((layer) => ({
      files: layer.files,
      rules: { 'no-restricted-imports': ['error', restricted(layer)] },
    })),
    { files: ['machines/**', 'properties/**', 'src/**'], rules: { ...noProcess, ...noChance, 'no-console': 'error' } },
    {
      files: ['src/cli/**'],
      rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off', 'no-console': 'off' },
    },
    // The contexts of a view are unknown until a system names them; `unknown` would make every claim cast.
    { files: ['src/model/view.ts'], rules: { 'typescript/no-explicit-any': 'off' } },
  ],
};
