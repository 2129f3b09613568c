// @ts-check
/** Reads how many tests passed and failed from the reports that the runners write. Pure. */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed skipped tests are among them: a test that did not run proves nothing
 */

/**
 * @typedef {object} VitestReport the fields read of Vitest's JSON report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightReport the fields read of Playwright's JSON report
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors those outside of any test
 */

/**
 * Counts of a check that has only an exit code: one check, passed or failed.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOfCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts of a Vitest run. A file that failed before its first test counts as one failed test.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countsOfVitest(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const notRun = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notRun + brokenFiles.length,
  };
}

/**
 * Counts of a Playwright run.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countsOfPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

/**
 * Holds counts against the runner's exit code: a runner that failed, crashed before its report or
 * ran no test at all has at least one failure.
 * @param {number} exitCode
 * @param {Counts | undefined} counts undefined when there is no readable report
 * @returns {Counts}
 */
export function settle(exitCode, counts) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const silentFailure = exitCode !== 0 || !counts || passed + failed === 0;
  return { passed, failed: silentFailure ? Math.max(failed, 1) : failed };
}
