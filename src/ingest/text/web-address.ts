/** A web address as written, or resolved when it is relative; `undefined` when it is not a web address. */
export function resolveAddress(url: string, base?: string): string | undefined {
  const absolute = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (absolute === undefined || !/^https?:$/.test(absolute.protocol)) return undefined;
  return URL.canParse(url) ? url : absolute.href;
}

/** Parameters that say where a reader came from, and nothing about the page. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|at_medium|at_campaign|ns_campaign|ns_mchannel|ns_source|cmpid|ocid|xtor|wt_mc|smid|ref_src|spm)$/i;

/** Removes the parameters by which readers are followed from a web address; the rest stays as written. */
export function removeTracking(url: string): string {
  const [whole = '', fragment] = url.split('#', 2);
  const [path = '', query] = whole.split('?', 2);
  if (query === undefined) return url;
  const kept = query.split('&').filter((part) => !tracking.test(part.split('=', 1)[0] ?? ''));
  return (
    path + (kept.length > 0 ? `?${kept.join('&')}` : '') + (fragment === undefined ? '' : `#${fragment}`)
  );
}

/**
 * Whether two addresses lead to the same page: whatever their protocol, `www.`, a slash at the end, fragments and parameters for
 * tracking are.
 */
export function isSameAddress(one: string, other: string): boolean {
  const [first, second] = [one, other].map(normalizeAddress);
  return first !== undefined && first === second;
}

function normalizeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(removeTracking(address));
  return host.replace(/^www\./, '') + pathname.replace(/(?:\/index\.\w{3,5})?\/?$/, '') + search;
}
