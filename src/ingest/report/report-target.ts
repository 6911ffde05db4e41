import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

import { UsageError } from '../../system/command-error.ts';

/**
 * Resolves the path of a report: a file of its own, never one of the archive or of the input.
 *
 * @param report as it was named on the command line
 * @param root absolute path of the content folder
 * @param names the input files and folders; `-` for standard input
 * @returns absolute path, without symbolic links
 * @throws {UsageError} when the path is a folder, is in the content folder, or is part of the input
 */
export function findReportTarget(report: string, root: string, names: readonly string[]): string {
  const folder = dirname(resolve(report));
  if (!existsSync(folder)) throw new UsageError(`--report ${report}: the folder ${folder} does not exist.`);
  const target = realPath(join(folder, basename(resolve(report))));
  if (existsSync(target) && !statSync(target).isFile()) {
    throw new UsageError(`--report ${report} is not a file: give the name of a file.`);
  }
  const isIn = (path: string) => `${target}${sep}`.startsWith(`${realPath(path)}${sep}`);
  if (isIn(root)) {
    throw new UsageError(`--report ${report} is in the content folder: choose a file elsewhere.`);
  }
  if (names.some((name) => name !== '-' && isIn(resolve(name)))) {
    throw new UsageError(`--report ${report} is one of the files to ingest: choose a file elsewhere.`);
  }
  return target;
}

/** Resolves symbolic links; of a file that does not exist, those of its folder. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}
