import type { Archive } from '../archive/archive.ts';
import { languageOf, type Article, type ForeignLanguage } from '../archive/article.ts';
import { breadcrumbTo } from '../archive/dates/calendar.ts';
import { formatDate, type FormattedDate } from '../archive/dates/dates.ts';
import { findAuthorType } from '../archive/vocabularies/authorship.ts';
import { citeArticle, type Citation } from '../exports/citations/citation.ts';
import { publishersOf } from '../records/authors/list-authors.ts';
import type { VocabularyName } from '../records/vocabularies.ts';
import { byDigest } from '../system/digest.ts';
import { linkCitation } from './citations.ts';
import type { SitePage } from './page.ts';
import { listItem, type ArticleItem } from './parts/article-items.ts';
import { linkRecord, type Link, type RecordLink } from './parts/links.ts';
import {
  describePictures,
  findHeadImage,
  viewAttachments,
  viewPrintedPages,
  type AttachmentLink,
  type DescribedPicture,
  type PrintedPages,
} from './parts/media.ts';
import type { PreviousNext } from './parts/previous-next.ts';
import { viewNeighbours } from './parts/article-neighbours.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { linkReport } from './parts/report-link.ts';
import { viewProvenance, type Provenance } from './parts/provenance.ts';

/** What an article's page shows. */
export interface ArticleView extends PageView {
  breadcrumb: readonly Link[];
  /** Its own path. */
  href: string;
  title: string;
  /** The title is the archive's, not the source's. */
  isSupplied: boolean;
  subtitle: string | undefined;
  date: FormattedDate;
  /** The byline as printed, in parts, of which names lead to their authors; empty when there is none. */
  byline: { text: string; href?: string }[];
  /** The authors, as far as it is known what they are: for the page's structured data. */
  authors: { name: string; href: string; type: 'Person' | 'Organization' | undefined }[];
  dateline: string | undefined;
  /** The language of the text (BCP 47), and its attributes: none when the page is in it. */
  language: string;
  foreign: ForeignLanguage;
  /** The text, rendered. It enters the page's key by the digest of the article. */
  text: { readonly html: string };
  /** What was taken out of it, in general words, and what was corrected. */
  redactions: Notices | undefined;
  corrections: Notices | undefined;
  /** The records of what it is about, by vocabulary; none that is empty. */
  tags: TagLinkGroup[];
  provenance: Provenance | undefined;
  citation: Citation;
  /** Where the citation is saved for reference managers. */
  savedCitation: string;
  /** Articles that share tags with it, and which: `shares Syria, Diplomacy`. */
  related: { article: ArticleItem; shares: string }[];
  previousNext: PreviousNext;
  /** The way to report an error in it; missing where the archive takes no reports. */
  report?: string | undefined;
  /** The last day on which it is known to have changed: `2021-07-18`. */
  updated: string | undefined;
  /** What its structured data say of its pictures; missing when it has none. */
  pictures?: DescribedPicture[] | undefined;
  /** Documents, sound and films; missing when it has none. */
  attachments?: AttachmentLink[] | undefined;
  /** The printed pages on which it stands, with the address of their IIIF manifest; missing when it has none. */
  printed?: PrintedPages | undefined;
}

/** Dated remarks of the archive about changes. */
interface Notices {
  title: string;
  /** What the site says of it, in the language of the page, and what the editor does. */
  items: { date: FormattedDate; standard?: string; note: string | undefined }[];
}

/** The records of a vocabulary that an article is tagged with. */
interface TagLinkGroup {
  vocabulary: VocabularyName;
  title: string;
  /** Whether the text names each is for the page's structured data. */
  records: (RecordLink & { isNamed: boolean })[];
}

/** How many pictures of a page a sitemap may list (Google). */
const imagesPerPage = 1000;

/** The pages of the articles that are shown. */
export function listArticlePages(archive: Archive): SitePage<'article'>[] {
  return archive.ownArticles.map((article) => ({
    kind: 'article',
    path: article.href,
    isIndexable: !article.noindex,
    changed: article.updated,
    images: describePictures(archive, article)
      ?.slice(0, imagesPerPage)
      .map(({ address }) => address),
    view: () => viewArticle(archive, article),
  }));
}

/** What an article's page shows. */
function viewArticle(archive: Archive, article: Article): ArticleView {
  const { paths, messages, language } = archive;
  const { corrections, redactions } = article;
  return {
    ...createPageView(archive, {
      title: article.title,
      description: article.summary ?? article.text.firstSentence,
      path: article.href,
      type: 'article',
      isIndexable: !article.noindex,
      image: findHeadImage(archive, article),
    }),
    breadcrumb: breadcrumbTo(archive.calendar.periodOf(article), paths, messages),
    href: article.href,
    title: article.title,
    isSupplied: article.titleSupplied,
    subtitle: article.subtitle,
    date: article.formattedDate,
    byline: archive
      .bylineOf(article)
      .map(({ text, author }) => ({ text, ...(author && { href: author.href }) })),
    authors: describeAuthors(archive, article),
    dateline: article.dateline,
    language: article.language,
    foreign: languageOf(article, language),
    // Read only when the page is rendered.
    text: byDigest(
      {
        get html() {
          return article.text.html;
        },
      },
      article.digest,
    ),
    redactions:
      redactions.length > 0
        ? {
            title: messages.article.redactions(redactions.length),
            items: redactions.map(({ date, reason, note }) => ({
              date: formatDate(date, messages),
              standard: messages.article.redacted[reason],
              note,
            })),
          }
        : undefined,
    corrections:
      corrections.length > 0
        ? {
            title: messages.article.corrections(corrections.length),
            items: corrections.map(({ date, note }) => ({ date: formatDate(date, messages), note })),
          }
        : undefined,
    tags: archive
      .subjectsOf(article)
      .filter(({ records }) => records.length > 0)
      .map(({ vocabulary, records }) => ({
        vocabulary: vocabulary.name,
        title: messages.vocabularies[vocabulary.name].title,
        records: records.map((record) => ({
          ...linkRecord(record),
          isNamed: article.text.evidence[record.key] !== undefined,
        })),
      })),
    provenance: viewProvenance(archive, article),
    citation: citeArticle(archive, article),
    savedCitation: linkCitation(archive, article),
    related: archive.relatedTo(article).map(({ article: other, shared }) => ({
      article: listItem(archive, other),
      shares: messages.article.shares(shared.map(({ name }) => name)),
    })),
    previousNext: viewNeighbours(archive, article),
    ...(archive.site.errorReports && {
      report: linkReport(archive.site.errorReports, {
        title: article.title,
        url: paths.canonical(article.href),
      }),
    }),
    updated: article.updated,
    pictures: describePictures(archive, article),
    attachments: viewAttachments(archive, article),
    printed: viewPrintedPages(archive, article),
  };
}

function describeAuthors(archive: Archive, article: Article): ArticleView['authors'] {
  const publishers = publishersOf(archive.site, archive.publicationOf(article));
  return archive
    .bylineOf(article)
    .flatMap(({ author }) =>
      author ? [{ name: author.name, href: author.href, type: findAuthorType(author, publishers) }] : [],
    );
}
