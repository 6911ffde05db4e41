import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

import { CommandError } from '../../commands/run-command.ts';
import type { Temporary } from './clean-up.ts';
import { holdSameBytes, putInPlace } from './put-in-place.ts';

/**
 * A private folder within the content folder in which a run prepares what it is going to write. What is in it is put in
 * its places at one stroke each, so that a file of the archive is always whole; a run that was broken off leaves nothing
 * else. Removing it removes what is not in its place yet.
 */
export interface Staging extends Temporary {
  /**
   * Prepares a file.
   *
   * @param path where it belongs: a path below the content root
   * @throws when this file, or one before it, cannot be written
   */
  prepare(path: string, content: string | Uint8Array): Promise<void>;
  /** How many files are prepared. */
  readonly prepared: number;
  /**
   * Puts the prepared files in their places, in their order.
   *
   * @param onFile called after each
   * @throws when a folder leads out of the content folder, another file is there already, or the disk refuses
   */
  publish(onFile: () => void): Promise<void>;
}

const folderName = '.ingest';

/** Files written at a time: enough to keep a disk busy. */
const mostWriting = 32;

/** A run's folder: the number of its process, and letters that nobody can guess. */
const runFolder = /^(\d+)-/;

/**
 * Opens a run's staging folder, and removes those of runs that have ended without doing so.
 *
 * @param root absolute path of the content folder
 * @throws {CommandError} when it would be elsewhere, by a symbolic link
 */
export async function openStaging(root: string): Promise<Staging> {
  const home = join(root, folderName);
  await openPlace(root, home, 0o700);
  for (const name of await readdir(home)) {
    const [, pid] = runFolder.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(home, name), { recursive: true, force: true });
  }
  const folder = join(home, `${process.pid}-${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  const paths: string[] = [];
  const writing = new Set<Promise<void>>();
  let failure: unknown;
  const throwFailure = () => {
    if (failure !== undefined) throw failure;
  };
  const places = new Map<string, Promise<void>>();
  const place = (target: string) => {
    const known = places.get(dirname(target)) ?? openPlace(root, dirname(target));
    places.set(dirname(target), known);
    return known;
  };

  return {
    get prepared() {
      return paths.length;
    },
    async prepare(path, content) {
      if (writing.size >= mostWriting) await Promise.race(writing);
      const file = join(folder, String(paths.push(path) - 1));
      const write = writeFile(file, content)
        .catch((error: unknown) => void (failure ??= error))
        .finally(() => writing.delete(write));
      writing.add(write);
      throwFailure();
    },
    async publish(onFile) {
      await Promise.all(writing);
      throwFailure();
      for (const [number, path] of paths.entries()) {
        const [file, target] = [join(folder, String(number)), join(root, path)];
        await place(target);
        const isPut = await putInPlace(file, target);
        // A source text that a run left behind when it was broken off is the same, byte for byte.
        if (!isPut && !(path.startsWith('sources/') && (await holdSameBytes(file, target)))) {
          throw new CommandError(
            `${target} has been made meanwhile, and is not written over. Run the command again.`,
          );
        }
        onFile();
      }
    },
    remove() {
      // While it is emptied, files that were being written may still come into it.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
      try {
        // Only when no other run has its folder there.
        rmdirSync(home);
      } catch {
        // Nothing is left to do.
      }
    },
  };
}

/**
 * Makes a folder of the archive, which must not be elsewhere by a symbolic link. Where it would be, none is made there.
 *
 * @param mode of the folders that are made; the system's own when left out
 */
async function openPlace(root: string, folder: string, mode?: number): Promise<void> {
  const home = await realpath(root);
  const checkPlace = async (path: string) => {
    const inside = await realpath(path);
    if (inside === home || inside.startsWith(home + sep)) return;
    const fix = 'Put a real folder in its place.';
    throw new CommandError(`${path} leads out of the content folder, to ${inside}. ${fix}`);
  };
  await checkPlace(await firstThere(folder));
  await mkdir(folder, { recursive: true, ...(mode !== undefined && { mode }) });
  await checkPlace(folder);
}

/** The path itself, or the nearest folder above it that is there. */
async function firstThere(path: string): Promise<string> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return firstThere(dirname(path));
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
