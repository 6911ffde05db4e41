import type { Messages } from '../languages/messages.ts';
import type { Evidence } from '../markdown/mentions.ts';
import {
  earliest,
  isDay,
  knownPart,
  parseArchiveDate,
  type ArchiveDate,
} from '../records/date/archive-date.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { listTags } from '../records/tags.ts';
import { mapVocabularies, type VocabularyName } from '../records/vocabularies.ts';
import { formatDate, type FormattedDate } from './dates/dates.ts';
import type { ArticleEntry, FederatedArchive } from './federation/federated.ts';
import { createPrintedOrder } from './issues/printed-order.ts';
import { memoize } from './memoize.ts';
import type { Paths } from './paths.ts';

/** A file of content with its rendering. */
export interface StoredEntry<Data> {
  id: string;
  /** Digest of everything that the entry and its rendering depend on. */
  digest: string;
  data: Data;
  rendered?: { readonly html: string; metadata?: Record<string, unknown> } | undefined;
}

/** A published article. */
export interface Article {
  id: string;
  /** Digest of its file and its rendering. */
  digest: string;
  href: string;
  /** The archive of a federation that it is in; missing in any other archive. */
  archive: FederatedArchive | undefined;
  title: string;
  /** The title is the archive's, not the source's. */
  titleSupplied: boolean;
  subtitle: string | undefined;
  /** Missing when undated. */
  date: ArchiveDate | undefined;
  /** The date, or the label of undated articles. */
  formattedDate: FormattedDate;
  /** The period that the date is filed under: `2021-07-18`, `2021-07`, `2021` or `undated`. */
  period: string;
  /** Sorts as the date does; undated articles sort first. */
  sortDate: string;
  byline: readonly string[];
  dateline: string | undefined;
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  summary: string | undefined;
  text: ArticleText;
  /** Ids of authority records. */
  tags: Readonly<Record<VocabularyName, readonly string[]>>;
  pictures: ArticleData['pictures'];
  facsimiles: ArticleData['facsimiles'];
  attachments: ArticleData['attachments'];
  source: ArticleData['source'];
  /** How its text was recognized on pictures, if it was. */
  ocr: ArticleData['ocr'];
  rights: string | undefined;
  corrections: ArticleData['corrections'];
  redactions: ArticleData['redactions'];
  /** Search engines are asked not to list it. */
  noindex: true | undefined;
  formerIds: readonly string[];
  formerUrls: readonly string[];
  /** The day of the last change to what is published of it: `2021-07-18`; missing when unknown. */
  updated: string | undefined;
}

/** A withdrawn article, without any of its text. */
export interface WithdrawnArticle extends Pick<
  Article,
  'id' | 'digest' | 'href' | 'formerIds' | 'formerUrls'
> {
  withdrawn: NonNullable<ArticleData['withdrawn']>;
}

/**
 * Creates an article from its entry.
 *
 * @param language the site's language, the default of articles
 * @param entered the date of its last line in the ledger
 */
export function createArticle(
  { id, digest, data, rendered, holding }: ArticleEntry<ArticleData>,
  paths: Paths,
  language: string,
  messages: Messages,
  entered?: string,
): Article {
  const tag = data.language ?? language;
  return {
    id,
    digest,
    href: holding?.href ?? paths.article(id),
    archive: holding?.archive,
    title: data.title,
    titleSupplied: data.titleSupplied,
    subtitle: data.subtitle,
    ...datesIn(messages)(data.date?.edtf),
    byline: shareEmpty(data.byline),
    dateline: data.dateline,
    language: tag,
    direction: directionOf(tag),
    summary: data.summary,
    text: new ArticleText(digest, rendered),
    tags: mapVocabularies((_, vocabulary) => shareEmpty(listTags(data, vocabulary))),
    pictures: shareEmpty(data.pictures),
    facsimiles: shareEmpty(data.facsimiles),
    attachments: shareEmpty(data.attachments),
    source: data.source,
    ocr: data.ocr,
    rights: data.rights,
    corrections: shareEmpty(data.corrections),
    redactions: shareEmpty(data.redactions),
    noindex: data.noindex,
    formerIds: shareEmpty(data.formerIds),
    formerUrls: shareEmpty(data.formerUrls),
    updated: [
      ...[...data.corrections, ...data.redactions].map(({ date }) => date.edtf).filter(isDay),
      ...(entered ? [entered] : []),
    ]
      .sort()
      .at(-1),
  };
}

