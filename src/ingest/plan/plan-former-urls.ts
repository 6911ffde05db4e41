import { listOwnHosts } from '../../records/former-urls/former-hosts.ts';
import {
  formatFormerUrl,
  identifyFormerUrl,
  normalizeFormerUrl,
} from '../../records/former-urls/normalize-former-url.ts';
import { createOwnAddresses } from '../../records/former-urls/own-address.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { mapVocabularies } from '../../records/vocabularies.ts';
import type { Draft } from '../drafts/draft.ts';
import { isFormerAddress } from '../drafts/former-address.ts';

/** The former URLs of a draft, and what is then told of it. */
interface PlannedFormerUrls extends Pick<Draft, 'leftOut' | 'notices'> {
  /** As frontmatter has them. */
  formerUrls: string[];
  /** Takes note that the draft is going to be an entry. */
  keep(): void;
}

/**
 * Decides which of the addresses that sources give become former URLs: those on hosts that the archive succeeds, if it
 * succeeds any, that no other article has and that are not the archive's own.
 *
 * @param formerHosts in addition to those of `site.yaml`
 */
export function createFormerUrlPlanner(
  { articles, site, vocabularies }: ArchiveContent,
  formerHosts: readonly string[] = [],
): (draft: Draft) => PlannedFormerUrls {
  const succeeded = [...(site.formerHosts ?? []), ...formerHosts];
  if (succeeded.length === 0)
    return ({ leftOut, notices }) => ({ formerUrls: [], leftOut, notices, keep: () => {} });
  const hosts = listOwnHosts({ url: site.url, formerHosts: succeeded });
  const own = createOwnAddresses(
    new URL(site.url).pathname.replace(/\/?$/, '/'),
    new Set(articles.flatMap(({ id, data }) => [id, ...data.formerIds])),
    mapVocabularies((name) => vocabularies[name].map(({ id }) => id)),
  );
  const identify = (address: string) => {
    const url = normalizeFormerUrl(address.replace(/#.*$/s, ''));
    if (!url || (url.host !== undefined && !hosts.has(url.host))) return undefined;
    return { url, written: formatFormerUrl(url), identity: identifyFormerUrl(url) };
  };
  const claimed = new Set(
    [...articles, ...Object.values(vocabularies).flat()].flatMap(({ data }) =>
      data.formerUrls.flatMap((written) => identify(written)?.identity ?? []),
    ),
  );

  return ({ formerUrls: given = [], leftOut, notices, url }) => {
    const former = leftOut.filter(isFormerAddress).flatMap(({ address }) => address ?? []);
    const taken = new Map<string, string>();
    const told: string[] = [];
    for (const address of [...(url === undefined ? [] : [url]), ...given, ...former]) {
      const found = identify(address);
      if (!found || taken.has(found.identity) || own.includes(found.url.path, found.url.query.length > 0))
        continue;
      if (claimed.has(found.identity))
        told.push(`The former address ${address} already leads to another entry.`);
      else taken.set(found.identity, found.written);
    }
    return {
      formerUrls: [...taken.values()],
      leftOut: leftOut.filter((each) => {
        const identity = isFormerAddress(each) ? identify(each.address ?? '')?.identity : undefined;
        return identity === undefined || !taken.has(identity);
      }),
      notices: [...notices, ...told],
      keep() {
        for (const identity of taken.keys()) claimed.add(identity);
      },
    };
  };
}
