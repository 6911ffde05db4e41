import { normalizeUnicode } from '../../records/normalize-unicode.ts';

/** A path that an address leads to: what is after the host. */
export interface MediaPath {
  /** Without a slash at its beginning, decoded, in NFC. */
  path: string;
  /** The host of an address, in lower case; undefined for a path. */
  host: string | undefined;
  /** Whether the source writes it relative to where it stands. */
  isRelative: boolean;
  /** Whether it begins at the root of a site. */
  isRooted: boolean;
}

/** The sizes that WordPress makes of a picture, and the largest that it shows. */
const sizeSuffix = /-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[a-z\d]{2,5}$)/i;

/**
 * The paths at which the file of an address may be, the best first: where WordPress keeps pictures, the original is better
 * than a size that was made of it; elsewhere a file is what its name says, and the original only stands in for it.
 *
 * @returns nothing for what is no path, such as `data:`
 *
 * @example
 * listMediaPaths('https://example.org/wp-content/uploads/2021/07/harbour-300x200.jpg')
 * // 'wp-content/uploads/2021/07/harbour.jpg', '…/harbour-scaled.jpg', '…/harbour-300x200.jpg'
 */
export function listMediaPaths(written: string): MediaPath[] {
  const [bare = ''] = written.trim().replaceAll('\\', '/').split(/[?#]/, 1);
  const isWeb = /^(?:https?:)?\/\//i.test(bare);
  if (bare === '' || (!isWeb && /^[a-z][a-z\d+.-]*:/i.test(bare))) return [];
  const host = /^(?:https?:)?\/\/(?:[^/@]*@)?([^/:]*)/i.exec(bare)?.[1]?.toLowerCase();
  const whole = isWeb ? bare.replace(/^(?:https?:)?\/\/[^/]*/i, '') : bare;
  const isRelative = !isWeb && !whole.startsWith('/');
  const path = normalizeUnicode(decodePath(whole), 'NFC').replace(/^(?:\.?\/)+/, '');
  if (path === '' || path.includes('\0')) return [];
  const original = path.replace(sizeSuffix, '');
  const larger = original === path ? [] : [original, original.replace(/(?=\.[a-z\d]{2,5}$)/i, '-scaled')];
  const isWordpress = /wp-content\/|\bwordpress\.com\//i.test(bare);
  const paths = isWordpress ? [...larger, path] : [path, ...larger];
  return [...new Set(paths)].map((each) => ({
    path: each,
    host,
    isRelative,
    isRooted: !isWeb && !isRelative,
  }));
}

/** The ends of a path, the longest first: `a/b/c.jpg`, `b/c.jpg`, `c.jpg`. */
export function listEnds(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
