import type { Located } from '../check/check-references.ts';
import { articleAddress } from '../ledger/ledger.ts';
import { displayPath, type Problem, type ProblemMessage } from '../problem.ts';
import type { ArticleData, AuthorityData } from '../schemas/schemas.ts';
import type { Site } from '../schemas/site-schema.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../vocabularies.ts';
import { listOwnHosts } from './former-hosts.ts';
import { identifyFormerUrl, normalizeFormerUrl, type FormerUrl } from './normalize-former-url.ts';
import { createOwnAddresses, type OwnAddresses } from './own-address.ts';

/** An article or authority record as far as it could be read, with its address below the site's own. */
interface AddressedRecord {
  record: Located<ArticleData> | Located<AuthorityData>;
  /** `people/wang-yi/` */
  path: string;
}

/** Everything that can have former URLs. */
export interface AddressedRecords {
  articles: readonly Located<ArticleData>[];
  vocabularies: Readonly<Record<VocabularyName, readonly Located<AuthorityData>[]>>;
}

/**
 * Checks that each former URL belongs to one record only, is on a host that the archive succeeds, and is not an address of
 * its own. Forms that lead to the same, such as those with and without a final slash, are one.
 *
 * @param records all articles and authority records, including invalid ones
 */
export function checkFormerUrls(
  records: AddressedRecords,
  site: Pick<Site, 'url' | 'formerHosts'>,
): Problem[] {
  const hosts = listOwnHosts(site);
  const home = new URL(site.url).pathname.replace(/\/?$/, '/');
  const { articles, vocabularies: authorities } = records;
  const articleIds = new Set(articles.flatMap(({ id, data }) => [id, ...(data.formerIds ?? [])]));
  const own = createOwnAddresses(
    home,
    articleIds,
    mapVocabularies((name) => authorities[name].map(({ id }) => id)),
  );
  const claimed = new Map<string, Located<unknown>>();
  return listAddressed(records).flatMap(({ record, path }) =>
    (record.data.formerUrls ?? []).flatMap((written, index): Problem[] => {
      const url = normalizeFormerUrl(written);
      // The schema reports what is no address at all.
      const message = url && findFault(url, { written, record, address: home + path, hosts, own, claimed });
      return message ? [{ file: record.file, ...record.positionOf(['formerUrls', index]), ...message }] : [];
    }),
  );
}

function listAddressed({ articles, vocabularies: authorities }: AddressedRecords): AddressedRecord[] {
  return [
    ...articles.map((record) => ({ record, path: articleAddress(record.id) })),
    ...vocabularies.flatMap(({ name }) =>
      authorities[name].map((record) => ({ record, path: `${name}/${record.id}/` })),
    ),
  ];
}

/** What is wrong with a former URL of a record; it is otherwise claimed for it. */
function findFault(
  url: FormerUrl,
  {
    written,
    record,
    address,
    hosts,
    own,
    claimed,
  }: {
    written: string;
    record: Located<unknown>;
    /** Of the record, from the root of the host. */
    address: string;
    hosts: ReadonlySet<string>;
    own: OwnAddresses;
    claimed: Map<string, Located<unknown>>;
  },
): ProblemMessage | undefined {
  const found = `the former URL "${written}"`;
  if (url.host !== undefined && !hosts.has(url.host))
    return {
      found: `${found} on ${url.host}, which is no host that this archive succeeds`,
      expected: `a path, or an address on ${[...hosts].join(' or ')}`,
      fix: `Correct the address, or add "${url.host}" to formerHosts in site.yaml.`,
    };
  const identity = identifyFormerUrl(url);
  if (identity === identifyFormerUrl({ path: address, query: [] }))
    return {
      found: `${found}, which is the record's own address today and would lead to itself`,
      expected: 'an address that it had before',
      fix: 'Remove it.',
    };
  if (own.includes(url.path, url.query.length > 0))
    return {
      found: `${found}, which is an address of the archive's own`,
      expected: 'an address that no page or file of this archive has',
      fix: 'Remove it: readers who follow it find what is there today.',
    };
  const other = claimed.get(identity);
  if (!other) {
    claimed.set(identity, record);
    return undefined;
  }
  const isSame = other === record;
  return {
    found: `${found}, which ${isSame ? 'it has already' : `${displayPath(other.file)} also claims`}`,
    expected: 'a former URL of one record, once (with or without a final slash it is the same)',
    fix: isSame ? 'Remove one of the two.' : 'Remove it from one of the two.',
  };
}
