import type { Capture } from './capture.ts';

/** Why a capture is not taken; the detail is its own. */
export interface PassedOver {
  reason: string;
  detail?: string;
}

/** The media types of feeds, and of lists for search engines. */
const lists = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|feed\+json|xml)$/;

/**
 * Says why a capture is no page of a site that is taken.
 *
 * @param url at which it was captured
 * @param hosts those that are taken; all when there are none
 * @returns undefined when it is one
 */
export function tellNoPage(
  url: string,
  { status, type, leadsTo, page }: Capture,
  hosts: ReadonlySet<string>,
): PassedOver | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return { reason: 'not an address of the web' };
  if (address.pathname === '/robots.txt') return { reason: 'robots.txt' };
  if (leadsTo !== undefined) return { reason: 'a redirect', detail: `to ${leadsTo}` };
  if (status >= 400) return { reason: 'an error page', detail: `HTTP ${status}` };
  if (status !== 200) return { reason: 'an answer without content', detail: `HTTP ${status}` };
  if (lists.test(type)) return { reason: 'a feed, or a list for programs', detail: type };
  if (!page) return { reason: 'not a page', detail: type === '' ? 'without a media type' : type };
  if (hosts.size > 0 && !hosts.has(address.host))
    return { reason: 'on a host that is not a former one', detail: address.host };
  return undefined;
}
