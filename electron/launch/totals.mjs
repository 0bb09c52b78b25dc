// Adds up what the test runners wrote, for the one line at the end.
import { existsSync, readFileSync } from 'node:fs';

/** Totals of a report of vitest's JSON reporter; undefined when there is none. */
export function vitestTotals(file) {
  const report = read(file);
  if (report === undefined) return undefined;
  // A file that fails before its first test counts as one failure.
  const brokenFiles = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Totals of a report of Playwright's JSON reporter; undefined when there is none. */
export function playwrightTotals(file) {
  const report = read(file);
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (unexpected === 0 ? report.errors.length : 0), skipped };
}

/** Sum of several totals. */
export function sum(all) {
  const add = (key) => all.reduce((total, one) => total + one[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** The line a build machine reads: `12 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
