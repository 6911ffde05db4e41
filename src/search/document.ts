import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { describePublication } from '../archive/printed-place.ts';
import { inCatalogueOrder } from './catalogue.ts';

/** What is indexed of an article, and what a search result shows of it; plain data. */
export interface SearchDocument {
  /** The article's address below the site's own path, `articles/2021/07/18/<slug>/`; an absolute one on another host. */
  url: string;
  title: string;
  subtitle: string | undefined;
  /** The names of the authors as printed, joined by commas; '' when there are none. */
  byline: string;
  dateline: string | undefined;
  text: { readonly html: string };
  /** BCP 47. */
  language: string;
  /** The date as a result shows it, or the label of undated articles. */
  date: string;
  /** The date as a citation has it, and in EDTF; undefined when undated. */
  known: { cited: string; edtf: string } | undefined;
  /** The publication that the article is from; undefined when that is not known. */
  source: string | undefined;
  /** The title of the archive of a federation that the article is in. */
  archive?: string | undefined;
  /**
   * What stands beside the date: the publication and the section, where the archive has several publications, and that the text was
   * recognized by a program: `Evening Post, Business · recognized text`.
   */
  publishedIn?: string | undefined;
}

/**
 * Lists what is indexed of an archive. A document's position in the list is the number of its article, everywhere in the
 * search: in the index, in the catalogue and in the browser.
 */
export function listDocuments(archive: Archive): SearchDocument[] {
  return inCatalogueOrder(archive.articles).map((article) => createDocument(archive, article));
}

function createDocument(archive: Archive, article: Article): SearchDocument {
  const { title, titleSupplied, date, formattedDate } = article;
  return {
    url: archive.paths.fromHome(article.href),
    title: titleSupplied ? `[${title}]` : title,
    subtitle: article.subtitle,
    byline: article.byline.join(', '),
    dateline: article.dateline,
    text: article.text,
    language: article.language,
    date: formattedDate.long,
    known: date && { cited: formattedDate.short, edtf: date.edtf },
    source: archive.publicationOf(article)?.name,
    archive: article.archive?.title,
    publishedIn:
      [describePublication(archive, article), article.ocr && archive.messages.article.recognizedText]
        .filter(Boolean)
        .join(' · ') || undefined,
  };
}
