import type { ArchiveContent } from '../read/read-archive.ts';
import { vocabularies } from '../vocabularies.ts';
import { listOwnHosts } from './former-hosts.ts';
import { identifyFormerUrl, normalizeFormerUrl } from './normalize-former-url.ts';

/** Web addresses in Markdown, and paths that are the target of a link. */
const address = /https?:\/\/[^\s<>"'()[\]]+|(?<=\]\(<?)\/[^\s<>"'()[\]]+/gi;

/** What ends a sentence rather than an address (GFM 0.29, section 6.9). */
const afterAddress = /[?!.,:*_~]$/;

/** An address in a text that is, or would be, a former URL. */
export interface LinkToFormer {
  /** As written in the text. */
  written: string;
  /** In UTF-16 code units. */
  offset: number;
  host: string | undefined;
  /** By which former URLs are compared. */
  identity: string;
}

/** What links in texts to former URLs lead to. */
export interface FormerLinks {
  /** How many former URLs there are. */
  size: number;
  /** The addresses in a text that are on the archive's own hosts or former ones, and the paths. */
  list(markdown: string): LinkToFormer[];
  /** The path of the page that one leads to, below the site's own: `people/wang-yi/`. */
  find(link: Pick<LinkToFormer, 'identity'>): string | undefined;
}

/** Prepares to look for links to former URLs in the texts of an archive. */
export function createFormerLinks({ articles, site, vocabularies: records }: ArchiveContent): FormerLinks {
  const hosts = listOwnHosts(site);
  const found = new Map<string, string>();
  const add = (urls: readonly string[], path: string) => {
    for (const written of urls) {
      const url = normalizeFormerUrl(written);
      if (url) found.set(identifyFormerUrl(url), path);
    }
  };
  for (const { id, data } of articles) add(data.formerUrls, `articles/${id}/`);
  for (const { name } of vocabularies)
    for (const { id, data } of records[name]) add(data.formerUrls, `${name}/${data.replacedBy ?? id}/`);
  return {
    size: found.size,
    list: (markdown) =>
      Array.from(markdown.matchAll(address), ({ 0: whole, index }): LinkToFormer[] => {
        const written = whole.replace(afterAddress, '');
        const link = identifyLink(written);
        return link && (link.host === undefined || hosts.has(link.host))
          ? [{ written, offset: index, ...link }]
          : [];
      }).flat(),
    find: ({ identity }) => found.get(identity),
  };
}

/** The form of a link's target by which former URLs are compared; undefined where it can be none. */
export function identifyLink(target: string): Pick<LinkToFormer, 'host' | 'identity'> | undefined {
  const url = normalizeFormerUrl(target.replace(/#.*$/s, '').replaceAll('&amp;', '&'));
  return url && { host: url.host, identity: identifyFormerUrl(url) };
}
