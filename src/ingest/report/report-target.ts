import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

import { UsageError } from '../../commands/run-command.ts';

/**
 * Finds where a report goes: to a file of its own, never over the archive or what is taken in.
 *
 * @param report as it was named on the command line
 * @param root absolute path of the content folder
 * @param names the files and folders that are taken in; `-` for standard input
 * @returns absolute path, without symbolic links
 * @throws {UsageError} when the place is a folder, lies in the content folder, or in what is taken in
 */
export function findReportTarget(report: string, root: string, names: readonly string[]): string {
  const folder = dirname(resolve(report));
  if (!existsSync(folder)) throw new UsageError(`--report ${report}: the folder ${folder} does not exist.`);
  const target = realPath(join(folder, basename(resolve(report))));
  if (existsSync(target) && !statSync(target).isFile()) {
    throw new UsageError(`--report ${report} is no file: give the name of a file.`);
  }
  const isIn = (path: string) => `${target}${sep}`.startsWith(`${realPath(path)}${sep}`);
  if (isIn(root)) {
    throw new UsageError(`--report ${report} lies in the content folder: give a file elsewhere.`);
  }
  if (names.some((name) => name !== '-' && isIn(resolve(name)))) {
    throw new UsageError(`--report ${report} is a part of what is to be taken in: give a file elsewhere.`);
  }
  return target;
}

/** Of what is not there yet, the path with its folder's links followed. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}
