import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { cacheFolder } from '../../src/records/content-root.ts';
import { readArchive } from '../../src/records/read/read-archive.ts';
import { measure, measureSite, nodeArgumentsOf, type Cost, type SiteSize } from './measure.ts';
import { writeHugoContent } from './peers/hugo-content.ts';

/** Where archives and sites are that are measured. */
export const benchFolder = resolve('node_modules/.cache/dateline/bench');

const trash = join(benchFolder, 'trash');
const pagefind = resolve('node_modules/pagefind/lib/runner/bin.cjs');
const astro = resolve('node_modules/astro/bin/astro.mjs');

/** Removes what earlier builds have left, so that the next one is a clean build. */
export async function forget(content: string, dist: string): Promise<void> {
  const before = join(dirname(dist), `.${basename(dist)}-previous`);
  for (const folder of [cacheFolder(content), dist, before]) await setAside(folder);
}

/**
 * Takes away what is not to be there, to be removed at the end: ext4 looks through the places of all files that have
 * been removed in the last minutes for each that is made, which costs a build of 60,000 files up to ten seconds.
 */
async function setAside(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await mkdir(trash, { recursive: true });
  await rename(folder, join(trash, randomUUID()));
}

/** Removes what was set aside. */
export function emptyTrash(): Promise<void> {
  return rm(trash, { recursive: true, force: true });
}

export function buildDateline(content: string, dist: string, flags: readonly string[] = []): Promise<Cost> {
  const options = [...flags, ...nodeArgumentsOf('build'), '--out-dir', dist];
  return measure(process.execPath, options, { env: { ARCHIVE_CONTENT: content } });
}

export function checkDateline(content: string): Promise<Cost> {
  return measure(process.execPath, nodeArgumentsOf('check'), { env: { ARCHIVE_CONTENT: content } });
}

/** @returns nothing when Hugo is not installed */
export async function buildHugo(content: string, folder: string): Promise<(Cost & SiteSize) | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const site = join(folder, 'public');
  if (!existsSync(join(folder, 'content'))) {
    const { content: archive } = await readArchive(content);
    if (archive) await writeHugoContent(archive, join(folder, 'content'));
  }
  await cp('tests/bench/peers/hugo', folder, { recursive: true });
  await setAside(site);
  const hugo = await measure('hugo', ['--quiet'], { cwd: folder });
  const index = await measure(process.execPath, [pagefind, '--site', site]);
  return {
    wall: hugo.wall + index.wall,
    cpu: hugo.cpu && index.cpu && hugo.cpu + index.cpu,
    memory: hugo.memory && index.memory && Math.max(hugo.memory, index.memory),
    said: '',
    ...(await measureSite(site)),
  };
}

export async function buildAstro(content: string, folder: string): Promise<Cost & SiteSize> {
  const site = join(folder, 'dist');
  await setAside(folder);
  const env = { ARCHIVE_CONTENT: content, PEER_CACHE: join(folder, 'cache') };
  const cost = await measure(process.execPath, [astro, 'build', '--outDir', site], {
    cwd: 'tests/bench/peers/astro',
    env,
  });
  return { ...cost, ...(await measureSite(site)) };
}
