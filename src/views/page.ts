import { digestOf } from '../system/digest.ts';
import type { AboutView } from './about.ts';
import type { ArticleView } from './article.ts';
import type { ArticlesView } from './articles.ts';
import type { CitationsView } from './citations.ts';
import type { CompareView } from './compare.ts';
import type { DataView } from './data.ts';
import type { HomeView } from './home.ts';
import type { IssueView } from './issue.ts';
import type { NotFoundView } from './not-found.ts';
import type { PartView } from './part.ts';
import type { PeriodView } from './period.ts';
import type { ReadingListView } from './reading-list.ts';
import type { RecordView } from './record.ts';
import type { RedirectView } from './redirect.ts';
import type { SearchView } from './search.ts';
import type { TombstoneView } from './tombstone.ts';
import type { VocabularyView } from './vocabulary.ts';

/** The view of each kind of page. */
export interface Views {
  home: HomeView;
  about: AboutView;
  readingList: ReadingListView;
  data: DataView;
  articles: ArticlesView;
  article: ArticleView;
  tombstone: TombstoneView;
  redirect: RedirectView;
  vocabulary: VocabularyView;
  record: RecordView;
  part: PartView;
  issue: IssueView;
  period: PeriodView;
  search: SearchView;
  compare: CompareView;
  citations: CitationsView;
  notFound: NotFoundView;
}

/** A kind of page: there is one route for each, in `src/pages/`. */
export type PageKind = keyof Views;

/** A page of the site. */
export interface SitePage<Kind extends PageKind = PageKind> {
  kind: Kind;
  /** Its address: a path from the root of the host, with the site's own path. */
  path: string;
  /** Whether search engines may list it. */
  isIndexable: boolean;
  /** The last day on which it is known to have changed: `2021-07-18`. */
  changed?: string | undefined;
  /** The absolute addresses of its pictures, for search engines; missing when it has none. */
  images?: readonly string[] | undefined;
  /** The target of a redirect: a path from the root of the host. */
  leadsTo?: string;
  /**
   * Computes what the page shows, as plain data. The result is not kept.
   */
  view(): Views[Kind] | Promise<Views[Kind]>;
}

/**
 * The cache key of a page. The view is the only input of the page's component, so that a page with the same key is the
 * same, as long as the code is.
 *
 * @param view what {@link SitePage.view} computes
 */
export function keyOfPage({ kind, path }: SitePage, view: unknown): string {
  return digestOf([kind, path, view]);
}
