import { normalizeUnicode } from '../records/normalize-unicode.ts';

/** The longest name of a folder, and the longest path, in bytes; a page's own name is added to it. */
const [longestName, longestPath] = [240, 1000];

/** What every file system takes, not hidden, and not ending as no name on Windows may. */
const name = /^(?!\.)[\p{L}\p{M}\p{N} ._~!$&'()+,;=@-]*(?<![ .])$/u;

/**
 * Whether folders can have the names in a path on every file system and host, so that a request for it finds them.
 *
 * @param path percent-encoded, with a slash at both ends
 *
 * @example
 * canBeFolder('/2015/caf%C3%A9.html/') // true
 * canBeFolder('/2015/a%2Fb/') // false
 */
export function canBeFolder(path: string): boolean {
  let decoded: string;
  try {
    // It leaves what would be a separator as it is.
    decoded = decodeURI(path);
  } catch {
    return false;
  }
  return (
    decoded === normalizeUnicode(decoded, 'NFC') &&
    Buffer.byteLength(decoded) <= longestPath &&
    decoded
      .slice(1, -1)
      .split('/')
      .every((part) => part !== '' && name.test(part) && Buffer.byteLength(part) <= longestName)
  );
}
