import type { Archive } from '../archive/archive.ts';
import { languageOf, type Article, type ForeignLanguage } from '../archive/article.ts';
import { citeArticle, type Citation } from '../exports/citations/citation.ts';
import { hashKey } from '../system/hash-key.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** The most articles that a page has on average. */
const articlesPerPage = 48;

/**
 * Citations of articles for reference managers, to save without a script. In an article's own page they would take a sixth
 * of it, and a file each would be more files than hosts take.
 */
export interface CitationsView extends PageView {
  title: string;
  items: (Link & { id: string; foreign: ForeignLanguage; citation: Citation })[];
}

/** The pages on which citations are saved, each with those articles whose ids have one remainder of their hash. */
export function listCitationsPages(archive: Archive): SitePage<'citations'>[] {
  const total = countPages(archive);
  const byPage = Map.groupBy(archive.ownArticles, (article) => pageOf(article, total));
  return [...byPage.keys()]
    .sort((a, b) => a - b)
    .map((page) => ({
      kind: 'citations',
      path: archive.paths.citations(page),
      isIndexable: false,
      view: () => viewCitations(archive, byPage.get(page) ?? [], page),
    }));
}

/** The way from an article to where its citation is saved: a path with a fragment. */
export function linkCitation(archive: Archive, article: Article): string {
  return `${archive.paths.citations(pageOf(article, countPages(archive)))}#${anchorOf(article)}`;
}

function viewCitations(archive: Archive, articles: readonly Article[], page: number): CitationsView {
  const { messages, paths, language } = archive;
  const { saved } = messages.cite;
  return {
    ...createPageView(archive, {
      title: messages.ways.titleOfPage(saved, page),
      description: messages.cite.savedDescription(articles.length),
      path: paths.citations(page),
      isIndexable: false,
    }),
    title: saved,
    items: articles.map((article) => ({
      id: anchorOf(article),
      title: article.title,
      href: article.href,
      foreign: languageOf(article, language),
      citation: citeArticle(archive, article),
    })),
  };
}

/** A power of two, so that the articles of a page part into two when an archive outgrows its pages. */
function countPages({ ownArticles }: Archive): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(ownArticles.length / articlesPerPage)));
}

/** 1-based. */
function pageOf({ id }: Article, total: number): number {
  return (hashKey(id) % total) + 1;
}

/** Ids of articles have no underscores. HTML takes a slash in an id, but not everything that reads HTML does. */
function anchorOf({ id }: Article): string {
  return `cite_${id.replaceAll('/', '_')}`;
}
