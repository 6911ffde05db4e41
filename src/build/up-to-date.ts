import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { contentRoot } from '../records/content-root.ts';
import { cacheName, type Cache } from '../system/cache.ts';

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
export async function isUpToDate(outDir: string, inputState: string, cache: Cache): Promise<boolean> {
  const stamp = (await openStamps(outDir, cache).read()).get(outDir);
  return stamp !== undefined && stamp === (await formatStamp(outDir, inputState));
}

/**
 * Remembers from which state a folder was built.
 *
 * @param inputState from {@link readInputState}, called before the build began to read
 */
export async function rememberInputState(outDir: string, inputState: string, cache: Cache): Promise<void> {
  const stamp = await formatStamp(outDir, inputState);
  if (stamp !== undefined) await openStamps(outDir, cache).write([[outDir, stamp]]);
}

function openStamps(outDir: string, cache: Cache) {
  return cache.table<string>(`built-${cacheName(outDir)}`);
}

/** The identity of the folder is part of it: one that was removed or replaced since is not what was built. */
async function formatStamp(outDir: string, inputState: string): Promise<string | undefined> {
  const state = await stat(outDir).catch(() => undefined);
  return state && `${inputState} ${state.ino} ${state.birthtimeMs}`;
}
