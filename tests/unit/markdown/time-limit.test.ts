import { expect, test } from 'vitest';

import { renderJob } from '../../../src/markdown/render-job.ts';
import { renderWithinLimits } from '../../../src/markdown/time-limit.ts';

const job = (markdown: string) => ({ markdown, siteLanguage: 'en' });

test.for(['A *ferry*.\n\n', 'A *ferry*.\n\n'.repeat(500)])(
  'a text is rendered as without limits',
  (markdown) => {
    expect(renderWithinLimits(job(markdown))).toEqual(renderJob(job(markdown)));
  },
);

test('a text that takes too long is stopped, and the next one is rendered', () => {
  // Without a limit it takes minutes: the parser's time grows with the square of the marks.
  expect(renderWithinLimits(job('*a **a _a '.repeat(30_000)), 0.2)).toBeUndefined();
  expect(renderWithinLimits(job('A *ferry*.'))?.html).toBe('<p>A <em>ferry</em>.</p>');
});

test('a text nested deeper than the stack is stopped', () => {
  expect(renderWithinLimits(job('>'.repeat(50_000)), 10)).toBeUndefined();
  expect(renderWithinLimits(job('A *ferry*.'))?.html).toBe('<p>A <em>ferry</em>.</p>');
});
