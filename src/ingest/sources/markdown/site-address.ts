/** What stands before an address: in a link or picture of Markdown, in a definition, or in an attribute of HTML. */
const beforeAddress = /(?:\](?:\(|:)\s{0,3}<?|\b(?:src|href|poster|data-src)=["']?)$/i;

/** How much of a text is looked at to see whether an address follows, in UTF-16 code units. */
const lookBehind = 20;

/** Filters that lead to the same file of the site. */
const sameFile =
  /^(?:(?:relative|absolute)_url|(?:rel|abs)URL|url|prepend:\s{0,3}site\.(?:base)?url|(?:uri_|cgi_)?escape|safeURL)$/;

/** Whether what follows a text is an address. */
export function isBeforeAddress(text: string): boolean {
  return beforeAddress.test(text.slice(-lookBehind));
}

/**
 * The path within a site that a tag of Liquid (Jekyll, Eleventy) stands for.
 *
 * @param open how the tag begins
 * @param inner what is in it
 * @returns '' for the address of the site itself; `undefined` when only the site generator knows it
 * @example
 * resolveSiteTag('{{', `'/assets/quay.jpg' | relative_url`) // '/assets/quay.jpg'
 * resolveSiteTag('{{', 'site.baseurl') // ''
 * resolveSiteTag('{%', 'link assets/quay.jpg') // '/assets/quay.jpg'
 */
export function resolveSiteTag(open: string, inner: string): string | undefined {
  if (open === '{%') {
    const [, linked] = /^link\s{1,9}(\S+)$/.exec(inner) ?? [];
    return linked === undefined || linked.includes('{') ? undefined : encode(rooted(linked));
  }
  if (open !== '{{') return undefined;
  const [first = '', ...filters] = inner.split('|').map((part) => part.trim());
  let path = /^site\.(?:base)?url$/.test(first) ? '' : unquote(first);
  for (const filter of filters) {
    const [, name, argument = ''] = /^(append|prepend):([^]*)$/.exec(filter) ?? [];
    const added = unquote(argument.trim());
    if (path !== undefined && name !== undefined && added !== undefined)
      path = name === 'append' ? path + added : added + path;
    else if (!sameFile.test(filter)) return undefined;
  }
  if (path === undefined || path === '') return path;
  return encode(filters.length > 0 ? rooted(path) : path);
}

/** Replaces the tags in an address. */
export function resolveSiteTags(address: string): string {
  return address.replace(
    /\{\{([^{}]{1,500})\}\}/g,
    (whole, inner: string) => resolveSiteTag('{{', inner.trim()) ?? whole,
  );
}

function unquote(text: string): string | undefined {
  return /^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : undefined;
}

function rooted(path: string): string {
  return /^(?:\/|https?:)/i.test(path) ? path : `/${path}`;
}

/** Encodes what would end an address in Markdown or HTML. */
function encode(path: string): string {
  return path.replace(/[\s()<>"'\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
