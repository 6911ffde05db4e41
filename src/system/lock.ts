import { lstatSync, rmSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

import { CommandError } from './command-error.ts';

/** The interval between attempts while another process holds the lock, in milliseconds. */
const interval = 200;

/** SQLite's result codes (sqlite.org/rescode.html): another process has locked the database; it cannot be opened; it is none. */
const [busy, cannotOpen, notADatabase] = [5, 14, 26];

/**
 * Locks a file for this process, waiting while another process holds the lock. The file is an SQLite database, whose lock
 * is the only kind available in Node.js that the operating system releases when a process is killed. Nothing is stored in
 * it, and unlocking removes it.
 *
 * @param file absolute path; its folder must exist
 * @param onWait is called once when another process holds the lock
 * @param options `repairs`: whether whatever else is found in its place is removed, as is right in a folder where only this
 *   program writes
 * @returns a function that unlocks it
 * @throws {CommandError} when something else is found in its place
 */
export async function lock(file: string, onWait: () => void, { repairs = false } = {}): Promise<() => void> {
  for (let hasWaited = false; ;) {
    const before = identify(file);
    const outcome = tryToLock(file);
    if (typeof outcome === 'object') {
      // Between opening and locking, the process that had the lock may have removed the file, and another made a new one.
      if (before !== undefined && before === identify(file)) {
        return () => {
          rmSync(file, { force: true });
          outcome.close();
        };
      }
      outcome.close();
    } else if (outcome === 'busy') {
      if (!hasWaited) onWait();
      hasWaited = true;
      await setTimeout(interval);
    } else if (repairs) {
      repair(file);
    } else {
      throw new CommandError(
        `${file} is where a build keeps its lock, but something else is there. Move it elsewhere.`,
      );
    }
  }
}

/** @returns the locked database; or that another process holds the lock, or that something else is in its place */
function tryToLock(file: string): DatabaseSync | 'busy' | 'foreign' {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === busy) return 'busy';
    if (errcode === notADatabase || (errcode === cannotOpen && isForeign(file))) return 'foreign';
    throw error;
  }
}

function isForeign(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === false;
}

// Only who holds the lock of a file learns that it is no database. It has to stay the same: others may be waiting for it.
function repair(file: string): void {
  if (isForeign(file)) rmSync(file, { recursive: true });
  else truncateSync(file);
}

/** @returns undefined when there is no file */
function identify(file: string): string | undefined {
  const state = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return state && `${state.dev} ${state.ino}`;
}
