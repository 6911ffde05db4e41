import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a build reads besides the content folder. */
const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Copies the program into a folder of its own, where it can be changed. */
export async function copyProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of parts) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
}

/**
 * Builds a site with a copied program.
 *
 * @throws when the build fails, with what it said
 */
export async function buildWith(
  project: string,
  content: string,
  dist: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<void> {
  const env = { ...process.env, ARCHIVE_CONTENT: content, ...variables };
  await run(process.execPath, ['src/commands/build.ts', '--out-dir', dist], { cwd: project, env });
}
