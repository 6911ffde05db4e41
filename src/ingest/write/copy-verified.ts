import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { CommandError } from '../../system/command-error.ts';

/**
 * Copies a file, piece by piece, and compares what was read with its checksum.
 *
 * @param target absolute path, at which there is no file
 * @throws {CommandError} when the file has changed since its checksum was taken
 */
export async function copyVerified(
  { from, sha256 }: { from: string; sha256: string },
  target: string,
): Promise<void> {
  const sum = createHash('sha256');
  await pipeline(
    createReadStream(from),
    async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        sum.update(piece);
        yield piece;
      }
    },
    createWriteStream(target, { flags: 'wx' }),
  );
  if (sum.digest('hex') !== sha256)
    throw new CommandError(`${from} was changed while it was copied. Run the command again.`);
}
