import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/** The interval between attempts while another process holds the lock, in milliseconds. */
const interval = 200;

/** SQLite's error code when another process has locked the database (SQLITE_BUSY). */
const busy = 5;

/**
 * Locks a file for this process, waiting while another process holds the lock. The file is an SQLite database, whose lock
 * is the only kind available in Node.js that the operating system releases when a process is killed.
 *
 * @param file absolute path; its folder must exist
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
