import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { lock } from '../system/lock.ts';
import type { Report } from '../system/progress.ts';
import { removeUnfinished } from '../system/write-file.ts';
import { resolveOutputFolder } from './release/output-folder.ts';
import { isUpToDate, readInputState, rememberInputState } from './up-to-date.ts';

export interface BuildOptions {
  /** The folder to build into. */
  outDir: string;
  /** Builds nothing when it would make the same again. */
  ifChanged: boolean;
  /** Whether most articles, and lines of the ledger, may have been removed since the last build. */
  allowsRemoval: boolean;
}

/**
 * Builds the site, as the only process that builds from this content folder.
 *
 * @throws {CommandError} when the folder must not be replaced
 * @throws {ContentError} when the content is not valid; the last release then stays as it was
 */
export async function buildSite(options: BuildOptions, report: Report): Promise<void> {
  const surroundings = { project: process.cwd(), content: contentRoot() };
  const outDir = resolveOutputFolder(resolve(options.outDir), surroundings);
  const cache = cacheFolder(contentRoot());
  const onWait = () => report.log('Another build is running; waiting for it to end.');
  await mkdir(cache, { recursive: true });
  const unlock = await lock(join(cache, 'lock'), onWait);
  try {
    const inputState = readInputState();
    if (options.ifChanged && (await isUpToDate(outDir, inputState))) return;
    await removeUnfinished(cache);
    // Astro takes a second to load.
    const { runStages } = await import('./stages.ts');
    await runStages(outDir, options.allowsRemoval, report);
    await rememberInputState(outDir, inputState);
  } finally {
    unlock();
  }
}
