import type { Problem } from '../../records/problem.ts';

/** Thrown when a source cannot be read. The position is relative to the file, or to the item that is being read. */
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
    position: { line: number; column: number } = { line: 1, column: 1 },
  ) {
    super(`found ${found}; expected ${expected}. ${fix}`);
    this.problem = { ...position, found, expected, fix };
  }
}
