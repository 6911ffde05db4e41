import type { Problem } from '../../records/problem.ts';

/** Thrown when what was received cannot be read. Its place is in the file, or in the item that its catcher knows. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly problem: Omit<Problem, 'file'>;

  /**
   * @param found completes "found …"; names the element or key (`the date "31 February" in <pubDate>`)
   * @param expected completes "expected …"
   * @param fix one or two whole sentences that say what to do
   */
  constructor(
    found: string,
    expected: string,
    fix: string,
    place: { line: number; column: number } = { line: 1, column: 1 },
  ) {
    super(`found ${found}; expected ${expected}. ${fix}`);
    this.problem = { ...place, found, expected, fix };
  }
}
