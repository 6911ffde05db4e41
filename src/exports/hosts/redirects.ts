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
 * that are now published under another name. An address leads on without its final slash, too: a host that first added the
 * slash would make it two redirects.
 */
export function listRedirects(pages: readonly RedirectingPage[]): Redirect[] {
  return pages
    .flatMap(({ path, leadsTo }) =>
      leadsTo === undefined ? [] : listForms(path).map((from) => ({ from, to: leadsTo })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function listForms(path: string): string[] {
  return path.endsWith('/') ? [path.slice(0, -1), path] : [path];
}

/**
 * Renders redirects as a `_redirects` file, which Netlify and Cloudflare Pages read. Both know the status 301; where the
 * file is ignored, the page at the old address leads on. A host that takes only so many lines has all addresses before it has
 * their other form, without the slash.
 */
export function renderRedirectsFile(redirects: readonly Redirect[]): string {
  const whole = redirects.filter(({ from }) => from.endsWith('/'));
  const others = redirects.filter(({ from }) => !from.endsWith('/'));
  return [...whole, ...others].map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** Renders redirects as the lines of an nginx `map` of `$uri`, to be included in it. */
export function renderNginxMap(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to};\n`).join('');
}
