import { CommandError } from '../../commands/run-command.ts';
import { wordProblem } from '../../records/problem.ts';
import { cleaningUp } from '../write/clean-up.ts';
import { openStaging } from '../write/staging.ts';

/** A file to be made. */
export interface NewFile {
  /** Below the content root. */
  path: string;
  text: string;
}

/** @throws {CommandError} when something is wrong with what is to be made: it says all of it */
export function refuse(problems: readonly Parameters<typeof wordProblem>[0][]): void {
  if (problems.length > 0)
    throw new CommandError([...problems.map(wordProblem), 'Nothing was written.'].join('\n'));
}

/**
 * Puts a file into the archive at one stroke.
 *
 * @param root absolute path of the content folder
 * @throws {CommandError} when there is a file in its place
 */
export async function putFile(root: string, { path, text }: NewFile): Promise<void> {
  await cleaningUp(async (removeLater) => {
    const staging = removeLater(await openStaging(root));
    await staging.prepare(path, text);
    await staging.publish(() => undefined);
  });
}
