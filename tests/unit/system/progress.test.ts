import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createReport, type Report } from '../../../src/system/progress.ts';

/** What a report writes to a stream, terminal or not. */
function written(isTTY: boolean, use: (report: Report) => void): string {
  const stream = Object.assign(new PassThrough(), { isTTY });
  use(createReport(stream as unknown as NodeJS.WriteStream));
  return String(stream.read() ?? '');
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createReport', () => {
  const build = (report: Report) => {
    report.step('Writing the pages');
    vi.advanceTimersByTime(1500);
    report.progress(1000, 20000);
    report.progress(1001, 20000);
    report.done('20,000 pages');
  };

  test('writes one whole line a step where there is no terminal', () => {
    expect(written(false, build)).toBe('Writing the pages: 20,000 pages (1.5 s)\n');
  });

  test('rewrites one line on a terminal, seldom enough to cost nothing', () => {
    expect(written(true, build).split('\r\u001B[K')).toEqual([
      '',
      'Writing the pages …',
      'Writing the pages … 1,000 of 20,000',
      'Writing the pages: 20,000 pages (1.5 s)\n',
    ]);
  });

  test('counts on where it is not known how much there is', () => {
    const read = (report: Report) => {
      report.step('Reading the files');
      vi.advanceTimersByTime(1500);
      report.progress(1234);
      report.done('1,240 items');
    };
    expect(written(true, read)).toContain('\r\u001B[KReading the files … 1,234\r');
    expect(written(false, read)).toBe('Reading the files: 1,240 items (1.5 s)\n');
  });

  test('counts the time of each step from its own beginning', () => {
    const twoSteps = (report: Report) => {
      report.step('A');
      vi.advanceTimersByTime(2000);
      report.done('x');
      report.step('B');
      vi.advanceTimersByTime(300);
      report.done('y');
    };
    expect(written(false, twoSteps)).toBe('A: x (2.0 s)\nB: y (0.3 s)\n');
  });
});
