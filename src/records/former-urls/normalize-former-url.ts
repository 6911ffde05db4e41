/** An address that a page had before it was in the archive, normalized. */
export interface FormerUrl {
  /** The host and port of an absolute address, in lower case; undefined for a path. */
  host: string | undefined;
  /** From the root of the host, percent-encoded: `/2015/11/caf%C3%A9/`. */
  path: string;
  /** The parameters of its query, sorted; empty where it has none. */
  query: readonly Parameter[];
}

/** A parameter of a query, percent-encoded; one without `=` has no value. */
export type Parameter = readonly [name: string, value: string | undefined];

/**
 * Normalizes an address for comparison (RFC 3986, sections 6.2.2 and 6.2.3): percent-encoding and dot segments. Case is kept, as it
 * makes a difference on most hosts. The order of parameters makes none; a `+` in them is a space, as forms send it
 * (URL Standard, section 5.1).
 *
 * @param written a path from the root of a host, with or without a query, or a web address
 * @returns undefined for anything else, or when it has a fragment, which no browser sends
 *
 * @example
 * normalizeFormerUrl('/a/../%7Eada/caf%c3%a9?b=2&a=1')
 * // { host: undefined, path: '/~ada/caf%C3%A9', query: [['a', '1'], ['b', '2']] }
 */
export function normalizeFormerUrl(written: string): FormerUrl | undefined {
  const isPath = /^\/(?!\/)/.test(written);
  // No host takes a NUL character.
  if (/[#\s]|%00/.test(written) || !(isPath || /^https?:\/\//i.test(written))) return undefined;
  if (!URL.canParse(written, 'http://localhost')) return undefined;
  const { host, pathname, search, username, password } = new URL(written, 'http://localhost');
  if (username || password) return undefined;
  const query = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '')
    .map(readParameter)
    .sort(([a, x = ''], [b, y = '']) => (a === b ? compare(x, y) : compare(a, b)));
  return { host: isPath ? undefined : host, path: normalizeEncoding(pathname, pathCharacter), query };
}

/**
 * Writes an address without its host, for comparison and for hosts.
 *
 * @example
 * formatFormerUrl({ path: '/', query: [['p', '123']] }) // '/?p=123'
 */
export function formatFormerUrl({ path, query }: Pick<FormerUrl, 'path' | 'query'>): string {
  return query.length === 0 ? path : `${path}?${query.map(formatParameter).join('&')}`;
}

/** Writes a parameter as in a query. */
export function formatParameter([name, value]: Parameter): string {
  return value === undefined ? name : `${name}=${value}`;
}

/**
 * Writes an address so that two forms of it that lead to the same are equal: hosts of files add the slash that is missing
 * at the end of a path.
 */
export function identifyFormerUrl({ path, query }: Pick<FormerUrl, 'path' | 'query'>): string {
  return formatFormerUrl({ path: path.replace(/(?<!^)\/$/, ''), query });
}

/** What stands for itself between the slashes of a path (RFC 3986, section 3.3), and between the separators of a query. */
const pathCharacter = /[\w.~!$&'()*+,;=:@-]/;
const queryCharacter = /[\w.~!$'()*,;:@/?-]/;

function readParameter(written: string): Parameter {
  const equals = written.indexOf('=');
  const normalize = (text: string) => normalizeEncoding(text.replaceAll('+', '%20'), queryCharacter);
  if (equals < 0) return [normalize(written), undefined];
  return [normalize(written.slice(0, equals)), normalize(written.slice(equals + 1))];
}

/** Encodes what has to be, in upper case, and nothing that need not be. Servers decode all of it before they look it up. */
function normalizeEncoding(text: string, literal: RegExp): string {
  return text.replace(/%[0-9a-f]{2}|[^/]/giu, (part) => {
    if (part.length === 3 && part.startsWith('%')) {
      const character = String.fromCharCode(Number.parseInt(part.slice(1), 16));
      return literal.test(character) ? character : part.toUpperCase();
    }
    return literal.test(part) ? part : encodeURIComponent(part.toWellFormed());
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
