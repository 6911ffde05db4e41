import type { Archive } from '../archive/archive.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the index of all articles by date shows. */
export interface ArticlesView extends PageView {
  title: string;
  /** `12 articles`. */
  total: string;
  isEmpty: boolean;
  /** The years, and the articles without a date, with their numbers of articles. */
  years: (Link & { count: string })[];
}

/** The index of all articles by date. */
export function listArticlesPages(archive: Archive): SitePage<'articles'>[] {
  const { articles } = archive.paths;
  return [{ kind: 'articles', path: articles, isIndexable: true, view: () => viewArticles(archive) }];
}

/** What the index of all articles by date shows. */
function viewArticles(archive: Archive): ArticlesView {
  const { calendar, articles, paths, messages } = archive;
  const { title, description } = messages.periods;
  const periods = calendar.undated ? [...calendar.years, calendar.undated] : calendar.years;
  return {
    ...createPageView(archive, { title, description: description(articles.length), path: paths.articles }),
    title,
    total: messages.articles(articles.length),
    isEmpty: articles.length === 0,
    years: periods.map((period) => ({
      title: period.title,
      href: period.href,
      count: messages.number(period.articles.length),
    })),
  };
}
