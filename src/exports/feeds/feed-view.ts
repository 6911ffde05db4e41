import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { createHosts, type HostedSite } from '../../archive/hosts.ts';
import { memoize } from '../../archive/memoize.ts';
import { formatDate } from '../../archive/dates/dates.ts';
import { withAbsoluteUrls } from '../../markdown/absolute-urls.ts';
import { withoutParagraphNumbers } from '../../markdown/paragraph-numbers.ts';
import { earliest, isDay } from '../../records/date/archive-date.ts';
import { byDigest } from '../../system/digest.ts';
import { toValidXml } from '../xml.ts';

/** The largest number of articles in the feeds of the whole archive, and in that of a record, of which there are thousands. */
export const feedSizes = { site: 50, record: 10 } as const;

/** What a feed shows, in whatever format. */
export interface FeedView {
  title: string;
  description: string;
  /** The URL of the page that lists the same articles. */
  url: string;
  /** The URL of the feed itself. */
  feedUrl: string;
  /** BCP 47. */
  language: string;
  /** Who publishes the archive. */
  publisher: string;
  items: readonly FeedItem[];
}

/** An article in a feed. All its texts are valid in XML, except for its HTML. */
export interface FeedItem {
  url: string;
  /** What the addresses of links in its text follow from, where the site is on several hosts. */
  site?: HostedSite;
  title: string;
  /** The sentences that say when something was taken out, and what was corrected, which come before the text. */
  notices: readonly string[];
  /** The text as the archive renders it. */
  text: { readonly html: string };
  summary: string;
  byline: readonly string[];
  /** The names of the records of what it is about. */
  names: readonly string[];
  /** BCP 47. */
  language: string;
  /** The day of publication, where it is known to the day: `2021-07-18`. */
  published: string | undefined;
  /** The day of the last change; for an article that is not in the ledger, the earliest day that its date can mean. */
  updated: string;
  /** Its pictures and attachments; missing when it has none. Addresses are absolute, sizes in pixels and bytes. */
  pictures?: readonly FeedPicture[];
  attachments?: readonly FeedAttachment[];
}

/** A picture of an article in a feed. */
interface FeedPicture {
  url: string;
  type: string;
  width: number;
  height: number;
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
}

/** An attachment of an article in a feed. */
interface FeedAttachment {
  url: string;
  type: string;
  title: string;
  size: number;
}

/** How many items are kept, each with its XML, some 3 KB: those of all feeds of 30,000 articles. */
const mostKept = 20_000;

/**
 * Creates what the feeds of an archive show of an article. An article may be in the feeds of all its records: what is made
 * of it is kept, and digested once, unless there is too much of it.
 */
export function createFeedItems(archive: Archive): (article: Article) => FeedItem {
  return memoize((article) => byDigest(createItem(archive, article)), mostKept);
}

/** Selects the articles that a feed has: the newest, but for those that are kept from search engines, which read feeds. */
export function selectFeedArticles(articles: readonly Article[], size: number): readonly Article[] {
  const selected: Article[] = [];
  for (const article of articles) {
    if (selected.length === size) break;
    if (!article.noindex) selected.push(article);
  }
  return selected;
}

/** Renders an item's HTML, with absolute URLs, valid in XML. */
export function renderItemHtml({ notices, text, url, site }: FeedItem): string {
  const notes = notices.map((sentence) => `<p><em>${escapeHtml(sentence)}</em></p>\n`);
  const locate = site && createHosts(site).locate;
  return toValidXml(notes.join('') + withAbsoluteUrls(withoutParagraphNumbers(text.html), url, locate));
}

/** The first moment of a day in UTC, as feeds give dates. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function createItem(archive: Archive, article: Article): FeedItem {
  const { paths, subjectsOf, messages, hosts } = archive;
  const { byline, corrections, redactions, date, language, title, titleSupplied, updated } = article;
  const { correctionOf, redactionOf, redacted } = messages.article;
  const records = subjectsOf(article).flatMap((group) => group.records);
  return {
    url: paths.canonical(article.href),
    ...(hosts.all.length > 1 && { site: hosts.site }),
    title: toValidXml(titleSupplied ? `[${title}]` : title),
    notices: [
      ...redactions.map(({ date: day, reason, note }) =>
        redactionOf(
          formatDate(day, messages).short,
          [redacted[reason], note].filter((each) => each !== undefined).join(' '),
        ),
      ),
      ...corrections.map(({ date: day, note }) => correctionOf(formatDate(day, messages).short, note)),
    ],
    text: article.text,
    summary: toValidXml(article.summary ?? article.text.firstSentence),
    byline: byline.map(toValidXml),
    names: records.map(({ name }) => toValidXml(name)),
    language,
    published: date && isDay(date.edtf) ? date.edtf : undefined,
    updated: updated ?? (date ? earliest(date) : '1970-01-01'),
    ...listMedia(archive, article),
  };
}

function listMedia(
  { mediaOf, paths }: Archive,
  article: Article,
): Pick<FeedItem, 'pictures' | 'attachments'> {
  const { pictures, attachments } = mediaOf(article);
  return {
    ...(pictures.length > 0 && {
      pictures: pictures.map(({ alt, caption, credit, files }) => ({
        url: paths.canonical(files.jpeg.href),
        type: 'image/jpeg',
        width: files.jpeg.width,
        height: files.jpeg.height,
        alt: toValidXml(alt),
        caption: caption && toValidXml(caption),
        credit: credit && toValidXml(credit),
      })),
    }),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ href, size, title, type }) => ({
        url: paths.canonical(href),
        type,
        title: toValidXml(title),
        size,
      })),
    }),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
