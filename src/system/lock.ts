import { rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** The interval between attempts while another process holds the lock, in milliseconds. */
const interval = 200;

/** SQLite's error code when another process has locked the database (SQLITE_BUSY). */
const busy = 5;

/**
 * Locks a file for this process, waiting while another process holds the lock. The file is an SQLite database, whose lock
 * is the only kind available in Node.js that the operating system releases when a process is killed. Unlocking removes it.
 *
 * @param file absolute path; its folder must exist
 * @param onWait is called once when another process holds the lock
 * @returns a function that unlocks it
 */
export async function lock(file: string, onWait: () => void): Promise<() => void> {
  for (let hasWaited = false; ;) {
    const before = identify(file);
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      // Between opening and locking, the process that had the lock may have removed the file, and another made a new one.
      if (before !== undefined && before === identify(file)) {
        return () => {
          rmSync(file, { force: true });
          database.close();
        };
      }
      database.close();
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode !== busy) throw error;
      if (!hasWaited) onWait();
      hasWaited = true;
      await setTimeout(interval);
    }
  }
}

/** @returns undefined when there is no file */
function identify(file: string): string | undefined {
  const state = statSync(file, { bigint: true, throwIfNoEntry: false });
  return state && `${state.dev} ${state.ino}`;
}
