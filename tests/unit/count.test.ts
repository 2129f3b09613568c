import { describe, expect, it } from 'vitest';
import { countsOfPlaywright, countsOfVitest, settle } from '../../scripts/count.mjs';
import { nodeIsNewEnough } from '../../scripts/setup.mjs';

const counts = (passed: number, failed: number) => ({ passed, failed });
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const numbers = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('countsOfVitest(report)', () => {
  it('counts a file that failed before its first test as a failed test', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed')];
    expect(countsOfVitest({ ...numbers, testResults })).toEqual(counts(2, 1));
  });

  it('counts a failed test once, not its file too', () => {
    const testResults = [file('failed', 'passed', 'failed')];
    expect(countsOfVitest({ ...numbers, numFailedTests: 1, testResults })).toEqual(counts(2, 1));
  });

  it('counts tests that were skipped or are still to be written as failed', () => {
    const report = { ...numbers, numPendingTests: 1, numTodoTests: 3, testResults: [] };
    expect(countsOfVitest(report)).toEqual(counts(2, 4));
  });
});

describe('countsOfPlaywright(report)', () => {
  it('counts flaky and skipped tests and errors outside of tests as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countsOfPlaywright({ stats, errors: [{}] })).toEqual(counts(5, 4));
  });
});

describe('settle(exitCode, counts)', () => {
  it('keeps the counts of a runner that agrees with them', () => {
    expect(settle(0, counts(3, 0))).toEqual(counts(3, 0));
    expect(settle(1, counts(3, 2))).toEqual(counts(3, 2));
  });

  it('counts at least one failure for a crash, a missing report and a run without tests', () => {
    expect(settle(1, counts(3, 0))).toEqual(counts(3, 1));
    expect(settle(0, undefined)).toEqual(counts(0, 1));
    expect(settle(0, counts(0, 0))).toEqual(counts(0, 1));
  });
});

describe('nodeIsNewEnough(version)', () => {
  it('is true from 22.12 on', () => {
    const versions = ['20.20.2', '22.11.9', '22.12.0', '24.0.0', '', '26.10.0'];
    expect(versions.filter(nodeIsNewEnough)).toEqual(['22.12.0', '24.0.0', '26.10.0']);
  });
});
