import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { firstInvalidByte } from '../../records/read/decode-text.ts';
import { SourceError } from '../sources/source-error.ts';
import type { ReceivedFile } from '../sources/source.ts';
import {
  declaredEncoding,
  markedEncoding,
  startOfLastCharacter,
  unknownEncoding,
} from './declared-encoding.ts';

/** The most bytes of a file that is read as a whole. A text of this size is ten long novels. */
export const sizeLimit = 32 * 1024 * 1024;

/**
 * Reads a file as a whole.
 *
 * @param encoding of what is not Unicode and declares no encoding: a WHATWG name. A file with a byte order mark, one that is
 *   UTF-8 beyond ASCII, which nothing else is by chance, and one that declares its encoding, are read as that whatever is
 *   given here
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
      `at most ${sizeLimit.toLocaleString('en')} bytes in a file`,
      'Split it into single articles.',
    );
  }
  const bytes = await readFile(file.path);
  return { bytes, text: decodeSource(bytes, encoding) };
}

/** Turns the bytes of a whole file into text; see {@link readSourceText}. */
export function decodeSource(bytes: Uint8Array, encoding?: string): string {
  const name = encodingOf(bytes, encoding);
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    if (text.trim() !== '') return text;
  } catch (error) {
    throw invalidBytes(error, name, bytes);
  }
  throw new SourceError('an empty file', 'a text', 'Leave it out, or request it again.');
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
  for await (const chunk of readPieces(file.path)) {
    decoder ??= new TextDecoder((name = await encodingOfFile(file.path, chunk, encoding)), { fatal: true });
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch (error) {
      // A character may have begun in the piece before.
      throw invalidBytes(error, name, Buffer.concat([rest, chunk]), passed - rest.length);
    }
    passed += chunk.length;
    rest = Uint8Array.from(chunk.subarray(startOfLastCharacter(chunk)));
  }
  try {
    yield decoder?.decode() ?? '';
  } catch (error) {
    throw invalidBytes(error, name, rest, passed - rest.length);
  }
}

function readPieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 1 << 16 });
}

/** @param bytes of a whole file */
function encodingOf(bytes: Uint8Array, given: string | undefined): string {
  return markedEncoding(bytes) ?? (isUtf8(bytes) && !isAscii(bytes) ? 'utf-8' : namedEncoding(bytes, given));
}

/** The encoding that a file declares, or else the given one. One that declares UTF-8 may be wrong. */
function namedEncoding(start: Uint8Array, given = 'utf-8'): string {
  const declared = declaredEncoding(start);
  return declared === undefined || declared === 'utf-8' ? given : declared;
}

/** The same of a file that is too great for the memory: what is given needs one more reading. */
async function encodingOfFile(
  path: string,
  start: Uint8Array,
  encoding: string | undefined,
): Promise<string> {
  const marked = markedEncoding(start);
  const given = namedEncoding(start, encoding);
  if (marked !== undefined || given === 'utf-8') return marked ?? given;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isPlain = true;
  try {
    for await (const chunk of readPieces(path)) {
      decoder.decode(chunk, { stream: true });
      isPlain &&= isAscii(chunk);
    }
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return given;
  }
  return isPlain ? given : 'utf-8';
}

/**
 * @param bytes what could not be read
 * @param start the offset of these bytes in the file
 */
function invalidBytes(error: unknown, name: string, bytes: Uint8Array, start = 0): unknown {
  if (!(error instanceof TypeError)) return error;
  if (name !== 'utf-8') {
    const fix = 'Specify the actual encoding, for example --encoding windows-1252.';
    return new SourceError(`bytes that are not ${name.toUpperCase()}`, `text in ${name.toUpperCase()}`, fix);
  }
  const unknown = start === 0 ? unknownEncoding(bytes) : undefined;
  if (unknown !== undefined)
    return new SourceError(
      `the encoding "${unknown}", which the file declares`,
      'an encoding that browsers know (WHATWG Encoding)',
      `Convert the file first: iconv -f ${unknown} -t UTF-8, and correct its declaration.`,
    );
  const offset = firstInvalidByte(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new SourceError(
    `the byte 0x${byte} at offset ${start + offset}, which is not UTF-8`,
    'text in UTF-8, or in UTF-16 with a byte order mark',
    'If it is in another encoding, specify it, for example --encoding windows-1252.',
  );
}

/**
 * Turns the first bytes of a file into text, from which its format is recognized. A character that is cut off is left out, and U+FFFD
 * replaces what is invalid: the reader of the format can report best what is wrong.
 */
export function decodeStart(bytes: Uint8Array, encoding?: string): string {
  const whole = encodingOf(bytes.subarray(0, startOfLastCharacter(bytes)), encoding);
  return new TextDecoder(whole).decode(bytes, { stream: true });
}
