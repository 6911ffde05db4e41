import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

import { asWritten, rewrite, type Reading } from './reading.ts';

/** A text that a file holds. */
export interface HeldText {
  reading: Reading;
  /** Completes "found … ": where in the file it is, if not simply in its text. */
  where: string;
  /** Whether it has lines; otherwise a position in it is that of a byte. */
  hasLines: boolean;
}

/** How a file is compressed, by its first bytes; Brotli has none and is known by its name. */
const compressions: readonly [RegExp, (bytes: Uint8Array) => Buffer][] = [
  [/^\x1f\x8b/, gunzipSync],
  [/^\x28\xb5\x2f\xfd/, zstdDecompressSync],
];

const beginningOf = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');

/**
 * Decompresses a file's content; what is not compressed, or is damaged, stays as it is.
 *
 * @param name of the file
 */
export function decompressFile(bytes: Uint8Array, name: string): Uint8Array {
  const [, decompress = name.endsWith('.br') ? brotliDecompressSync : undefined] =
    compressions.find(([magic]) => magic.test(beginningOf(bytes, 4))) ?? [];
  try {
    return decompress?.(bytes) ?? bytes;
  } catch {
    return bytes;
  }
}

/** The encodings besides Unicode in which a received text may be published; ASCII is the same in all of them. */
const legacyEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];

/**
 * Lists the texts that a file holds. One that is not in UTF-8 is read in several ways: as bytes, without those that are
 * zero, which finds a name in ASCII in any encoding and in the metadata of pictures (Exif, XMP); for other names, in the
 * encodings that it may be in.
 *
 * @param isAscii whether only texts in ASCII are looked for
 */
export function listHeldTexts(bytes: Uint8Array, isAscii: boolean): HeldText[] {
  const start = beginningOf(bytes, 2);
  const utf16 = start.startsWith('\xff\xfe')
    ? 'utf-16le'
    : start.startsWith('\xfe\xff')
      ? 'utf-16be'
      : undefined;
  if (utf16) return [held(new TextDecoder(utf16).decode(bytes), `as ${utf16.toUpperCase()}`, true)];
  const text = decodeStrictly(bytes);
  if (text !== undefined) return [held(text, '', true)];
  const raw = asWritten(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  const texts = [
    { reading: rewrite(raw, /\0+/g, () => ''), where: 'in its bytes', hasLines: false },
    ...listPngTexts(bytes),
  ];
  if (isAscii) return texts;
  const halves = ['utf-16le', 'utf-16be'].flatMap((encoding) =>
    [0, 1].map((skipped) => [encoding, bytes.subarray(skipped)] as const),
  );
  const whole = ['utf-8', ...legacyEncodings].map((encoding) => [encoding, bytes] as const);
  return [
    ...texts,
    ...[...whole, ...halves].map(([encoding, part]) =>
      held(new TextDecoder(encoding).decode(part), `as ${encoding}`, false),
    ),
  ];
}

function held(text: string, where: string, hasLines: boolean): HeldText {
  return { reading: asWritten(text), where, hasLines };
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The compressed texts of a PNG (third edition, section 11.3.3): `zTXt`, `iTXt`, and the name of a profile in `iCCP`. */
function listPngTexts(bytes: Uint8Array): HeldText[] {
  if (beginningOf(bytes, 8) !== '\x89PNG\r\n\x1a\n') return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts: HeldText[] = [];
  for (let start = 8; start + 12 <= bytes.length;) {
    const length = view.getUint32(start);
    const chunk = bytes.subarray(start + 8, start + 8 + length);
    const type = beginningOf(bytes.subarray(start + 4), 4);
    if (['zTXt', 'iTXt', 'iCCP'].includes(type)) {
      const text = inflateWithin(chunk);
      if (text) texts.push(held(text.toString(), `in its metadata (${type})`, false));
    }
    start += 12 + length;
  }
  return texts;
}

/** Inflates what follows the fields of a chunk, each of which ends in a zero. */
function inflateWithin(chunk: Uint8Array): Buffer | undefined {
  // zlib's first byte (RFC 1950): deflate with a window of 32 KB or less.
  for (let start = chunk.indexOf(0); start !== -1 && start < 400; start++) {
    if ((chunk[start] ?? 0) % 16 !== 8 || (((chunk[start] ?? 0) << 8) | (chunk[start + 1] ?? 0)) % 31 !== 0)
      continue;
    try {
      return inflateSync(chunk.subarray(start));
    } catch {
      continue;
    }
  }
  return undefined;
}
