import { createWriteStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { Item, ReceivedFile } from './draft.ts';

/** A file to be read, or what is said of one that is not. */
export type Listed = { kind: 'file'; file: ReceivedFile } | Exclude<Item, { kind: 'draft' }>;

/**
 * Lists the files that are named, and those in folders that are named, in order of their names. Within folders hidden
 * files are passed over and symbolic links are not followed: so nothing is read twice, nor from elsewhere. A file that is
 * named is read whatever it is.
 *
 * @param names paths, relative to the working folder or absolute; `-` is standard input
 * @param copy where standard input is kept while it is read: an absolute path
 */
export async function listFiles(names: readonly string[], copy: string): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const name of names) {
    if (name === '-') {
      await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }));
      listed.push({ kind: 'file', file: { name, path: copy, size: (await stat(copy)).size } });
    } else await visit(name, true);
  }
  return listed;

  async function visit(name: string, isNamed: boolean): Promise<void> {
    const path = resolve(name);
    try {
      const entry = await (isNamed ? stat(path) : lstat(path));
      if (entry.isDirectory()) {
        const names = (await readdir(path)).sort();
        for (const each of names) if (!each.startsWith('.')) await visit(join(name, each), false);
      } else if (entry.isFile()) {
        listed.push({ kind: 'file', file: { name: showPath(name), path, size: entry.size } });
      } else {
        const reason = entry.isSymbolicLink() ? 'a symbolic link' : 'not a file';
        listed.push({ kind: 'skipped', origin: { file: showPath(name), line: 1 }, reason });
      }
    } catch (error) {
      listed.push({ kind: 'failed', failure: unreadable(showPath(name), error as NodeJS.ErrnoException) });
    }
  }
}

/** What is wrong with a file that cannot be read. */
export function unreadable(
  file: string,
  { code, message }: NodeJS.ErrnoException,
): Extract<Item, { kind: 'failed' }>['failure'] {
  const missing = code === 'ENOENT';
  return {
    origin: { file, line: 1 },
    line: 1,
    column: 1,
    found: missing ? 'no such file' : `a file that cannot be read (${code ?? message})`,
    expected: 'a file or folder',
    fix: missing ? 'Correct the path.' : 'Give it its permissions back, or copy it again.',
  };
}

/** Names may hold anything but what would write in the terminal that shows them. */
function showPath(name: string): string {
  const path = relative('.', resolve(name)) || '.';
  return (path.startsWith('..') ? resolve(name) : path).replace(/\p{Cc}/gu, '\uFFFD');
}
