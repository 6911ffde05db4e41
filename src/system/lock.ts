import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/** How often a lock that another process holds is tried again, in milliseconds. */
const interval = 200;

/** SQLite's error code when another process has locked the database: SQLITE_BUSY. */
const busy = 5;

/**
 * Locks a file for this process, as soon as no other process holds the lock. It is SQLite's lock on a database of its
 * own: the only kind that Node.js offers which the operating system releases by itself when a process is killed.
 *
 * @param file absolute path; its folder has to exist
 * @param onWait is called once when another process holds the lock
 * @returns a function that unlocks it
 */
export async function lock(file: string, onWait: () => void): Promise<() => void> {
  for (let isFirst = true; ; isFirst = false) {
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return () => database.close();
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode !== busy) throw error;
    }
    if (isFirst) onWait();
    await setTimeout(interval);
  }
}
