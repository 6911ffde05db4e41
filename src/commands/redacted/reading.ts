import { parseHTML } from 'linkedom';

import { normalizeUnicode } from '../../records/normalize-unicode.ts';

/** A text as it can be read, with the way back to the text that it was made from. */
export interface Reading {
  text: string;
  /** Maps an offset in the text to one in the original, in UTF-16 code units. */
  originOf(offset: number): number;
}

/** Stands where mark-up was: it may part the letters of a name, and ends a word. */
export const markUp = '\u0001';

/** A text as it is. */
export function asWritten(text: string): Reading {
  return { text, originOf: (offset) => offset };
}

/**
 * Lists the ways in which a text can be read: as it is, without mark-up, and both with its escapes resolved. Each is without
 * case, accents and what prints as nothing.
 *
 * @example
 * listReadings(asWritten('J&auml;<b>ne</b>')).map(({ text }) => text)
 * // ['j&auml;<b>ne</b>', 'j&auml;\u0001ne\u0001', 'ja<b>ne</b>', 'ja\u0001ne\u0001']
 */
export function listReadings(plain: Reading): Reading[] {
  const resolved = resolveEscapes(plain);
  const readings = resolved === plain ? [plain] : [plain, resolved];
  return readings.flatMap((reading) => {
    const bare = rewrite(reading, markUpPattern, () => markUp);
    return (bare === reading ? [reading] : [reading, bare]).map(fold);
  });
}

/**
 * Replaces parts of a text, and remembers where everything was.
 *
 * @param pattern global
 * @returns the same object when nothing matches
 */
export function rewrite(reading: Reading, pattern: RegExp, replace: (found: string) => string): Reading {
  const { text } = reading;
  const parts: string[] = [];
  /** Where copied and replaced parts begin, in turns: in the new text, and in the old one. */
  const [starts, origins] = [[0], [0]];
  let [length, end] = [0, 0];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const replacement = replace(found);
    parts.push(text.slice(end, index), replacement);
    length += index - end;
    starts.push(length);
    origins.push(index);
    end = index + found.length;
    length += replacement.length;
    starts.push(length);
    origins.push(end);
  }
  if (parts.length === 0) return reading;
  parts.push(text.slice(end));
  return {
    text: parts.join(''),
    originOf(offset) {
      const part = findLast(starts, offset);
      const isCopied = part % 2 === 0;
      return reading.originOf((origins[part] ?? 0) + (isCopied ? offset - (starts[part] ?? 0) : 0));
    },
  };
}

/** The position of the last of some ascending numbers that is not greater than one. */
function findLast(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Tags of HTML and XML; Markdown's emphasis, code and the addresses of its links. */
const markUpPattern = /(?:<[^<>]*>|[*_~`]|\]\([^()\s]*\))+/g;

/** Percent-encoding, character references, escapes of JSON, JavaScript and Turtle, and what is encoded in `data:` URLs. */
const escapePattern =
  /(?:%[0-9a-f]{2})+|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});?|\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|U[0-9a-f]{8}|x[0-9a-f]{2}|[bfnrt"'/\\])|\bbase64,[a-z0-9+/]{8,}={0,2}/gi;

/** How deep encodings within encodings are followed: a percent-encoded text in JSON in an attribute is three. */
const deepest = 4;

function resolveEscapes(reading: Reading): Reading {
  let resolved = reading;
  for (let depth = 0; depth < deepest; depth++) {
    let isChanged = false;
    const next = rewrite(resolved, escapePattern, (found) => {
      const replacement = resolveEscape(found);
      isChanged ||= replacement !== found;
      return replacement;
    });
    if (!isChanged) break;
    resolved = next;
  }
  return resolved;
}

function resolveEscape(escape: string): string {
  switch (escape[0]) {
    case '%':
      return Buffer.from(escape.replaceAll('%', ''), 'hex').toString();
    case '&':
      return resolveReference(escape);
    case '\\':
      return /^\\[ux]/i.test(escape) ? toCharacter(parseInt(escape.replace(/[^0-9a-f]/gi, ''), 16)) : ' ';
    default:
      return Buffer.from(escape.slice(escape.indexOf(',') + 1), 'base64').toString();
  }
}

const references = new Map<string, string>();
const element = parseHTML('<p></p>').document.querySelector('p');

/** Resolves a character reference (HTML, section 13.5); what is none stays as it is. */
function resolveReference(reference: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-f]+)|(\d+))/i.exec(reference) ?? [];
  if (hexadecimal ?? decimal)
    return toCharacter(parseInt(hexadecimal ?? decimal ?? '', hexadecimal ? 16 : 10));
  const known = references.get(reference);
  if (known !== undefined) return known;
  if (element) element.innerHTML = reference;
  const resolved = element?.textContent ?? reference;
  references.set(reference, resolved);
  return resolved;
}

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** So short that the way back is exact enough; what is composed of several characters is decomposed first. */
const foreignPattern = /[^\0-\x7f]{1,8}/g;

function fold(reading: Reading): Reading {
  const { text, originOf } = rewrite(reading, foreignPattern, foldLetters);
  return { text: text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()), originOf };
}

/**
 * Folds letters for comparison: without case, accents and what prints as nothing.
 *
 * @example
 * foldLetters('Ja\u00adne Holm\u00e9n') // 'jane holmen'
 */
export function foldLetters(text: string): string {
  return normalizeUnicode(text, 'NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
