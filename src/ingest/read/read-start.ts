import { open } from 'node:fs/promises';

import type { ReceivedFile } from '../sources/source.ts';

/** How many bytes the format is recognized by. */
const sample = 1 << 16;

/** Reads the bytes by which the format of a file is recognized. */
export async function readStart(file: ReceivedFile): Promise<Uint8Array> {
  const handle = await open(file.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(sample, file.size)));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
