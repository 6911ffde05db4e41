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

/** How a path on Windows begins: with a drive (`C:\`), or with the name of a computer after two backslashes. */
const windowsRoot = /^(?:[a-z]:[\\/]|\\\\)/i;

/**
 * The paths at which the file of an address may be, the best first: where WordPress keeps pictures, the original is better
 * than a size that was made of it; elsewhere a file is what its name says, and the original only stands in for it.
 *
 * @param isFileName whether it is the name of a file, in which `#`, `?` and `%` stand for themselves, rather than an address
 * @returns nothing for what is no path, such as `data:`
 *
 * @example
 * listMediaPaths('https://example.org/wp-content/uploads/2021/07/harbour-300x200.jpg')
 * // 'wp-content/uploads/2021/07/harbour.jpg', '…/harbour-scaled.jpg', '…/harbour-300x200.jpg'
 */
export function listMediaPaths(written: string, isFileName = false): MediaPath[] {
  const text = written.trim().replace(windowsRoot, '/').replaceAll('\\', '/');
  const [bare = ''] = text.split(/[?#]/, 1);
  const isWeb = /^(?:https?:)?\/\//i.test(bare);
  const isOther = bare === '' || (!isWeb && /^[a-z][a-z\d+.-]*:/i.test(bare));
  if (isOther && !isFileName) return [];
  const host = /^(?:https?:)?\/\/(?:[^/@]*@)?([^/:]*)/i.exec(bare)?.[1]?.toLowerCase();
  const whole = isWeb ? bare.replace(/^(?:https?:)?\/\/[^/]*/i, '') : bare;
  const isRelative = !isWeb && !whole.startsWith('/');
  const named = isFileName && !isWeb ? [toPath(text)] : [];
  const path = isOther ? '' : toPath(decodePath(whole));
  const original = path.replace(sizeSuffix, '');
  const larger = original === path ? [] : [original, original.replace(/(?=\.[a-z\d]{2,5}$)/i, '-scaled')];
  const isWordpress = /wp-content\/|\bwordpress\.com\//i.test(bare);
  const paths = isWordpress ? [...larger, path, ...named] : [...named, path, ...larger];
  const usable = paths.filter((each) => each !== '' && !each.includes('\0'));
  return [...new Set(usable)].map((each) => ({
    path: each,
    host,
    isRelative,
    isRooted: !isWeb && !isRelative,
  }));
}

/** Without what begins a path that has no meaning here, and in NFC. */
function toPath(text: string): string {
  return normalizeUnicode(text, 'NFC').replace(/^(?:\.?\/)+/, '');
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