// Most lists of most articles are empty, and most articles share their date with others: an archive of a million articles
// could not hold each by itself.
const nothing: never[] = [];
const noEvidence: ArticleText['evidence'] = {};

function shareEmpty<Item>(list: readonly Item[]): Item[] {
  return list.length > 0 ? (list as Item[]) : nothing;
}

/** What an article says of a date, by the date in EDTF. */
const datesIn = memoize((messages: Messages) =>
  memoize((edtf: string | undefined): Pick<Article, 'date' | 'formattedDate' | 'period' | 'sortDate'> => {
    const date = edtf === undefined ? undefined : parseArchiveDate(edtf);
    return {
      date,
      formattedDate: formatDate(date, messages),
      period: date ? knownPart(date) : 'undated',
      sortDate: sortDateOf(date),
    };
  }),
);

/** What rendering has found in a text: see {@link ArticleText}. */
type Findings = Partial<Pick<ArticleText, 'firstSentence' | 'formerLinks' | 'otherwiseNamed' | 'evidence'>>;

/**
 * The text of an article as HTML, and what was found in it; it may be read from a file, or rendered, when it is asked for. In
 * keys it is the article's digest. A class, since an object with a getter of its own takes half a kilobyte.
 */
class ArticleText {
  readonly #digest: string;
  readonly #rendered: StoredEntry<unknown>['rendered'];

  constructor(digest: string, rendered: StoredEntry<unknown>['rendered']) {
    this.#digest = digest;
    this.#rendered = rendered;
  }

  get html(): string {
    return this.#rendered?.html ?? '';
  }

  get firstSentence(): string {
    return this.#findings.firstSentence ?? '';
  }

  /** How many links led to former URLs, and lead to this archive's own pages now. */
  get formerLinks(): number {
    return this.#findings.formerLinks ?? 0;
  }

  /** The records whose names the text has, but in no mention, by record key. */
  get otherwiseNamed(): readonly string[] {
    return this.#findings.otherwiseNamed ?? nothing;
  }

  /** The sentence that names each record, by record key (`people/wang-yi`). */
  get evidence(): Readonly<Record<string, Evidence>> {
    return this.#findings.evidence ?? noEvidence;
  }

  get #findings(): Findings {
    return this.#rendered?.metadata ?? {};
  }

  toJSON(): string {
    return this.#digest;
  }
}

/** The attributes of an element whose language differs from that of its page. */
export interface ForeignLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

const sameLanguage: ForeignLanguage = Object.freeze({});

/** The language attributes of an element with an article's text; empty when the page is in the same language. */
export function languageOf(
  { language, direction }: Pick<Article, 'language' | 'direction'>,
  page: string,
): ForeignLanguage {
  return language === page ? sameLanguage : { lang: language, dir: direction };
}

/** The language attributes of an element with the words of an archive in a language (BCP 47). */
export function attributesOf(language: string, page: string): ForeignLanguage {
  return languageOf({ language, direction: directionOf(language) }, page);
}

/** The direction of a language's script, from CLDR. */
export const directionOf = memoize((language: string): 'ltr' | 'rtl' =>
  new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr',
);

/** A string that sorts as dates do; no date sorts first. */
function sortDateOf(date: ArchiveDate | undefined): string {
  return date ? `${earliest(date)} ${knownPart(date)}` : '0000';
}

/**
 * Sorts articles, newest first. Dates known only to the month or year come after the exact dates of that period, articles
 * of the same date as they were printed, then by title, and undated articles last.
 *
 * @param language the site's (BCP 47), by whose rules titles are sorted
 */
export function sortNewestFirst<Each extends Pick<Article, 'id' | 'sortDate' | 'title' | 'source'>>(
  articles: readonly Each[],
  language: string,
): Each[] {
  const { compare } = new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
  const comparePrinted = createPrintedOrder(language);
  return articles.toSorted((a, b) => {
    if (a.sortDate !== b.sortDate) return a.sortDate < b.sortDate ? 1 : -1;
    return comparePrinted(a, b) || compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  });
}
