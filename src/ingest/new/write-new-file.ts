import { CommandError } from '../../system/command-error.ts';
import { describeProblem, type ProblemMessage } from '../../records/problem.ts';
import { withCleanup } from '../write/with-cleanup.ts';
import { openStaging } from '../write/staging.ts';

/** A file to be created. */
export interface NewFile {
  /** Below the content root. */
  path: string;
  content: string | Uint8Array;
}

/** @throws {CommandError} that lists the problems, when there are any */
export function throwProblems(problems: readonly ProblemMessage[]): void {
  if (problems.length > 0)
    throw new CommandError([...problems.map(describeProblem), 'Nothing was written.'].join('\n'));
}

/**
 * Writes new files of the archive, each in one step.
 *
 * @param root absolute path of the content folder
 * @throws {CommandError} when a file exists already
 */
export async function writeNewFiles(root: string, files: readonly NewFile[]): Promise<void> {
  await withCleanup(async (removeLater) => {
    const staging = removeLater(await openStaging(root));
    for (const { content, path } of files) await staging.prepare(path, content);
    await staging.publish(() => undefined);
  });
}
