import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { runWarm } from './warm-commands.ts';

const run = promisify(execFile);

/** What a build reads besides the content folder. */
const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Copies the program into a folder of its own, where it can be changed. The copy has its own caches, empty at first. */
export async function copyProject(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules');
  await mkdir(packages, { recursive: true });
  for (const part of parts) await cp(part, join(folder, part), { recursive: true });
  for (const name of await readdir('node_modules')) {
    // Caches are in hidden folders; commands are in another.
    if (!name.startsWith('.') || name === '.bin')
      await symlink(resolve('node_modules', name), join(packages, name));
  }
}

/** The folders of a project in which builds keep what the next ones take over. */
export const keptFolders = ['.astro', 'node_modules/.cache', 'node_modules/.astro', 'node_modules/.vite'];

/** The folder of what Astro makes of the program, which no content changes: see `bundle.ts`. */
const bundles = 'node_modules/.cache/dateline/bundles';

/**
 * Removes everything that builds with a copied program have kept.
 *
 * @param options `keepsBundles`: except for what takes three seconds to make again, and is the same as long as the program is
 */
export async function removeCaches(project: string, { keepsBundles = false } = {}): Promise<void> {
  const aside = join(project, 'node_modules/bundles');
  const isAside = keepsBundles && existsSync(join(project, bundles));
  if (isAside) await rename(join(project, bundles), aside);
  for (const folder of keptFolders) await rm(join(project, folder), { recursive: true, force: true });
  if (!isAside) return;
  await mkdir(dirname(join(project, bundles)), { recursive: true });
  await rename(aside, join(project, bundles));
}

/**
 * Builds a site with a copied program.
 *
 * @returns what the build said
 * @throws when the build fails, with what it said
 */
export async function buildWith(
  project: string,
  content: string,
  dist: string,
  variables: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): Promise<string> {
  const env = { ...process.env, ARCHIVE_CONTENT: content, ...variables };
  const command = ['src/commands/build.ts', '--out-dir', dist, ...options];
  const { stderr } = await run(process.execPath, command, { cwd: project, env });
  return stderr;
}

/**
 * Builds a site with a copied program in a process that has built before; the program must be as it was then.
 *
 * @returns what the build said
 * @throws when the build fails, with what it said
 */
export async function buildWarm(
  project: string,
  content: string,
  dist: string,
  options: readonly string[] = [],
): Promise<string> {
  const { code, stderr } = await runWarm('build', content, ['--out-dir', dist, ...options], { project });
  if (code !== 0) throw new Error(stderr);
  return stderr;
}
