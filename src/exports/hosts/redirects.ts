/** A page or file as far as redirects need it. */
interface RedirectingPage {
  /** From the host's root. */
  path: string;
  /** The path of the page that it leads to; undefined for a page of its own. */
  leadsTo?: string | undefined;
}

/** A path that leads to another; both from the host's root. */
export interface Redirect {
  from: string;
  to: string;
}

/**
 * Lists the redirects of a site, sorted: where articles and records were that have moved or were merged, and source texts
 * that are now published under another name.
 */
export function listRedirects(pages: readonly RedirectingPage[]): Redirect[] {
  return pages
    .flatMap(({ path, leadsTo }) => (leadsTo === undefined ? [] : [{ from: path, to: leadsTo }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Renders redirects as a `_redirects` file, which Netlify and Cloudflare Pages read. Both know the status 301; where the
 * file is ignored, the page at the old address leads on.
 */
export function renderRedirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** Renders redirects as the lines of an nginx `map` of `$uri`, to be included in it. */
export function renderNginxMap(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to};\n`).join('');
}
