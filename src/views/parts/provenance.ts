import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { formatPrintedPlace } from '../../archive/printed-place.ts';
import { formatDate } from '../../archive/dates/dates.ts';
import { hasPublicSum, type SourceText } from '../../archive/find-source-text.ts';
import { linkRecord, type RecordLink } from './links.ts';

/** Why a source text is not published, if it is not. */
type Withheld = SourceText['withheld'];

/** Where an article's text came from. */
export interface Provenance {
  /**
   * The publication that it is from, where it was printed in it (`late edition, Business, page A12`) with the path of the
   * issue, and its address.
   */
  source:
    | {
        publication: RecordLink | undefined;
        printed: string | undefined;
        issue: string | undefined;
        url: string | undefined;
      }
    | undefined;
  /** A copy of the page in a web archive. */
  archivedUrl: string | undefined;
  received: { edtf: string; date: string } | undefined;
  /** The text as it was received. */
  sourceText: { href: string | undefined; sha256: string | undefined; withheld: Withheld } | undefined;
  /** What is said of a text that was recognized on pictures, and the program that did it. */
  recognized: { words: string; engine: string | undefined } | undefined;
  /** What is said of scans and attachments that are not shown. */
  withheldFiles: string | undefined;
  /** What is said of links that led to former sites. */
  formerLinks: string | undefined;
  isTitleSupplied: boolean;
  rights: string | undefined;
}

/** Where an article's text came from; undefined when that is unknown. */
export function viewProvenance(archive: Archive, article: Article): Provenance | undefined {
  const { paths, messages } = archive;
  const { ocr, rights, titleSupplied } = article;
  const { formerLinks } = article.text;
  const { url, archivedUrl, received } = article.source ?? {};
  const record = archive.publicationOf(article);
  const publication = record && linkRecord(record);
  const printed = formatPrintedPlace(article.source, messages) || undefined;
  const text = archive.sourceTextOf(article);
  const { withheld } = archive.mediaOf(article);
  const issue = printed && archive.issueOf(article)?.day.href;
  const source = publication || printed || url ? { publication, printed, issue, url } : undefined;
  const known = [source, archivedUrl, received, text, ocr, withheld, formerLinks, titleSupplied, rights];
  if (!known.some(Boolean)) return undefined;
  return {
    source,
    archivedUrl,
    received: received && { edtf: received.edtf, date: formatDate(received, messages).short },
    sourceText: text && {
      href: text.publishedAs && paths.source(text.publishedAs),
      sha256: hasPublicSum(text) ? text.sha256 : undefined,
      withheld: text.withheld,
    },
    recognized: ocr && {
      words: messages.article.recognized(roundDown(ocr.meanConfidence)),
      engine: ocr.engine,
    },
    withheldFiles: withheld > 0 ? messages.article.withheldFiles(withheld) : undefined,
    formerLinks: formerLinks > 0 ? messages.article.formerLinks(formerLinks) : undefined,
    isTitleSupplied: titleSupplied,
    rights,
  };
}

/** A share in whole percents: nothing is said to be surer than it is. */
function roundDown(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.floor(Number((share * 100).toFixed(6))) / 100;
}
