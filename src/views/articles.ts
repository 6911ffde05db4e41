import type { Archive } from '../archive/archive.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { viewYears, type Years } from './parts/years.ts';

/** What the index of all articles by date shows. */
export interface ArticlesView extends PageView {
  title: string;
  /** `12 articles`. */
  total: string;
  isEmpty: boolean;
  /** The oldest article that has a date. */
  first: string | undefined;
  years: Years;
  /** The articles without a date: `Undated: 12 articles`. */
  undated: (Link & { total: string }) | undefined;
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
  const { undated } = calendar;
  return {
    ...createPageView(archive, { title, description: description(articles.length), path: paths.articles }),
    title,
    total: messages.articles(articles.length),
    isEmpty: articles.length === 0,
    first: articles.length > 1 ? articles.findLast(({ date }) => date)?.href : undefined,
    years: viewYears(calendar, messages, (key) => paths.date(key), {
      dated: articles,
      countIn: (period) => period.articles.length,
      describe: (year) => messages.articles(year.articles.length),
      counted: { ...messages.chart, count: messages.articles },
    }),
    undated: undated && {
      title: undated.title,
      href: undated.href,
      total: messages.articles(undated.articles.length),
    },
  };
}
