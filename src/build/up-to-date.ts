import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';

import { cacheName, type Cache } from '../system/cache.ts';
import { digestOf } from '../system/digest.ts';
import { isSettled, readState, type FileStates, type InputState } from './input-state.ts';

/**
 * What is remembered of a file that was read: its state, of which the size alone if that does not tell it from every later one,
 * and the SHA-256 of its bytes.
 */
export type Remembered = readonly [state: string, digest: string];

/**
 * Whether a folder was built from this state. A file with another time but the same bytes, as after `touch` or a change of
 * branches, has not changed.
 */
export async function isUpToDate(outDir: string, inputState: InputState, cache: Cache): Promise<boolean> {
  const { stamps, files } = openTables(outDir, cache);
  const stamp = (await stamps.read()).get(outDir);
  const build = await identifyBuild(outDir, inputState);
  if (stamp === undefined || build === undefined || !stamp.startsWith(`${build} `)) return false;
  const now = listStates(inputState);
  if (stamp === `${build} ${digestStates(now)}`) return true;
  const before = await files.read();
  return (
    before.size === now.size && now.entries().every(([file, state]) => isSame(file, state, before.get(file)))
  );
}

/**
 * Remembers from which state a folder was built.
 *
 * @param inputState as it was before the build began to read: what has changed since is to be built again
 * @param digests of files as they were read, in hexadecimal; others are read
 */
export async function rememberInputState(
  outDir: string,
  inputState: InputState,
  digests: ReadonlyMap<string, string>,
  cache: Cache,
): Promise<void> {
  const build = await identifyBuild(outDir, inputState);
  if (build === undefined) return;
  const now = listStates(inputState);
  const { stamps, files } = openTables(outDir, cache);
  await files.write(
    now.entries().map(([file, state]): [string, Remembered] => {
      const digest = digests.get(file) ?? digestUnlessChanged(file, state);
      return [file, [rememberedState(state, inputState.read), digest]];
    }),
  );
  await stamps.write([[outDir, `${build} ${digestStates(now)}`]]);
}

/**
 * Lists what there is to remember of files that were read.
 *
 * @param digests of the files as they were read, in hexadecimal
 * @param read when their states were read, in milliseconds since 1970
 */
export function listRemembered(
  states: FileStates,
  digests: ReadonlyMap<string, string>,
  read: number,
): [file: string, Remembered][] {
  return Array.from(digests, ([file, digest]) => [
    file,
    [rememberedState(states.get(file) ?? '', read), digest],
  ]);
}

function rememberedState(state: string, read: number): string {
  return isSettled(state, read) ? state : (state.split(' ')[0] ?? '');
}

/** Reads what is remembered of the files that a folder was built from, by their absolute paths. */
export function readRemembered(outDir: string, cache: Cache): Promise<ReadonlyMap<string, Remembered>> {
  return openTables(outDir, cache).files.read();
}

function openTables(outDir: string, cache: Cache) {
  const name = cacheName(outDir);
  return {
    stamps: cache.table<string>(`built-${name}`),
    files: cache.table<Remembered>(`built-from-${name}`),
  };
}

function listStates({ content, program }: InputState): Map<string, string> {
  return new Map([...content, ...program]);
}

/** Digests the states of files. */
export function digestStates(states: FileStates): string {
  const sum = createHash('sha256');
  for (const file of states) sum.update(`${file.join('\0')}\n`);
  return sum.digest('hex');
}

function isSame(file: string, state: string, remembered: Remembered | undefined): boolean {
  if (!remembered) return false;
  const [before, digest] = remembered;
  if (before === state) return true;
  const [size] = state.split(' ');
  return size === before.split(' ')[0] && digest !== '' && digest === digestFile(file);
}

/** Files that are larger, in bytes, are not read for their digests alone. */
const largest = 16 * 1024 * 1024;

/** @returns nothing when the file is no longer as it was: whatever it is then, it has not been built from */
function digestUnlessChanged(file: string, state: string): string {
  const size = Number(state.split(' ')[0]);
  const now = readState(file);
  const isSame = now !== undefined && (state === now || state.startsWith(`${now} `));
  return size <= largest && isSame ? digestFile(file) : '';
}

function digestFile(file: string): string {
  try {
    return hash('sha256', readFileSync(file));
  } catch {
    return '';
  }
}

/**
 * Identifies a build by the folder that it has made, since one that was removed or replaced is not what was built; by its
 * options; and by the Node.js that it ran on.
 */
async function identifyBuild(outDir: string, { options }: InputState): Promise<string | undefined> {
  const state = await stat(outDir).catch(() => undefined);
  return state && `${state.ino} ${state.birthtimeMs} ${digestOf([process.version, options])}`;
}
