import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into a program by `node --import` (see ended-program.ts): counts what it changes on disk, in all its threads,
// and ends it by a signal just before one of these changes.

/** The functions that change a file or folder; each exists with a promise, with a callback and as `…Sync`. */
const changing = [
  'appendFile',
  'copyFile',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
];

const { CHANGES_FILE: file = '', END_AT: last, END_BY: signal } = process.env;
// The size of this file is how many changes there were: one number for all threads.
const count = fs.openSync(file, 'a');

function countChange(name: string, flags: unknown): void {
  if (name === 'open' && (flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY)) return;
  fs.writeSync(count, '.');
  if (last && fs.fstatSync(count).size === Number(last)) process.kill(process.pid, signal);
}

function patch(functions: Record<string, unknown>, suffix: string): void {
  for (const name of changing) {
    const original = functions[name + suffix] as ((...given: unknown[]) => unknown) | undefined;
    if (!original) continue;
    functions[name + suffix] = (...given: unknown[]) => {
      countChange(name, given[1]);
      return original(...given);
    };
  }
}

patch(fs.promises as unknown as Record<string, unknown>, '');
patch(fs as unknown as Record<string, unknown>, '');
patch(fs as unknown as Record<string, unknown>, 'Sync');
syncBuiltinESMExports();
