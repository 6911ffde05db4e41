/** An element of a JSON array, as written. */
export interface JsonElement {
  /** Its part of the text, exactly as written. */
  text: string;
  /** The 1-based line on which it begins. */
  line: number;
}

/**
 * Cuts an array within a JSON text (RFC 8259) into its elements, exactly as written, so that what is kept of each is what
 * was received. They are the same elements as `JSON.parse` gives.
 *
 * @param text valid JSON; of malformed JSON, the elements before the error are returned
 * @param key the array is the value of this key of the top-level object; it is the top-level value itself when left out
 * @returns no element when there is no such array
 *
 * @example
 * listJsonElements('{"items": [\n{"id": 1.0}]}', 'items') // [{ text: '{"id": 1.0}', line: 2 }]
 */
export function listJsonElements(text: string, key?: string): JsonElement[] {
  const start = skipSpace(text, 0);
  const array = key === undefined ? start : findMember(text, start, key);
  if (array === undefined || text[array] !== '[') return [];
  const elements: JsonElement[] = [];
  let line = 1;
  let lineEnd = text.indexOf('\n');
  let at = skipSpace(text, array + 1);
  while (at < text.length && text[at] !== ']') {
    const end = endOfValue(text, at);
    if (end === undefined) break;
    for (; lineEnd !== -1 && lineEnd < at; lineEnd = text.indexOf('\n', lineEnd + 1)) line++;
    elements.push({ text: text.slice(at, end), line });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return elements;
}

/**
 * The value of a key of an object, exactly as written.
 *
 * @param text valid JSON
 */
export function findJsonMember(text: string, key: string): JsonElement | undefined {
  const at = findMember(text, skipSpace(text, 0), key);
  const end = at === undefined ? undefined : endOfValue(text, at);
  if (at === undefined || end === undefined) return undefined;
  return { text: text.slice(at, end), line: text.slice(0, at).split('\n').length };
}

/** Where the value of a key of the object at `at` begins. The last one counts, as it does for `JSON.parse`. */
function findMember(text: string, at: number, key: string): number | undefined {
  let found: number | undefined;
  if (text[at] !== '{') return undefined;
  at = skipSpace(text, at + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const colon = nameEnd === undefined ? text.length : skipSpace(text, nameEnd);
    if (text[colon] !== ':') break;
    const value = skipSpace(text, colon + 1);
    if (isString(text.slice(at, nameEnd), key)) found = value;
    const end = endOfValue(text, value);
    if (end === undefined) break;
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

/** A key may be written with escapes (`"\u0069tems"`). */
function isString(written: string, value: string): boolean {
  if (!written.includes('\\')) return written.slice(1, -1) === value;
  try {
    return JSON.parse(written) === value;
  } catch {
    return false;
  }
}

/** The offset after the value that begins at `at`; undefined when the value is incomplete or missing. */
function endOfValue(text: string, at: number): number | undefined {
  const first = text[at];
  if (first === '"') return endOfString(text, at);
  if (first !== '[' && first !== '{') return endOfWord(text, at);
  let depth = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    if (character === '[' || character === '{') depth++;
    if ((character === ']' || character === '}') && --depth === 0) return at + 1;
    at++;
  }
  return undefined;
}

function endOfString(text: string, at: number): number | undefined {
  for (at++; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

/** Of a number, `true`, `false` or `null`. */
function endOfWord(text: string, at: number): number | undefined {
  const word = /[\w.+-]+/y;
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : undefined;
}

function skipSpace(text: string, at: number): number {
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}
