import type { Site } from '../schemas/site-schema.ts';

/** The hosts on which an address can be one that the archive had or succeeds: its own, and the former ones. */
export function listOwnHosts({ url, formerHosts = [] }: Pick<Site, 'url' | 'formerHosts'>): Set<string> {
  return new Set([new URL(url).host, ...formerHosts]);
}
