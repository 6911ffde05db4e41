import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { contentRoot } from '../records/content-root.ts';

/** What pages depend on besides the content folder. */
export const programFiles = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Everything that a build depends on, besides the content folder. */
const inputs = [...programFiles, 'public'];

/**
 * A digest of the state of everything that a build reads: each file's path, size and time of change. It says
 * whether a build would make the same again, without reading a file.
 */
export function readInputState(): string {
  const hash = createHash('sha256');
  for (const path of [contentRoot(), ...inputs.map((input) => resolve(input))]) addState(path, hash);
  return hash.digest('hex');
}

// One after another, without waiting for each: asking a thread for each takes several times as long.
function addState(path: string, hash: ReturnType<typeof createHash>): void {
  const state = statSync(path);
  if (!state.isDirectory()) {
    hash.update(`${path}\0${state.size}\0${state.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) addState(join(path, name), hash);
}

function stampFile(outDir: string): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 12);
  return resolve('node_modules/.cache/dateline', `${name}.stamp`);
}

/**
 * Whether the folder holds what a build would make now.
 *
 * @param inputState from {@link readInputState}
 */
export async function isUpToDate(outDir: string, inputState: string): Promise<boolean> {
  try {
    return (await readFile(stampFile(outDir), 'utf8')) === (await stampOf(outDir, inputState));
  } catch {
    return false;
  }
}

/**
 * Notes what the folder was built from.
 *
 * @param inputState from {@link readInputState}, taken before the build began to read
 */
export async function writeStamp(outDir: string, inputState: string): Promise<void> {
  const file = stampFile(outDir);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.next`, await stampOf(outDir, inputState));
  await rename(`${file}.next`, file);
}

/** The folder's own identity is part of the stamp: one that was removed or replaced was not built. */
async function stampOf(outDir: string, inputState: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(outDir);
  return `${inputState} ${ino} ${birthtimeMs}`;
}
