import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { firstInvalidByte } from '../records/decode-text.ts';
import { SourceError, type ReceivedFile } from './draft.ts';

/** The most bytes of a file that is read as a whole. A text of this size is ten long novels. */
export const sizeLimit = 32 * 1024 * 1024;

/**
 * Reads a file as a whole.
 *
 * @param encoding a WHATWG name; Unicode, told by the byte order mark, when left out
 * @returns its bytes, and its text without a byte order mark
 * @throws {SourceError} when it is empty, greater than {@link sizeLimit}, or not text in that encoding
 */
export async function readSourceText(
  file: ReceivedFile,
  encoding?: string,
): Promise<{ bytes: Uint8Array; text: string }> {
  if (file.size > sizeLimit) {
    throw new SourceError(
      `a text of ${file.size.toLocaleString('en')} bytes`,
      `at most ${sizeLimit.toLocaleString('en')} bytes in one piece`,
      'Split it into its articles.',
    );
  }
  const bytes = await readFile(file.path);
  return { bytes, text: decodeSource(bytes, encoding) };
}

/** Turns the bytes of a whole file into text; see {@link readSourceText}. */
export function decodeSource(bytes: Uint8Array, encoding?: string): string {
  const name = encoding ?? unicodeOf(bytes);
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    if (text.trim() !== '') return text;
  } catch (error) {
    throw invalidBytes(error, name, bytes);
  }
  throw new SourceError('an empty text', 'a text', 'Leave it out, or ask for it again.');
}

/**
 * Reads a file piece by piece: for files of any size.
 *
 * @param encoding as in {@link readSourceText}
 * @throws {SourceError} when it is not text in that encoding
 */
export async function* streamSourceText(file: ReceivedFile, encoding?: string): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  let name = '';
  let passed = 0;
  let rest = new Uint8Array();
  for await (const chunk of createReadStream(file.path, {
    highWaterMark: 1 << 16,
  }) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder((name = encoding ?? unicodeOf(chunk)), { fatal: true });
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch (error) {
      // A letter may have begun in the piece before.
      throw invalidBytes(error, name, Buffer.concat([rest, chunk]), passed - rest.length);
    }
    passed += chunk.length;
    rest = Uint8Array.from(chunk.subarray(lastLetter(chunk)));
  }
  try {
    yield decoder?.decode() ?? '';
  } catch (error) {
    throw invalidBytes(error, name, rest, passed - rest.length);
  }
}

/** Where the last letter of a piece of UTF-8 begins. */
function lastLetter(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > Math.max(0, bytes.length - 4) && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return Math.max(0, start);
}

/** The Unicode encoding that a byte order mark tells; UTF-8 without one (WHATWG Encoding, section 6). */
function unicodeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * @param bytes what could not be read
 * @param start the offset of these bytes in the file
 */
function invalidBytes(error: unknown, name: string, bytes: Uint8Array, start = 0): unknown {
  if (!(error instanceof TypeError)) return error;
  if (name !== 'utf-8') {
    const fix = 'Give the encoding that it is really in: --encoding windows-1252, for instance.';
    return new SourceError(`bytes that are not ${name.toUpperCase()}`, `text in ${name.toUpperCase()}`, fix);
  }
  const offset = firstInvalidByte(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new SourceError(
    `the byte 0x${byte} at offset ${start + offset}, which is not UTF-8`,
    'text in UTF-8, or in UTF-16 with a byte order mark',
    'If it is in another encoding, say in which: --encoding windows-1252, for instance.',
  );
}

/**
 * Turns the first bytes of a file into text, to recognise its format by; a letter that they cut is left out.
 *
 * @throws {SourceError} when they are not text in that encoding
 */
export function decodeStart(bytes: Uint8Array, encoding?: string): string {
  const name = encoding ?? unicodeOf(bytes);
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    throw invalidBytes(error, name, bytes);
  }
}
