import type { Position, Problem } from '../problem.ts';

/** A problem in a text whose file is known to the caller. */
export type TextProblem = Omit<Problem, 'file'>;

/** Unicode's control characters (Cc), except for tab and line ends: each run of them. */
export const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g;

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Decodes a file. Only UTF-8 (with or without a byte order mark) without control characters is valid; nothing is replaced
 * or repaired.
 *
 * @returns the text without its byte order mark, and its problems; the text is '' when the bytes are not UTF-8
 */
export function decodeText(bytes: Uint8Array): { text: string; problems: TextProblem[] } {
  let text: string;
  try {
    text = strictDecoder.decode(bytes);
  } catch {
    return { text: '', problems: [invalidUtf8(bytes)] };
  }
  const locate = locateInOrder(text);
  const problems = Array.from(text.matchAll(controlCharacter), (match): TextProblem => {
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      ...locate(match.index),
      found: `the control character U+${code}${code === '0000' ? ' (NUL)' : ''}`,
      expected: 'no control characters but tabs and line ends',
      fix: 'Remove it; it is invisible in most editors.',
    };
  });
  return { text, problems };
}

/** The line and column of an offset into a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Does the same as {@link positionAt} for many offsets in ascending order, and reads the text only once. */
function locateInOrder(text: string): (offset: number) => Position {
  let [line, start, end] = [1, 0, text.indexOf('\n')];
  return (offset) => {
    for (; end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

function invalidUtf8(bytes: Uint8Array): TextProblem {
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    ...positionAt(before, before.length),
    found: `the byte 0x${byte} at offset ${offset}, which is not UTF-8`,
    expected: 'text in UTF-8',
    fix: 'Save the file as UTF-8; a text in another encoding has to be converted first.',
  };
}

/**
 * The offset of the first byte that is not UTF-8: lenient decoding replaces it with U+FFFD where the bytes have no encoded
 * U+FFFD.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const pieces = lenient.split('\uFFFD');
  let offset = 0;
  for (const piece of pieces) {
    offset += Buffer.byteLength(piece);
    const isGenuine = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isGenuine) return offset;
    offset += 3;
  }
  return offset;
}
