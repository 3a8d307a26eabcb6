// How many tests passed, failed and were skipped, from the reports of the two test runners.
import { existsSync, readFileSync } from 'node:fs';

/** @returns {{ passed: number, failed: number, skipped: number }} */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0 });

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** @param {string} file Vitest's JSON report; a report that was never written counts nothing */
export function countUnitTests(file) {
  const report = read(file);
  if (!report) return emptyTally();
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  const unloaded = report.testResults.filter(
    (suite) =>
      suite.status === 'failed' && suite.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string} file Playwright's JSON report; a report that was never written counts nothing */
export function countBrowserTests(file) {
  const report = read(file);
  if (!report) return emptyTally();
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}
