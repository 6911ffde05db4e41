import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Temporary } from '../write/with-cleanup.ts';

/** Private copies of input that can be read only once, in the system's folder for temporary files (`TMPDIR`). */
export interface TemporaryCopies extends Temporary {
  /**
   * Reads a stream to its end.
   *
   * @returns absolute path of a file with its content
   */
  keep(stream: Readable): Promise<string>;
  /** The same for bytes, with a file name. @param name of characters that are safe everywhere */
  keepFile(name: string, bytes: Uint8Array): Promise<string>;
}

/** Creates no file or folder before there is something to copy. */
export function createTemporaryCopies(): TemporaryCopies {
  let folder: string | undefined;
  let copies = 0;
  const choosePath = async () =>
    join((folder ??= await mkdtemp(join(tmpdir(), 'dateline-'))), String(copies++));
  return {
    async keep(stream) {
      const path = await choosePath();
      await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
      return path;
    },
    async keepFile(name, bytes) {
      const own = await choosePath();
      await mkdir(own, { mode: 0o700 });
      await writeFile(join(own, name), bytes, { mode: 0o600 });
      return join(own, name);
    },
    remove() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
