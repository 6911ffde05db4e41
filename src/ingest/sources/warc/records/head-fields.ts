import { isUtf8 } from 'node:buffer';

/** The first line and the fields of a message (RFC 9112, sections 3 to 5; WARC 1.1, section 4), names in lower case. */
export interface Head {
  line: string;
  fields: ReadonlyMap<string, string>;
}

/**
 * Reads the head of a WARC record or an HTTP message. A field that stands twice has its first value; folded lines are joined.
 *
 * @param bytes in UTF-8, else ISO 8859-1
 */
export function readHeadFields(bytes: Buffer): Head {
  const text = bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  const [line = '', ...lines] = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const each of lines) {
    const colon = each.indexOf(':');
    if (colon < 1) continue;
    const name = each.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, each.slice(colon + 1).trim());
  }
  return { line, fields };
}
