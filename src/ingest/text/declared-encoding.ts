import { isAscii, isUtf8 } from 'node:buffer';

/** How much of a file can hold a declaration; HTML has it within 1,024 bytes, but pages are often wrong. */
const reach = 1 << 14;

/** The encoding that a byte order mark tells (WHATWG Encoding, section 6), or the first sign of XML (XML 1.0, appendix F). */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== undefined && c > 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== undefined && d > 0) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/**
 * The encoding that markup declares: in an XML declaration, or in a `meta` element before the body of a page.
 *
 * @param bytes a file, or its beginning
 * @returns a WHATWG name; `undefined` when nothing is declared, or a name that is none
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const label = declaredLabel(bytes);
  return label === undefined ? undefined : nameOf(label);
}

/** The encoding that markup declares and that is not known here, as it is written. */
export function unknownEncoding(bytes: Uint8Array): string | undefined {
  const label = declaredLabel(bytes);
  return label === undefined || nameOf(label) !== undefined ? undefined : label;
}

function declaredLabel(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, reach))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  if (!start.trimStart().startsWith('<')) return undefined;
  const [beforeElements = ''] = start.split(/<[a-z]/i, 1);
  const [declaration = ''] = /<\?xml\b[^<>]*/i.exec(beforeElements) ?? [];
  return /\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(declaration)?.[1] ?? metaEncoding(start);
}

function metaEncoding(start: string): string | undefined {
  if (!/<(?:html|head|title|meta)\b/i.test(start) || /<(?:rss|feed|rdf:rdf)\b/i.test(start)) return undefined;
  const [head = ''] = start.split(/<body\b/i, 1);
  const tags = head.match(/<meta\b[^<>]*/gi) ?? [];
  const named = tags.map((tag) => /\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(tag)?.[1]);
  return named.find((name) => name !== undefined);
}

/** UTF-16 cannot be declared by what is not in UTF-16 (WHATWG HTML, section 13.2.3.2). */
function nameOf(label: string): string | undefined {
  try {
    // Some programs write `windows_1252`.
    const { encoding } = new TextDecoder(label.replaceAll('_', '-'));
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

/**
 * Says where a file is not read in the encoding that it declares, or not in the one that was given.
 *
 * @param start the first bytes of the file
 * @param given the encoding for files that declare none
 * @returns a whole sentence
 */
export function describeEncoding(start: Uint8Array, given: string | undefined): string | undefined {
  const marked = markedEncoding(start);
  const declared = marked ?? declaredEncoding(start);
  if (declared === undefined) return undefined;
  const name = declared.toUpperCase();
  if (marked === undefined && declared !== 'utf-8' && !isAscii(start) && isUtf8(whole(start))) {
    return `The file declares ${name}, but is in UTF-8; it was read as that.`;
  }
  if (given === undefined || given === declared) return undefined;
  if (declared === 'utf-8' && !isUtf8(whole(start)))
    return `The file declares UTF-8, which it is not; it was read in ${given.toUpperCase()}, as --encoding says.`;
  return `The file declares its encoding, ${name}; --encoding ${given} was not used.`;
}

/** Without a character at the end that is cut off. */
function whole(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, startOfLastCharacter(bytes));
}

/** The offset at which the last character of a piece of UTF-8 begins. */
export function startOfLastCharacter(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > Math.max(0, bytes.length - 4) && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return Math.max(0, start);
}
