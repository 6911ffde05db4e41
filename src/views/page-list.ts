import type { Archive } from '../archive/archive.ts';
import type { LoadDataFiles } from '../exports/data/data-files.ts';
import { listAboutPages } from './about.ts';
import { listArticlePages } from './article.ts';
import { listArticlesPages } from './articles.ts';
import { listCitationsPages } from './citations.ts';
import { listComparePages } from './compare.ts';
import { listDataPages } from './data.ts';
import { listHomePages } from './home.ts';
import { listIssuePages } from './issue.ts';
import { listNotFoundPages } from './not-found.ts';
import type { PageKind, SitePage } from './page.ts';
import { listPartPages } from './part.ts';
import { listPeriodPages } from './period.ts';
import { listReadingListPages } from './reading-list.ts';
import { listRecordPages } from './record.ts';
import { listRedirectPages } from './redirect.ts';
import { listSearchPages } from './search.ts';
import { listTombstonePages } from './tombstone.ts';
import { listVocabularyPages } from './vocabulary.ts';

/** How the pages of each kind are listed, in the order in which sitemaps have them. */
const lists: {
  [Kind in PageKind]: (archive: Archive, loadDataFiles: LoadDataFiles) => SitePage<Kind>[];
} = {
  home: listHomePages,
  about: listAboutPages,
  data: listDataPages,
  articles: listArticlesPages,
  article: listArticlePages,
  tombstone: listTombstonePages,
  redirect: listRedirectPages,
  vocabulary: listVocabularyPages,
  record: listRecordPages,
  part: listPartPages,
  issue: listIssuePages,
  period: listPeriodPages,
  search: listSearchPages,
  compare: listComparePages,
  citations: listCitationsPages,
  readingList: listReadingListPages,
  notFound: listNotFoundPages,
};

/** All pages of an archive's site. Files that are no pages of HTML are not among them. */
export function listPages(archive: Archive, loadDataFiles: LoadDataFiles): SitePage[] {
  return withoutTwins(Object.values(lists).flatMap((list): SitePage[] => list(archive, loadDataFiles)));
}

/**
 * Leaves out pages at old addresses that are the same as those of others on a file system that ignores case. Only old
 * addresses have capitals.
 */
function withoutTwins(pages: SitePage[]): SitePage[] {
  const hasCapitals = ({ kind, path }: SitePage) => kind === 'redirect' && path !== path.toLowerCase();
  if (!pages.some(hasCapitals)) return pages;
  const others = new Set(pages.flatMap((page) => (hasCapitals(page) ? [] : [page.path.toLowerCase()])));
  return pages.filter((page) => !hasCapitals(page) || !others.has(page.path.toLowerCase()));
}
