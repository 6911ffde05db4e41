import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { NumberedIssue } from '../../archive/issues/arrange-issue.ts';
import type { Issue } from '../../archive/issues/issues.ts';

/**
 * What the archive holds of an issue, as METS divides a newspaper (METS 1.12, `structMap`): editions, pages, sections and
 * articles, in order. What is not known is left out.
 */
interface IssueLine {
  /** The ids of records and articles. */
  publication: string;
  date: string;
  /** Its number, as printed. */
  issue?: string;
  /** The page of the day's issues. */
  url: string;
  /** The IIIF manifest of that page, where there are pictures of pages. */
  manifest?: string;
  editions: {
    edition?: string;
    pages: { page?: string; sections: { section?: string; articles: string[] }[] }[];
  }[];
  /** The pictures of pages, in order, and the articles that stand on each. */
  facsimiles?: { label: string; url: string; articles: string[] }[];
}

/** Lists all issues for the data sets: by publication, the newest first, a line for each number. */
export function listIssueLines(archive: Archive): IssueLine[] {
  return archive.records.publications.flatMap((publication) => {
    const issues = archive.issuesOf(publication);
    return (issues?.days ?? []).flatMap((day) => {
      const issue = issues?.open(day);
      return issue ? issue.numbers.map((number) => createLine(archive, issue, number)) : [];
    });
  });
}

function createLine(
  { paths }: Archive,
  { publication, day, facsimiles }: Issue,
  { number, editions }: NumberedIssue,
): IssueLine {
  const lists = editions.map(({ edition, pages }) => ({
    ...(edition !== undefined && { edition }),
    pages: pages.map(({ page, sections }) => ({
      ...(page !== undefined && { page }),
      sections: sections.map(({ section, articles }) => ({
        ...(section !== undefined && { section }),
        articles: articles.map(({ id }) => id),
      })),
    })),
  }));
  const own = new Set(lists.flatMap(({ pages }) => pages.flatMap((page) => page.sections)).flatMap(idsOf));
  const pictures = facsimiles
    .map(({ facsimile, articles }) => ({
      label: facsimile.label,
      url: paths.canonical(facsimile.files.largest.href),
      articles: listIds(articles.map(({ article }) => article)).filter((id) => own.has(id)),
    }))
    .filter(({ articles }) => articles.length > 0);
  return {
    publication: publication.id,
    date: day.key,
    ...(number !== undefined && { issue: number }),
    url: paths.canonical(day.href),
    ...(pictures.length > 0 && { manifest: paths.canonical(paths.issueManifest(publication.key, day.key)) }),
    editions: lists,
    ...(pictures.length > 0 && { facsimiles: pictures }),
  };
}

function idsOf({ articles }: { articles: readonly string[] }): readonly string[] {
  return articles;
}

function listIds(articles: readonly Article[]): string[] {
  return [...new Set(articles.map(({ id }) => id))];
}
