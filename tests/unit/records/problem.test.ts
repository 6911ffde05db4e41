import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { ContentError, formatProblem, formatProblems, type Problem } from '../../../src/records/problem.ts';

const problem = (file: string, line: number, column: number): Problem => ({
  file,
  line,
  column,
  found: 'x',
  expected: 'y',
  fix: 'Write y.',
});

describe('formatProblem', () => {
  test('gives a file of the working folder by its path from there', () => {
    const file = join(process.cwd(), 'content/people/ada.md');
    expect(formatProblem(problem(file, 3, 7))).toBe(
      'content/people/ada.md:3:7: found x; expected y. Write y.',
    );
  });

  test('gives a file elsewhere by its whole path', () => {
    expect(formatProblem(problem('/elsewhere/ada.md', 3, 7))).toMatch(/^\/elsewhere\/ada\.md:3:7: /);
  });
});

describe('formatProblems', () => {
  test('sorts by file, line and column, lines as numbers', () => {
    const places = [
      ['/b.md', 1, 1],
      ['/a.md', 10, 1],
      ['/a.md', 9, 5],
      ['/a.md', 9, 2],
    ] as const;
    const lines = formatProblems(places.map(([file, line, column]) => problem(file, line, column))).split(
      '\n',
    );
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      '/a.md:9:2',
      '/a.md:9:5',
      '/a.md:10:1',
      '/b.md:1:1',
      '4 errors in 2 files; nothing was written.',
    ]);
  });

  test('counts one error in one file', () => {
    expect(formatProblems([problem('/a.md', 1, 1)])).toMatch(/\n1 error in 1 file; nothing was written\.$/);
  });
});

test('ContentError carries every problem and words them all', () => {
  const problems = [problem('/b.md', 1, 1), problem('/a.md', 2, 2)];
  const error = new ContentError(problems);
  expect(error).toMatchObject({ name: 'ContentError', problems, message: formatProblems(problems) });
});
