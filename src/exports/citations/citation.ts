import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Author } from '../../archive/vocabularies/authors.ts';
import type { FormattedDate } from '../../archive/dates/dates.ts';
import type { ArchiveDate } from '../../records/date/archive-date.ts';

/** What a citation says of an article, in whatever form. Every text is one line. */
export interface Citation {
  /** Names it among the citations of one list: the article's id, which is ASCII and stays. */
  id: string;
  /** One devised by the archive stands in square brackets. */
  title: string;
  isSupplied: boolean;
  authors: readonly Author[];
  /** Missing when undated. */
  date: ArchiveDate | undefined;
  dateWords: FormattedDate | undefined;
  /** Who published it first: a newspaper, an agency. Missing when that is not known. */
  source: string | undefined;
  /** The title of the archive that keeps it. */
  archive: string;
  /** The permanent address. */
  url: string;
  /** BCP 47. */
  language: string;
  /** The archive's own summary. */
  summary: string | undefined;
}

/** Gathers what citations say of an article. */
export function citeArticle({ authorsOf, paths, site }: Archive, article: Article): Citation {
  const { id, title, titleSupplied, date, formattedDate, language, source, summary } = article;
  return {
    id,
    title: oneLine(titleSupplied ? `[${title}]` : title),
    isSupplied: titleSupplied,
    authors: authorsOf(article).map((author) => ({ ...author, name: oneLine(author.name) })),
    date,
    dateWords: date && formattedDate,
    source: source?.name && oneLine(source.name),
    archive: oneLine(site.title),
    url: paths.canonical(article.href),
    language,
    summary: summary && oneLine(summary),
  };
}

/** Control characters end a line, or break a format, in one program or another. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ');
}
