import { execFileSync } from 'node:child_process';

import { CommandError } from '../system/command-error.ts';
import { ledgerFile } from '../records/content-root.ts';

/**
 * Finds the day of the last commit of a content folder, in the committer's time zone. Changes to the ledger itself may be
 * uncommitted.
 *
 * @returns `2021-07-18`
 * @throws {CommandError} when the folder was never committed, or has uncommitted changes
 */
export function findCommitDay(root: string): string {
  const { day, changes } = readGitState(root);
  const fix = 'Commit it, or give the day of publication with --date YYYY-MM-DD.';
  if (day === '')
    throw new CommandError(`${root} is in no commit: the day of publication is unknown. ${fix}`);
  if (changes !== '') throw new CommandError(`${root} has uncommitted changes:\n${changes}${fix}`);
  return day;
}

/** @returns empty strings when there is no repository, or Git is not installed */
function readGitState(root: string): { day: string; changes: string } {
  const git = (...options: string[]) =>
    execFileSync('git', ['-C', root, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const day = git('log', '-1', '--format=%cd', '--date=format:%Y-%m-%d', '--', '.').trim();
    const all = ['--porcelain', '--untracked-files=all'];
    return { day, changes: git('status', ...all, '--', '.', `:(exclude)${ledgerFile}`) };
  } catch {
    return { day: '', changes: '' };
  }
}
