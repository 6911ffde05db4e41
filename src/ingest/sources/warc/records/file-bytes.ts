import { open } from 'node:fs/promises';

/** A file of records, or the part of a file that holds them: an entry of a ZIP file that is stored as it is. */
export interface RecordFile {
  /** What it is called in messages. */
  name: string;
  /** Which part of that it is: an entry of a ZIP file. */
  entry?: string;
  /** Absolute path. */
  path: string;
  /** Where the records begin and end, in bytes from the beginning of the file. */
  start: number;
  end: number;
}

/** Reads a file by position. */
export interface FileBytes {
  /**
   * Some bytes that begin at a position; none at the end.
   *
   * @param position in bytes from where its records begin
   */
  at(position: number): Promise<Buffer>;
  readonly size: number;
  close(): Promise<void>;
}

/** How many bytes are read at a time, and kept: records are read one after the other. */
const block = 1 << 18;

export async function openBytes({ path, start, end }: RecordFile): Promise<FileBytes> {
  const handle = await open(path);
  const size = end - start;
  let [from, kept] = [0, Buffer.alloc(0)];
  return {
    size,
    async at(position) {
      if (position < from || position >= from + kept.length) {
        const length = Math.max(0, Math.min(block, size - position));
        const { buffer, bytesRead } = await handle.read(
          Buffer.allocUnsafe(length),
          0,
          length,
          start + position,
        );
        [from, kept] = [position, buffer.subarray(0, bytesRead)];
      }
      return kept.subarray(position - from);
    },
    close: () => handle.close(),
  };
}
