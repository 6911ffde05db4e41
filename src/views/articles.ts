import type { Archive } from '../archive/archive.ts';
import { anchorOf } from '../archive/dates/timeline.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { viewMonths, type MonthCount } from './parts/month-calendar.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

/** Years up to this number are shown with their months. */
const fewYears = 3;

/** What the index of all articles by date shows. */
export interface ArticlesView extends PageView {
  title: string;
  /** `12 articles`. */
  total: string;
  isEmpty: boolean;
  /** The oldest article that has a date. */
  first: string | undefined;
  /** The articles by year, when they are from many. */
  chart: TimeChart | undefined;
  /** The years with their months, when they are few. */
  years: (Link & { anchor: string; total: string; months: MonthCount[] })[];
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
  const { years, undated } = calendar;
  const areFew = years.length <= fewYears;
  return {
    ...createPageView(archive, { title, description: description(articles.length), path: paths.articles }),
    title,
    total: messages.articles(articles.length),
    isEmpty: articles.length === 0,
    first: articles.length > 1 ? articles.findLast(({ date }) => date)?.href : undefined,
    chart: areFew ? undefined : chartTime(articles, messages, (key) => paths.date(key)),
    years: areFew
      ? years.map((year) => ({
          title: year.title,
          anchor: anchorOf(year.key),
          href: year.href,
          total: messages.articles(year.articles.length),
          months: viewMonths(year, messages),
        }))
      : [],
    undated: undated && {
      title: undated.title,
      href: undated.href,
      total: messages.articles(undated.articles.length),
    },
  };
}
