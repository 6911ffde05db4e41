import { readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { astroCacheFolder } from '../records/content-root.ts';
import { makeCacheFolder, type OnDamage } from '../system/cache.ts';

/**
 * Prepares the folders that Astro keeps files in. It has no checksums, and fails when a file is damaged. So what it keeps of
 * collections, which hold nothing, is removed. Everything else that it reads again it also writes each time
 * (`.astro`, types and JSON Schemas for editors), for which there must be no folder or link in the place of a file. No
 * build takes anything from Vite's folder (`.vite`), which is for development.
 *
 * @param root absolute path of the content folder
 * @param project absolute path of the project
 */
export async function clearAstroFolders(root: string, project: string, onDamage?: OnDamage): Promise<void> {
  const folder = join(project, '.astro');
  makeCacheFolder(join(folder, 'collections'), onDamage);
  makeCacheFolder(join(project, 'node_modules/.vite'), onDamage);
  await rm(astroCacheFolder(root), { recursive: true, force: true });
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (extname(entry.name) === '' || entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await rm(path, { recursive: true, force: true });
    onDamage?.(path);
  }
}
