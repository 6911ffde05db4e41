import { hash } from 'node:crypto';

import type { Archive } from './archive.ts';
import type { Article, WithdrawnArticle } from './article.ts';
import type { Authority } from './vocabularies/authority.ts';
import { countByYear, yearSteps } from './dates/by-year.ts';
import { isListed, ownArticlesOn, ownPageCount, type Period } from './dates/calendar.ts';
import { formatSpan } from './dates/dates.ts';
import { pageSize } from './paginate.ts';

/**
 * Keys of pages. As long as a page's key is what it was in an earlier build by the same program, the page is the same,
 * byte for byte: the key is a digest of everything that the page shows. What a layout shows anew has to be added here.
 */
export interface PageKeys {
  article(article: Article): string;
  tombstone(article: WithdrawnArticle): string;
  /** Of a page that leads to another. */
  redirect(title: string, path: string): string;
  /** Of one of a period's pages, 1-based. */
  period(period: Period, page?: number): string;
  /** Of one of a record's pages, 1-based, with the articles on it. */
  record(record: Authority, articles: readonly Article[], page: number): string;
}

/** Makes the keys of an archive's pages. */
export function createPageKeys(archive: Omit<Archive, 'pageKeys'>): PageKeys {
  const { site, span, paths, messages } = archive;
  // On every page are the nameplate and the colophon.
  const frame = hash('sha256', JSON.stringify([site, span]));
  const digest = (...shown: unknown[]) => hash('sha256', JSON.stringify([frame, ...shown]), 'base64url');
  const nameOf = ({ key, name, sameAs }: Authority) => [key, name, sameAs];

  return {
    article(article) {
      const { newer, older } = archive.neighboursOf(article);
      return digest(
        article.id,
        article.digest,
        article.updated,
        archive.tagsOf(article).map(({ records }) => records.map(nameOf)),
        archive.authorsOf(article),
        archive.sourceTextOf(article)?.isShown,
        [newer, older].map(identify),
        archive
          .relatedTo(article)
          .map(({ article: other, shared }) => [identify(other), shared.map(({ name }) => name)]),
      );
    },
    tombstone: ({ id, digest: own }) => digest('tombstone', id, own),
    redirect: (title, path) => digest('redirect', title, path),
    period(period, page = 1) {
      return digest(
        period.key,
        page,
        period.articles.length,
        ownPageCount(period),
        [period.newer?.key, period.older?.key],
        period.parts.map(({ key, articles }) => [key, articles.length]),
        page === 1 && isListed(period) && period.articles.map(identify),
        ownArticlesOn(period, page).map(identify),
      );
    },
    record(record, articles, page) {
      const href = (number: number) => paths.record(record.key, number);
      const companions = page === 1 && Object.values(archive.companionsOf(record)).flat();
      return digest(
        record.key,
        record.digest,
        page,
        record.articles.length,
        record.ownCount,
        [record.broader, record.narrower].map((records) => records.map(nameOf)),
        yearSteps(archive.yearsOf(record), pageSize, page, href),
        formatSpan(record.articles, messages),
        page === 1 && countByYear(record.articles),
        companions && companions.map(({ record: other, count }) => [nameOf(other), count]),
        articles.map((article) => {
          const { through } = archive.listingOf(record, article);
          return [identify(article), through && nameOf(through)];
        }),
      );
    },
  };
}

function identify(article: Article | undefined): unknown {
  return article && [article.id, article.digest];
}
