import { CommandError } from '../../system/command-error.ts';
import type { Release } from './release.ts';

/** What pages name of their own site: styles, scripts, pictures, feeds, source texts. */
export interface NamedFiles {
  /** Reads a page that was made. */
  add(page: string, html: string | Uint8Array): void;
  /** @throws {CommandError} when a file is named that is not in the release */
  check(has: Release['has']): void;
}

/** Links in elements. A text cannot hold one: its "<" is escaped. */
const named = /<[a-z][^<>]* (?:href|src|action)="([^"#?]+)/g;

/** How many missing files a message names. */
const mostNamed = 5;

/**
 * Prepares to compare what pages name with what is there: a page whose stylesheet is missing must not be published.
 *
 * @param base the site's path, with a slash at both ends
 * @param pages the paths of all pages, which are known to be there
 */
export function createNamedFiles(base: string, pages: Iterable<string>): NamedFiles {
  const known = new Set(pages);
  /** By their paths, the page that was the first to name them. */
  const others = new Map<string, string>();
  const isNew = (path: string) => !known.has(path) && !others.has(path);
  const start = `="${base}`;
  /** Most pages name nothing that others have not. Looking for that takes a third of the time of reading their elements. */
  const mayNameMore = (text: string) => {
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + start.length)) {
      const address = text.slice(at + 2, text.indexOf('"', at + start.length));
      // Most addresses have neither a query nor a fragment.
      if (isNew(address) && isNew(address.split(/[#?]/, 1)[0] ?? '')) return true;
    }
    return false;
  };
  return {
    add(page, html) {
      const text =
        typeof html === 'string' ? html : Buffer.from(html.buffer, html.byteOffset, html.length).toString();
      if (!mayNameMore(text)) return;
      for (const [, path = ''] of text.matchAll(named)) {
        if (path.startsWith(base) && isNew(path)) others.set(copy(path), page);
      }
    },
    check(has) {
      const missing = [...others].filter(([path]) => !has(fileOf(path.slice(base.length))));
      if (missing.length === 0) return;
      const lines = missing.slice(0, mostNamed).map(([path, page]) => `  ${path}, named by ${page}`);
      const more = missing.length > mostNamed ? [`  and ${missing.length - mostNamed} more`] : [];
      throw new CommandError(
        ['The site was not published, since pages name files that are not in it:', ...lines, ...more].join(
          '\n',
        ),
      );
    },
  };
}

/** The same characters without the page that they are from, all of which V8 would keep for them. */
function copy(path: string): string {
  return Buffer.from(path).toString();
}

/** The file at a path below the site's own. */
function fileOf(path: string): string {
  const name = decodeURIComponent(path.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}
