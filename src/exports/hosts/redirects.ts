import type { Archive } from '../../archive/archive.ts';

/** An address that leads to another: paths from the host's root. */
export interface Redirect {
  from: string;
  to: string;
}

/** The addresses that articles and records had before, with those that they have now. */
export function listRedirects({
  articles,
  withdrawn,
  replaced,
  paths,
}: Pick<Archive, 'articles' | 'withdrawn' | 'replaced' | 'paths'>): Redirect[] {
  const moved = [...articles, ...withdrawn].flatMap(({ formerIds, href }) =>
    formerIds.map((id) => ({ from: paths.article(id), to: href })),
  );
  const merged = replaced.map(({ record, by }) => ({ from: record.href, to: by.href }));
  return [...moved, ...merged].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Redirects as a `_redirects` file, which Netlify and Cloudflare Pages read. Without a code that one of the two would not
 * know: where it is not followed, the page at the address leads on.
 */
export function wordRedirects(archive: Archive): string {
  return listRedirects(archive)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** Redirects as the lines of an nginx `map`, to be included in one of `$uri`. */
export function wordNginxMap(archive: Archive): string {
  return listRedirects(archive)
    .map(({ from, to }) => `${from} ${to};\n`)
    .join('');
}
