import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { CommandError } from '../../system/command-error.ts';
import { manifestFile } from '../release/manifest.ts';
import type { ReleaseTarget } from '../release/host-folders.ts';

/**
 * Puts what Astro has made besides pages into the release: styles, scripts, the files of `public/`.
 *
 * @param assets absolute path of their folder
 * @throws {CommandError} when a file of `public/` would replace one of the archive
 */
export async function linkAssets(assets: string, release: ReleaseTarget): Promise<void> {
  for (const entry of await readdir(assets, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(assets, path);
    if (release.has(file) || file === manifestFile)
      throw new CommandError(`public/${file} would replace a file of the archive. Rename it.`);
    release.link(file, path);
  }
}
