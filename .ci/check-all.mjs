/**
 * Everything that must pass, one after the other, each although another failed. Counts every test of the suites and
 * every other check as one, ends with `N passed, N failed`, and exits with 1 if something failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (script, ...args) => {
  console.log(`\n== npm run ${script}`);
  return spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  }).status;
};

const count = { passed: 0, failed: 0 };
for (const script of ['types', 'lint', 'format-check', 'dead-code']) {
  count[run(script) === 0 ? 'passed' : 'failed'] += 1;
}

const folder = mkdtempSync(join(tmpdir(), 'suites-'));
const file = join(folder, 'results.json');
const status = run('suites', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  count.passed += numPassedTests;
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending'),
  );
  for (const { fullName } of skipped) console.log(`not run: ${fullName}`);
  // A file that does not load, or an error outside of any test, fails the run without a failed test.
  count.failed += Math.max(numFailedTests, status === 0 ? 0 : 1);
} catch {
  count.failed += 1;
} finally {
  rmSync(folder, { recursive: true });
}

console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
