import type { Archive } from '../../archive/archive.ts';
import { attributesOf, type ForeignLanguage } from '../../archive/article.ts';
import type { RecordOrigin } from '../../archive/federation/federated.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Link } from './links.ts';

/** The pages that a record of a federation has at its archives. */
export interface RecordPages {
  title: string;
  pages: (Link & {
    foreign: ForeignLanguage;
    /** `12 articles`, at the first page in each archive. */
    count: string | undefined;
  })[];
}

/** Lists the pages of a record at the archives of a federation. An archive may have several: then each is named. */
export function viewRecordPages(
  { messages, language: page }: Archive,
  record: Authority,
  { pages }: RecordOrigin,
): RecordPages {
  const t = messages.federation;
  const counts = new Map<string, number>();
  for (const { archive } of record.articles)
    if (archive) counts.set(archive.name, (counts.get(archive.name) ?? 0) + 1);
  return {
    title: t.inArchives,
    pages: pages.map(({ archive, href, name }, index) => {
      const isFirst = pages[index - 1]?.archive !== archive;
      const isOnly = isFirst && pages[index + 1]?.archive !== archive;
      const { language, title } = archive;
      return {
        title: isOnly && name === record.name ? title : t.recordIn(title, name),
        href,
        foreign: attributesOf(language, page),
        count: isFirst ? messages.articles(counts.get(archive.name) ?? 0) : undefined,
      };
    }),
  };
}
