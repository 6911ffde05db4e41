import { crc32, createInflateRaw } from 'node:zlib';

import { SourceError } from '../../source-error.ts';
import type { FileBytes } from './file-bytes.ts';
import { throughTransform } from './through-transform.ts';

/** How much is handed to the decompressor at once: it becomes at most a thousand times as much. */
const portion = 1 << 14;

/** What no record needs: more than so many bytes, that are more than so many times what they are packed in. */
const bomb = { bytes: 64 * 1024 * 1024, ratio: 200 } as const;

/** The flags of a gzip member (RFC 1952, section 2.3.1). */
const flags = { crc: 2, extra: 4, name: 8, comment: 16 } as const;

/** Whether bytes begin like a gzip member that holds deflated data. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Decompresses one gzip member (RFC 1952), piece by piece.
 *
 * @param position of its first byte
 * @returns the position after it
 * @throws {SourceError} when it is truncated or damaged, or far larger than what it is packed in
 */
export async function* inflateMember(bytes: FileBytes, position: number): AsyncGenerator<Buffer, number> {
  const start = await skipHeader(bytes, position);
  const inflate = createInflateRaw();
  let [sum, size] = [0, 0];
  try {
    for await (const piece of throughTransform(portions(bytes, start), inflate)) {
      sum = crc32(piece, sum);
      size += piece.length;
      refuseBomb(size, inflate.bytesWritten);
      yield piece;
    }
  } catch (error) {
    throw describeError(error as NodeJS.ErrnoException);
  }
  const end = start + inflate.bytesWritten;
  const trailer = await readExactly(bytes, end, 8);
  if (!trailer) throw truncated();
  // The size is kept modulo 2^32.
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    throw new SourceError(
      'a compressed record that does not have the checksum at its end',
      'a whole gzip member',
      'Copy the file again from where it came from.',
    );
  return end + 8;
}

/** @throws {SourceError} when so many bytes have come of so few that they are meant to fill a disk or a memory */
export function refuseBomb(size: number, packed: number): void {
  if (size <= bomb.bytes || size <= packed * bomb.ratio) return;
  throw new SourceError(
    `compressed data that are more than ${bomb.ratio} times as large as what they are packed in`,
    'records of ordinary pages and pictures',
    'Leave it out.',
  );
}

async function* portions(bytes: FileBytes, start: number): AsyncGenerator<Buffer> {
  for (let position = start; ;) {
    const piece = (await bytes.at(position)).subarray(0, portion);
    if (piece.length === 0) return;
    position += piece.length;
    yield piece;
  }
}

async function skipHeader(bytes: FileBytes, position: number): Promise<number> {
  const header = await readExactly(bytes, position, 10);
  if (!header) throw truncated();
  const flag = header[3] ?? 0;
  let at = position + 10;
  if (flag & flags.extra) {
    const length = await readExactly(bytes, at, 2);
    if (!length) throw truncated();
    at += 2 + length.readUInt16LE(0);
  }
  for (const named of [flags.name, flags.comment]) if (flag & named) at = await skipText(bytes, at);
  return flag & flags.crc ? at + 2 : at;
}

/** Skips a text that ends with a zero byte. */
async function skipText(bytes: FileBytes, position: number): Promise<number> {
  const end = (await bytes.at(position)).subarray(0, 1 << 16).indexOf(0);
  if (end < 0) throw truncated();
  return position + end + 1;
}

async function readExactly(bytes: FileBytes, position: number, count: number): Promise<Buffer | undefined> {
  let read = Buffer.alloc(0);
  while (read.length < count) {
    const piece = await bytes.at(position + read.length);
    if (piece.length === 0) return undefined;
    read = Buffer.concat([read, piece.subarray(0, count - read.length)]);
  }
  return read;
}

function describeError(error: NodeJS.ErrnoException): unknown {
  if (error.code === 'Z_BUF_ERROR') return truncated();
  if (!error.code?.startsWith('Z_')) return error;
  return new SourceError(
    `a compressed record that is damaged (${error.message})`,
    'a whole gzip member',
    'Copy the file again from where it came from.',
  );
}

function truncated(): SourceError {
  return new SourceError(
    'a compressed record that breaks off',
    'a whole gzip member',
    'Copy the file again from where it came from.',
  );
}
