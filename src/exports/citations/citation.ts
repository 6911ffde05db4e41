import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Author } from '../../archive/vocabularies/authors.ts';
import type { FormattedDate } from '../../archive/dates/dates.ts';
import type { ArchiveDate } from '../../records/date/archive-date.ts';

/** What citations of an article contain, in all formats. Every text is a single line. */
export interface Citation {
  /** The citation key: the article's id, which is ASCII and never changes. */
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
  /** The archive's title. */
  archive: string;
  /** The permanent URL. */
  url: string;
  /** BCP 47. */
  language: string;
  /** The archive's own summary. */
  summary: string | undefined;
}

/** Collects what citations of an article contain. */
export function citeArticle({ authorsOf, paths, site }: Archive, article: Article): Citation {
  const { id, title, titleSupplied, date, formattedDate, language, source, summary } = article;
  return {
    id,
    title: oneLine(titleSupplied ? `[${title}]` : title),
    isSupplied: titleSupplied,
    authors: authorsOf(article).map((author) => ({ ...author, name: oneLine(author.name) })),
    date,
    formattedDate: date && formattedDate,
    source: source?.name && oneLine(source.name),
    archive: oneLine(site.title),
    url: paths.canonical(article.href),
    language,
    summary: summary && oneLine(summary),
  };
}

/** Replaces line breaks and control characters, which would break one format or another. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, (gap) => (/[\p{Cc}\u2028\u2029]/u.test(gap) ? ' ' : gap));
}
