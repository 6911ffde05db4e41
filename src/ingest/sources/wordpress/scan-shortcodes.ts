/** A tag of a shortcode, as it is written. */
export interface ShortcodeTag {
  name: string;
  kind: 'begin' | 'end' | 'single';
  /** By name, in lower case; those without a name by their number. */
  attributes: ReadonlyMap<string, string>;
  /** As written, brackets included. */
  text: string;
}

/** The longest tag. */
const longest = 20_000;
const nameAt = /\[(\/?)([a-z][\w-]*)(?![\w-])/iy;
const attributeName = /[^\s=\]["'/<>]+/y;
const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '”': '”', '″': '″' };

/**
 * Reads the tag of a shortcode (https://developer.wordpress.org/plugins/shortcodes/) at a bracket. Values in quotation marks
 * may have brackets, and quotation marks after a backslash.
 *
 * @returns `undefined` when it is not one
 */
export function readShortcodeTag(html: string, start: number): ShortcodeTag | undefined {
  nameAt.lastIndex = start;
  const match = nameAt.exec(html);
  if (!match) return undefined;
  const [written, slash, name = ''] = match;
  const attributes = new Map<string, string>();
  const limit = Math.min(html.length, start + longest);
  let isSingle = false;
  let at = start + written.length;
  while (at < limit) {
    const sign = html[at] ?? '';
    if (sign === ']') {
      const kind = slash === '/' ? 'end' : isSingle ? 'single' : 'begin';
      return { name: name.toLowerCase(), kind, attributes, text: html.slice(start, at + 1) };
    }
    if (/\s/.test(sign)) at++;
    else if (sign === '/' && html[at + 1] === ']') {
      isSingle = true;
      at++;
    } else {
      const end = readAttribute(html, at, limit, attributes);
      if (end === undefined) return undefined;
      at = end;
    }
  }
  return undefined;
}

/** @returns the offset after the attribute */
function readAttribute(
  html: string,
  start: number,
  limit: number,
  attributes: Map<string, string>,
): number | undefined {
  const position = String(attributes.size);
  const quoted = readQuoted(html, start, limit);
  if (quoted) {
    attributes.set(position, quoted.value);
    return quoted.end;
  }
  attributeName.lastIndex = start;
  const name = attributeName.exec(html)?.[0];
  const equals = name === undefined ? 0 : start + name.length;
  if (name !== undefined && /^[\w-]+$/.test(name) && html[equals] === '=') {
    const value = readQuoted(html, equals + 1, limit) ?? readBare(html, equals + 1, limit);
    attributes.set(name.toLowerCase(), value.value);
    return value.end;
  }
  const value = readBare(html, start, limit);
  if (value.end === start) return undefined;
  attributes.set(position, value.value);
  return value.end;
}

function readQuoted(html: string, start: number, limit: number): { value: string; end: number } | undefined {
  const quote = closing[html[start] ?? ''];
  if (quote === undefined) return undefined;
  let value = '';
  for (let at = start + 1; at < limit; at++) {
    const sign = html[at] ?? '';
    if (sign === quote) return { value, end: at + 1 };
    if (sign === '\\' && html[at + 1] === quote) at++;
    value += html[at] ?? '';
  }
  return undefined;
}

/** A value without quotation marks: an address may have anything but brackets, white space and tags. */
function readBare(html: string, start: number, limit: number): { value: string; end: number } {
  let end = start;
  while (end < limit && !/[\s[\]<>]/.test(html[end] ?? '')) {
    if (html[end] === '/' && html[end + 1] === ']') break;
    end++;
  }
  return { value: html.slice(start, end), end };
}
