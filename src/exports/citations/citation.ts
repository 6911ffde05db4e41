import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Author } from '../../archive/vocabularies/authors.ts';
import { formatPrintedPlace } from '../../archive/printed-place.ts';
import type { FormattedDate } from '../../archive/dates/dates.ts';
import type { ArchiveDate } from '../../records/date/archive-date.ts';

/** What citations of an article contain, in all formats. Every text is a single line. */
export interface Citation {
  /** The citation key: the article's id, which is ASCII and never changes; in exports of a federation, its address. */
  id: string;
  /** A supplied title is in square brackets. */
  title: string;
  isSupplied: boolean;
  authors: readonly Author[];
  /** Undefined when undated. */
  date: ArchiveDate | undefined;
  formattedDate: FormattedDate | undefined;
  /** Who published it first: a newspaper, an agency. Undefined when that is not known. */
  source: string | undefined;
  /** The ISSN of that publication. */
  issn?: string | undefined;
  /** Where in it the article was printed: each part as printed, and all in words. */
  printed?: Printed | undefined;
  /** The archive's title. */
  archive: string;
  /** The permanent URL. */
  url: string;
  /** BCP 47. */
  language: string;
  /** The archive's own summary. */
  summary: string | undefined;
}

/** Where in a publication an article was printed; missing is what is not known. */
interface Printed {
  issue?: string | undefined;
  edition?: string | undefined;
  section?: string | undefined;
  page?: string | undefined;
  /** `late edition, Business, page A12` */
  words: string;
}

/** Collects what citations of an article contain. */
export function citeArticle(archive: Archive, article: Article): Citation {
  const { authorsOf, paths, site } = archive;
  const { id, title, titleSupplied, date, formattedDate, language, summary } = article;
  const publication = archive.publicationOf(article);
  return {
    id,
    title: oneLine(titleSupplied ? `[${title}]` : title),
    isSupplied: titleSupplied,
    authors: authorsOf(article).map((author) => ({ ...author, name: oneLine(author.name) })),
    date,
    formattedDate: date && formattedDate,
    source: publication && oneLine(publication.name),
    issn: publication?.data.issn,
    printed: describePrinted(archive, article),
    archive: oneLine(site.title),
    url: paths.canonical(article.href),
    language,
    summary: summary && oneLine(summary),
  };
}

function describePrinted({ messages }: Archive, { source }: Article): Printed | undefined {
  const words = formatPrintedPlace(source, messages);
  if (words === '') return undefined;
  const { issue, edition, section, page } = source ?? {};
  return { issue, edition, section, page, words };
}

/** Line breaks and control characters. */
const breaking = /[\p{Cc}\u2028\u2029]/u;

/** Replaces line breaks and control characters, which would break one format or another. */
function oneLine(text: string): string {
  // Hardly any text has one, and each is cited on several pages.
  if (!breaking.test(text)) return text;
  return text.replaceAll(/[\s\p{Cc}]+/gu, (gap) => (breaking.test(gap) ? ' ' : gap));
}
