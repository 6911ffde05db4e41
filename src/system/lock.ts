import { lstatSync, rmSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** The interval between attempts while another process holds the lock, in milliseconds. */
const interval = 200;

/** SQLite's result codes (sqlite.org/rescode.html): another process has locked the database; it cannot be opened; it is none. */
const [busy, cannotOpen, notADatabase] = [5, 14, 26];

/**
 * Locks a file for this process, waiting while another process holds the lock. The file is an SQLite database, whose lock
 * is the only kind available in Node.js that the operating system releases when a process is killed. Nothing is stored in
 * it: whatever else is found in its place is removed.
 *
 * @param file absolute path; its folder must exist
 * @param onWait is called once when another process holds the lock
 * @returns a function that unlocks it
 */
export async function lock(file: string, onWait: () => void): Promise<() => void> {
  for (let isFirst = true; ; isFirst = false) {
    const unlock = tryToLock(file);
    if (unlock) return unlock;
    if (isFirst) onWait();
    await setTimeout(interval);
  }
}

/** @returns undefined when another process holds the lock */
function tryToLock(file: string, isRepaired = false): (() => void) | undefined {
  let database: DatabaseSync | undefined;
  try {
    const opened = (database = new DatabaseSync(file, { timeout: 0 }));
    opened.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return () => opened.close();
  } catch (error) {
    database?.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === busy) return undefined;
    if (isRepaired || !repair(file, errcode)) throw error;
    return tryToLock(file, true);
  }
}

/** @returns whether there was something to repair */
function repair(file: string, errcode: number | undefined): boolean {
  // Only who holds the lock gets this far. The file has to stay the same: another process may be waiting for it.
  if (errcode === notADatabase) truncateSync(file);
  else if (errcode === cannotOpen && lstatSync(file, { throwIfNoEntry: false })?.isFile() === false)
    rmSync(file, { recursive: true });
  else return false;
  return true;
}
