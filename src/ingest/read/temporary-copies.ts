import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Temporary } from '../write/with-cleanup.ts';

/** Private copies of input that can be read only once, in the system's folder for temporary files (`TMPDIR`). */
export interface TemporaryCopies extends Temporary {
  /**
   * Reads a stream to its end.
   *
   * @param name what the file is called, without a folder; a number when left out
   * @returns absolute path of a file with its content
   */
  keep(stream: Readable, name?: string): Promise<string>;
  /** Makes an empty folder. @returns its absolute path */
  makeFolder(): Promise<string>;
}

/** Creates no file or folder before there is something to copy. */
export function createTemporaryCopies(): TemporaryCopies {
  let folder: string | undefined;
  let copies = 0;
  const choosePath = async () => {
    folder ??= await mkdtemp(join(await realpath(tmpdir()), 'dateline-'));
    return join(folder, String(copies++));
  };
  return {
    async makeFolder() {
      const own = await choosePath();
      await mkdir(own);
      return own;
    },
    async keep(stream, name) {
      const own = await choosePath();
      if (name !== undefined) await mkdir(own);
      const path = name === undefined ? own : join(own, basename(name));
      await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
      return path;
    },
    remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
