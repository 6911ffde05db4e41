import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Issue } from '../../archive/issues/issues.ts';
import { areSeveralPages } from '../../archive/printed-place.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { titleOf, toPixels, viewManifestPage } from './manifest-page.ts';
import { renderManifest, type ManifestRange, type ManifestView } from './render-manifest.ts';

/** Lists the IIIF manifests of the issues that have printed pages. */
export function listIssueManifests(archive: Archive): SiteFile[] {
  const { issuesOf, mediaOf, paths, records } = archive;
  const hasPages = (article: Article) => mediaOf(article).facsimiles.length > 0;
  return records.publications.flatMap((publication) => {
    const issues = issuesOf(publication);
    const days = issues?.days.filter(({ articles }) => articles.some(hasPages)) ?? [];
    return days.flatMap((day) =>
      issues
        ? createSiteFile(
            belowHome(paths, paths.issueManifest(publication.key, day.key)),
            () => viewManifest(archive, issues.open(day)),
            renderManifest,
          )
        : [],
    );
  });
}

function viewManifest(archive: Archive, issue: Issue): ManifestView {
  const { messages, paths, site } = archive;
  const { day, facsimiles, publication } = issue;
  return {
    id: paths.canonical(paths.issueManifest(publication.key, day.key)),
    url: paths.canonical(day.href),
    title: messages.periods.partOf(publication.name, day.title),
    language: messages.language,
    publisher: site.publisher?.name ?? site.title,
    summary: undefined,
    day: day.key,
    pages: facsimiles.map((page) => viewManifestPage(archive, page)),
    ranges: listRanges(archive, issue),
  };
}

/** The contents of an issue: editions, pages, sections and articles, as far as there are pictures of them. */
function listRanges({ messages, paths }: Archive, { facsimiles, numbers }: Issue): ManifestRange[] {
  const t = messages.issues;
  const stands = new Map<Article, { position: number; regions: string[] }[]>();
  facsimiles.forEach(({ facsimile, articles }, position) => {
    for (const { article, regions } of articles) {
      const own = stands.get(article) ?? [];
      own.push({ position, regions: toPixels(regions, facsimile) });
      stands.set(article, own);
    }
  });
  const rangeOf = (article: Article): ManifestRange[] => {
    const canvases = stands.get(article);
    if (!canvases) return [];
    const url = paths.canonical(article.href);
    return [{ label: titleOf(article), language: article.language, url, canvases, ranges: [] }];
  };
  return join(
    numbers.map(({ number, editions }) => ({
      label: number === undefined ? undefined : t.number(number),
      ranges: join(
        editions.map(({ edition, pages }) => ({
          label: edition,
          ranges: join(
            pages.map(({ page, sections }) => ({
              label: page === undefined ? undefined : t.page(page, areSeveralPages(page)),
              ranges: join(
                sections.map(({ section, articles }) => ({
                  label: section,
                  ranges: articles.flatMap(rangeOf),
                })),
              ),
            })),
          ),
        })),
      ),
    })),
  );
}

/** Ranges of what has a name; what has none is not a part of its own. Empty ones are left out. */
function join(parts: readonly { label: string | undefined; ranges: ManifestRange[] }[]): ManifestRange[] {
  return parts.flatMap(({ label, ranges }) => {
    if (label === undefined || ranges.length === 0) return ranges;
    return [{ label, language: 'none', canvases: [], ranges }];
  });
}
