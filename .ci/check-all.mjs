/**
 * Everything that must pass, one after the other, each although another failed. Counts every test of the suites and
 * every other check as one, names what failed, ends with `N passed, N failed`, and exits with 1 if something failed.
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

const firstLine = (text) => text?.split('\n')[0] ?? '';

const count = { passed: 0, failed: 0 };
const faults = [];
for (const script of ['types', 'lint', 'format-check', 'dead-code']) {
  const isFine = run(script) === 0;
  count[isFine ? 'passed' : 'failed'] += 1;
  if (!isFine) faults.push(`npm run ${script}`);
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
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    for (const { fullName, failureMessages } of failed)
      faults.push(`${name}: ${fullName}: ${firstLine(failureMessages[0])}`);
    if (failed.length === 0 && status === 'failed') faults.push(`${name}: ${firstLine(message)}`);
  }
  // A file that does not load, or an error outside of any test, fails the run without a failed test.
  count.failed += Math.max(numFailedTests, status === 0 ? 0 : 1);
} catch (error) {
  count.failed += 1;
  faults.push(`npm run suites: ${firstLine(error.message)}`);
} finally {
  rmSync(folder, { recursive: true });
}

console.log();
for (const fault of faults) console.log(`failed: ${fault.replaceAll(`${process.cwd()}/`, '')}`);
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
