import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

/** How often a lock that another process holds is asked for, in milliseconds. */
const interval = 200;

/** What SQLite answers when another process holds its file (SQLITE_BUSY). */
const busy = 5;

/**
 * Locks a file for this process, once no other holds it. The lock is the one of SQLite on a database of its own: of all
 * that Node.js has it is the only one that the system takes back by itself when a process is killed.
 *
 * @param file absolute path; its folder is there
 * @param wait is told once when there is somebody to wait for
 * @returns what unlocks it
 */
export async function lock(file: string, wait: () => void): Promise<() => void> {
  for (let isFirst = true; ; isFirst = false) {
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      return () => database.close();
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode !== busy) throw error;
    }
    if (isFirst) wait();
    await setTimeout(interval);
  }
}
