import { join, resolve } from 'node:path';

import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { displayPath } from '../records/problem.ts';
import { makeCacheFolder, openCache } from '../system/cache.ts';
import { lock } from '../system/lock.ts';
import type { Report } from '../system/progress.ts';
import { removeUnfinished } from '../system/write-file.ts';
import { isUpToDate, readInputState, rememberInputState } from './up-to-date.ts';

export interface BuildOptions {
  /** The folder to build into. */
  outDir: string;
  /** Builds nothing when it would make the same again. */
  ifChanged: boolean;
}

/**
 * Builds the site, as the only process that builds from this content folder.
 *
 * @throws {ContentError} when the content is not valid; the last release then stays as it was
 */
export async function buildSite(options: BuildOptions, report: Report): Promise<void> {
  const outDir = resolve(options.outDir);
  const folder = cacheFolder(contentRoot());
  const damaged = new Set<string>();
  const onDamage = (file: string) => void damaged.add(file);
  const onWait = () => report.log('Another build is running; waiting for it to end.');
  makeCacheFolder(folder, onDamage);
  const unlock = await lock(join(folder, 'lock'), onWait);
  try {
    const cache = openCache(folder, onDamage);
    const inputState = readInputState();
    if (options.ifChanged && (await isUpToDate(outDir, inputState, cache))) return;
    await removeUnfinished(folder);
    // Astro takes a second to load.
    const { runStages } = await import('./stages.ts');
    await runStages(outDir, { cache, onDamage, onWait, report });
    await rememberInputState(outDir, inputState, cache);
  } finally {
    if (damaged.size > 0) report.log(describeDamage([...damaged]));
    unlock();
  }
}

/** How many files a message names. */
const mostNamed = 3;

function describeDamage(files: readonly string[]): string {
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : '';
  const named = files.slice(0, mostNamed).map(displayPath).join(', ');
  return `Kept from earlier builds, but damaged, and therefore made again: ${named}${more}.`;
}
