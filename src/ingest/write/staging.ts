import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

import { CommandError } from '../../system/command-error.ts';
import type { Temporary } from './with-cleanup.ts';
import { copyVerified } from './copy-verified.ts';
import { haveSameBytes, moveWithoutOverwriting } from './move-without-overwriting.ts';

/**
 * A private folder within the content folder in which a run prepares its files. Each is then moved to its final path in one
 * step, so that every file of the archive is always complete, and an interrupted run leaves nothing else behind. Removing
 * the staging folder removes the files that have not been moved.
 */
export interface Staging extends Temporary {
  /**
   * Prepares a file.
   *
   * @param path its final path, below the content root
   * @throws when this file, or one before it, cannot be written
   */
  prepare(path: string, content: FileContent): Promise<void>;
  /** How many files are prepared. */
  readonly prepared: number;
  /**
   * Moves the prepared files to their final paths, in the order in which they were prepared.
   *
   * @param onFile called after each
   * @throws when a folder is outside the content folder because of a symbolic link, a file exists already, or writing fails
   */
  publish(onFile: () => void): Promise<void>;
}

/** What a file is to hold: a text, bytes, or those of another file, whose SHA-256 is known. */
export type FileContent = string | Uint8Array | { from: string; sha256: string };

const folderName = '.ingest';

/** How many files are written at the same time: enough to keep a disk busy. */
const mostWriting = 32;

/** The name of a run's folder: its process id, and a random UUID. */
const runFolder = /^(\d+)-/;

/**
 * Creates a run's staging folder, and removes those of runs that were killed.
 *
 * @param root absolute path of the content folder
 * @throws {CommandError} when it would be outside the content folder because of a symbolic link
 */
export async function openStaging(root: string): Promise<Staging> {
  const home = join(root, folderName);
  await createFolderInside(root, home, 0o700);
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
    const known = places.get(dirname(target)) ?? createFolderInside(root, dirname(target));
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
      const isCopy = typeof content === 'object' && 'from' in content;
      const write = (isCopy ? copyVerified(content, file) : writeFile(file, content))
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
        const isPut = await moveWithoutOverwriting(file, target);
        // An interrupted run may have left the same source text or picture behind.
        if (!isPut && !(/^(?:sources|media)\//.test(path) && (await haveSameBytes(file, target)))) {
          throw new CommandError(
            `${target} was created in the meantime, and was not overwritten. Run the command again.`,
          );
        }
        onFile();
      }
    },
    remove() {
      // While it is being emptied, pending writes may still create files in it.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
      try {
        // This fails when another run has its folder there.
        rmdirSync(home);
      } catch {
        // Then the other run removes it.
      }
    },
  };
}

/**
 * Creates a folder of the archive. If it would be outside the content folder because of a symbolic link, nothing is created.
 *
 * @param mode permissions of the created folders; the default of the system when left out
 */
async function createFolderInside(root: string, folder: string, mode?: number): Promise<void> {
  const home = await realpath(root);
  const checkInside = async (path: string) => {
    const inside = await realpath(path);
    if (inside === home || inside.startsWith(home + sep)) return;
    const fix = 'Replace it with a real folder.';
    throw new CommandError(`${path} leads outside the content folder, to ${inside}. ${fix}`);
  };
  await checkInside(await nearestExisting(folder));
  await mkdir(folder, { recursive: true, ...(mode !== undefined && { mode }) });
  await checkInside(folder);
}

/** The path itself, or its nearest ancestor that exists. */
async function nearestExisting(path: string): Promise<string> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return nearestExisting(dirname(path));
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
