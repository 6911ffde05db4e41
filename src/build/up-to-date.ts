import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { contentRoot } from '../records/content-root.ts';
import { cacheName } from '../system/cache.ts';
import { writeFileSafely } from '../system/write-file.ts';

/** Everything that a build depends on, besides the content folder. */
const inputs = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Digests the state of everything that a build reads: the path, size and modification time of each file. It tells
 * whether a build would make the same again, without reading a file.
 */
export function readInputState(): string {
  const hash = createHash('sha256');
  for (const path of [contentRoot(), ...inputs.map((input) => resolve(input))]) addState(path, hash);
  return hash.digest('hex');
}

// Synchronously: one asynchronous call for each file takes several times as long.
function addState(path: string, hash: ReturnType<typeof createHash>): void {
  const state = statSync(path);
  if (!state.isDirectory()) {
    hash.update(`${path}\0${state.size}\0${state.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) addState(join(path, name), hash);
}

/**
 * Whether a folder holds what a build would make now.
 *
 * @param inputState from {@link readInputState}
 */
export async function isUpToDate(outDir: string, inputState: string): Promise<boolean> {
  try {
    return (await readFile(stampFile(outDir), 'utf8')) === (await formatStamp(outDir, inputState));
  } catch {
    return false;
  }
}

/**
 * Remembers from which state a folder was built.
 *
 * @param inputState from {@link readInputState}, called before the build began to read
 */
export async function rememberInputState(outDir: string, inputState: string): Promise<void> {
  await writeFileSafely(stampFile(outDir), await formatStamp(outDir, inputState));
}

function stampFile(outDir: string): string {
  return resolve('node_modules/.cache/dateline', `${cacheName(outDir)}.stamp`);
}

/** The identity of the folder is part of it: one that was removed or replaced since is not what was built. */
async function formatStamp(outDir: string, inputState: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(outDir);
  return `${inputState} ${ino} ${birthtimeMs}`;
}
