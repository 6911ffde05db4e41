import {
  describeProblem,
  startOfFile,
  type Position,
  type ProblemMessage,
  type Problem,
} from '../../../../records/problem.ts';

/** Thrown when an address cannot be worked out, with the place in the site that makes it unknown. */
export class UnknownAddress extends Error {
  override name = 'UnknownAddress';
  readonly problem: Problem;

  /** @param file absolute path */
  constructor(file: string, { line, column }: Position = startOfFile, message: ProblemMessage) {
    super(describeProblem(message));
    this.problem = { file, line, column, ...message };
  }
}
