import type { Messages } from '../languages/messages.ts';
import type { Evidence } from '../markdown/mentions.ts';
import { earliest, isDay, knownPart, type ArchiveDate } from '../records/date/archive-date.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import type { VocabularyName } from '../records/vocabularies.ts';
import { formatDate, type FormattedDate } from './dates/dates.ts';
import type { Paths } from './paths.ts';

/** An entry of a collection, with what was kept of its rendering. */
export interface StoredEntry<Data> {
  id: string;
  /** Of everything that the entry and its rendering depend on. */
  digest: string;
  data: Data;
  rendered?: { html: string; metadata?: Record<string, unknown> } | undefined;
}

/** An article as pages show it. */
export interface Article {
  id: string;
  /** Changes with everything that is said of the article. */
  digest: string;
  href: string;
  title: string;
  /** The title is the archive's, not the source's. */
  titleSupplied: boolean;
  subtitle: string | undefined;
  /** Missing when undated. */
  date: ArchiveDate | undefined;
  /** The date in words, or that there is none. */
  formattedDate: FormattedDate;
  /** The period that the date is filed under: `2021-07-18`, `2021-07`, `2021` or `undated`. */
  period: string;
  /** A text whose order is the order of the articles' dates; undated ones come before all. */
  sortDate: string;
  byline: readonly string[];
  dateline: string | undefined;
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  summary: string | undefined;
  /** The text, rendered. */
  html: string;
  firstSentence: string;
  /** By record key (`people/wang-yi`). */
  evidence: Readonly<Record<string, Evidence>>;
  /** Ids of authority records. */
  tags: Readonly<Record<VocabularyName, readonly string[]>>;
  source: ArticleData['source'];
  rights: string | undefined;
  corrections: ArticleData['corrections'];
  formerIds: readonly string[];
  /** The last day on which what is published of it changed: `2021-07-18`; missing when no day is known. */
  updated: string | undefined;
}

/** What pages know of an article that is no longer shown: not a word of it. */
export interface WithdrawnArticle extends Pick<Article, 'id' | 'digest' | 'href' | 'formerIds'> {
  withdrawn: NonNullable<ArticleData['withdrawn']>;
}

/**
 * Makes an article of its stored entry.
 *
 * @param language the site's language, which texts are in that name no other
 * @param entered the day of its last line in the ledger
 */
export function createArticle(
  { id, digest, data, rendered }: StoredEntry<ArticleData>,
  paths: Paths,
  language: string,
  messages: Messages,
  entered?: string,
): Article {
  const { people, places, organizations, topics, ...rest } = data;
  const findings = (rendered?.metadata ?? {}) as Partial<Pick<Article, 'evidence' | 'firstSentence'>>;
  const tag = data.language ?? language;
  return {
    id,
    digest,
    href: paths.article(id),
    title: rest.title,
    titleSupplied: rest.titleSupplied,
    subtitle: rest.subtitle,
    date: rest.date,
    formattedDate: formatDate(rest.date, messages),
    period: rest.date ? knownPart(rest.date) : 'undated',
    sortDate: sortDateOf(rest.date),
    byline: rest.byline,
    dateline: rest.dateline,
    language: tag,
    direction: directionOf(tag),
    summary: rest.summary,
    html: rendered?.html ?? '',
    firstSentence: findings.firstSentence ?? '',
    evidence: findings.evidence ?? {},
    tags: { people, places, organizations, topics },
    source: rest.source,
    rights: rest.rights,
    corrections: rest.corrections,
    formerIds: rest.formerIds,
    updated: [...rest.corrections.map(({ date }) => date.edtf).filter(isDay), ...(entered ? [entered] : [])]
      .sort()
      .at(-1),
  };
}

/** The attributes of an element whose language is not its page's. */
export interface ForeignLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The attributes of an element with an article's words, on a page in a language: none when they are in it. */
export function languageOf(
  { language, direction }: Pick<Article, 'language' | 'direction'>,
  page: string,
): ForeignLanguage {
  return language === page ? {} : { lang: language, dir: direction };
}

/** The direction in which a language is written, from CLDR. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** A text whose order is the order of dates; no date comes before all. */
function sortDateOf(date: ArchiveDate | undefined): string {
  return date ? `${earliest(date)} ${knownPart(date)}` : '0000';
}

/**
 * Newest first. A date known to the month or year only comes after the exact ones of that period, and articles
 * of one date are in the order of their ids. Undated ones come last.
 */
export function newestFirst(
  a: Pick<Article, 'id' | 'sortDate'>,
  b: Pick<Article, 'id' | 'sortDate'>,
): number {
  if (a.sortDate !== b.sortDate) return a.sortDate < b.sortDate ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
