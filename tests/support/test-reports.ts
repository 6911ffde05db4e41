import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';

/** What a runner's report says. */
export interface TestReport {
  passed: number;
  skipped: number;
  /** Of all tests, those that failed included. */
  total: number;
  /** What failed: `<file>: <name>`, and the first lines of its message. */
  failures: readonly string[];
}

const noReport: TestReport = { passed: 0, skipped: 0, total: 0, failures: [] };

/** How many lines of a message are shown: enough for what was found and expected. */
const mostLines = 12;

/** @param file JSON of Vitest's reporter; without it nothing has been counted */
export function readVitestReport(file: string): TestReport {
  const report = readReport<JsonTestResults>(file);
  if (!report) return noReport;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    // A file that cannot be loaded has no tests.
    return status === 'failed' && failed.length === 0
      ? [formatFailure(name, 'the file itself', message ?? '')]
      : failed.map(({ fullName, failureMessages }) =>
          formatFailure(name, fullName, failureMessages?.[0] ?? ''),
        );
  });
  const { numPassedTests, numPendingTests, numTotalTests } = report;
  return { passed: numPassedTests, skipped: numPendingTests, total: numTotalTests, failures };
}

/** @param file JSON of Playwright's reporter; without it nothing has been counted */
export function readPlaywrightReport(file: string): TestReport {
  const report = readReport<JSONReport>(file);
  if (!report) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = [
    ...report.errors.map(({ message }) => formatFailure('Playwright', 'the run', message ?? '')),
    ...report.suites.flatMap((suite) => listFailures(suite, [])),
  ];
  return { passed: expected, skipped, total: expected + unexpected + flaky + skipped, failures };
}

function listFailures(
  { specs, suites = [], title, file }: JSONReportSuite,
  titles: readonly string[],
): string[] {
  const names = title === file ? titles : [...titles, title];
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map((spec) => {
      const errors = spec.tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return formatFailure(file, [...names, spec.title].join(' › '), errors[0]?.message ?? '');
    }),
    ...suites.flatMap((suite) => listFailures(suite, names)),
  ];
}

function formatFailure(file: string, name: string, message: string): string {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, mostLines);
  return [`${file}: ${name}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
