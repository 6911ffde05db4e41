import type { DateCandidate } from '../../dates/first-date.ts';
import type { LeftOut, Term } from '../../drafts/draft.ts';
import { removeTracking, resolveAddress } from '../../text/web-address.ts';
import { readJsonLd } from './read-json-ld.ts';
import { listMetaAuthors } from './meta-authors.ts';
import { splitKeywords, uniqueTerms } from './keywords.ts';
import { readMetaTags, type MetaTags } from './read-meta-tags.ts';
import { readPrinted, type PrintedLines } from './read-printed.ts';

/**
 * What a web page says about its article in machine-readable form: schema.org in JSON-LD first, then meta tags. What is in
 * neither is missing.
 */
export interface PageData extends PrintedLines {
  title?: string | undefined;
  subtitle?: string | undefined;
  /** All dates of publication, the most reliable first. */
  dates: DateCandidate[];
  byline: string[];
  dateline?: string | undefined;
  /** As written: a language tag, mostly. */
  language?: string | undefined;
  summary?: string | undefined;
  /** An absolute address. */
  url?: string | undefined;
  rights?: string | undefined;
  terms: Term[];
  /** The whole text without markup. */
  articleBody?: string | undefined;
  /** What the data say and the entry has no place for. */
  leftOut: LeftOut[];
  /** What could not be read, in whole sentences. */
  notices: string[];
}

const dateTags = [
  ...['article:published_time', 'citation_publication_date', 'citation_date', 'citation_online_date'],
  ...['dc.date.issued', 'dc.issued', 'dc.date', 'dc.created', 'datepublished', 'parsely-pub-date'],
  ...['pubdate', 'publishdate', 'date'],
];

/**
 * Reads the machine-readable data of a page. Nothing in it is an error: what is malformed is skipped, with a notice.
 *
 * @param headings what the page prints large
 * @param isPart whether it is one of several articles of a page
 * @param address at which it was captured, where that is known
 */
export function readPageData(
  document: Document,
  headings: readonly string[],
  isPart = false,
  address?: string,
): PageData {
  const meta = readMetaTags(document);
  const urls = [...meta('og:url'), ...linkOf(document, 'canonical')];
  const known = address === undefined ? urls : [...urls, address];
  const identity = { urls: known, isPart, headings: [...headings, ...meta('og:title', 'twitter:title')] };
  const json = readJsonLd(document, identity);
  const { textsOf, pages, terms, articleBody, notices } = json;
  const printed = readPrinted(json, meta);
  const language = [
    ...textsOf('inLanguage'),
    ...[document.documentElement.getAttribute('lang')?.trim() || []].flat(),
    ...meta('dc.language', 'citation_language', 'content-language', 'og:locale'),
  ];
  const written = chooseAddress([...urls.toReversed(), ...textsOf('url'), ...pages], known);
  const url = written && removeTracking(written);
  const pictures = meta('og:image', 'twitter:image').map((address) => ({
    what: 'the picture that the page names for itself',
    address,
  }));
  const changes = [...textsOf('dateModified'), ...meta('article:modified_time')].map((text) => ({
    what: 'the date of the last change',
    text,
  }));
  return {
    title: [...textsOf('headline'), ...meta('og:title', 'citation_title', 'dc.title', 'twitter:title')][0],
    subtitle: textsOf('alternativeHeadline')[0],
    dates: preferOwnZone([
      ...textsOf('datePublished').map((text) => ({ text, where: 'datePublished (JSON-LD)' })),
      ...dateTags.flatMap((tag) => meta(tag).map((text) => ({ text, where: `<meta> ${tag}` }))),
    ]),
    byline: chooseAuthors(textsOf('author'), meta),
    dateline: textsOf('dateline')[0],
    language: language[0]?.replaceAll('_', '-'),
    summary: [...textsOf('description'), ...meta('description', 'og:description', 'dc.description')][0],
    ...printed.lines,
    url,
    rights: [
      ...['copyrightHolder', 'copyrightNotice'].flatMap(textsOf),
      ...meta('dc.rightsholder', 'dc.rights', 'copyright'),
    ][0],
    terms: uniqueTerms(terms.length > 0 ? terms : listMetaTerms(meta)).filter(
      // What is the section is not also a category.
      ({ name, vocabulary }) => vocabulary !== undefined || name !== printed.lines.section,
    ),
    articleBody,
    leftOut: [
      ...(written && written !== url
        ? [{ what: 'the parameters of the address by which readers are followed', address: written }]
        : []),
      ...printed.leftOut,
      ...pictures.slice(0, 1),
      ...changes.slice(0, 1),
    ],
    notices,
  };
}

/** A date in universal time may be of another day than the page's own: where the page has the same moment in a zone, that is first. */
function preferOwnZone(dates: DateCandidate[]): DateCandidate[] {
  const [first] = dates;
  if (!first || !/(?:Z|[+-]00:?00)$/i.test(first.text.trim())) return dates;
  const moment = Date.parse(first.text);
  const own = dates.find(
    ({ text }) => /[+-](?!00:?00)\d\d:?\d\d$/.test(text.trim()) && Date.parse(text) === moment,
  );
  return own ? [own, ...dates.filter((date) => date !== own)] : dates;
}

/** The authors of the first source that names any. It may have the address of a profile, which is not a name. */
function chooseAuthors(authors: string[], meta: MetaTags): string[] {
  const names = authors.filter((name) => !URL.canParse(name));
  return [...new Set(names.length > 0 ? names : listMetaAuthors(meta))];
}

function listMetaTerms(meta: MetaTags): Term[] {
  const keywords = splitKeywords(meta('keywords', 'news_keywords', 'citation_keywords', 'dc.subject'));
  return [...meta('article:section', 'article:tag'), ...keywords].map((name) => ({ name }));
}

function linkOf(document: Document, rel: string): string[] {
  const href = document.querySelector(`link[rel~="${rel}" i][href]`)?.getAttribute('href')?.trim();
  return href ? [href] : [];
}

/** The first that is an absolute web address, or becomes one when it is resolved against another of them. */
function chooseAddress(urls: readonly string[], bases: readonly string[]): string | undefined {
  const base = bases.find((url) => URL.canParse(url));
  return urls.flatMap((url) => resolveAddress(url, base) ?? [])[0];
}
