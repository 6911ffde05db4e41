import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { cacheName, type Cache } from '../system/cache.ts';
import type { InputState } from './input-state.ts';

/** Whether a folder holds what a build would make of this state. */
export async function isUpToDate(outDir: string, inputState: InputState, cache: Cache): Promise<boolean> {
  const stamp = (await openStamps(outDir, cache).read()).get(outDir);
  return stamp !== undefined && stamp === (await formatStamp(outDir, inputState));
}

/**
 * Remembers from which state a folder was built.
 *
 * @param inputState as it was before the build began to read: what has changed since is to be built again
 */
export async function rememberInputState(
  outDir: string,
  inputState: InputState,
  cache: Cache,
): Promise<void> {
  const stamp = await formatStamp(outDir, inputState);
  if (stamp !== undefined) await openStamps(outDir, cache).write([[outDir, stamp]]);
}

function openStamps(outDir: string, cache: Cache) {
  return cache.table<string>(`built-${cacheName(outDir)}`);
}

/** The identity of the folder is part of it: one that was removed or replaced since is not what was built. */
async function formatStamp(outDir: string, { content, program }: InputState): Promise<string | undefined> {
  const state = await stat(outDir).catch(() => undefined);
  if (!state) return undefined;
  const sum = createHash('sha256');
  for (const states of [content, program]) for (const file of states) sum.update(`${file.join('\0')}\n`);
  return `${sum.digest('hex')} ${state.ino} ${state.birthtimeMs}`;
}
