import { toLine } from '../../text/lines.ts';
import { measurePage, type PageMeasure } from './measure-page.ts';
import { findMainPart, headingsOf } from './page-parts.ts';
import { readJsonLd } from './read-json-ld.ts';
import { readMetaTags } from './read-meta-tags.ts';

/** What kind of page one is: an article, or something else, with what tells so. */
export type PageKind =
  { isArticle: true; notices: string[] } | { isArticle: false; reason: string; detail: string };

/** schema.org types of pages that are no articles. */
const otherTypes: readonly [type: RegExp, reason: string][] = [
  [/^(?:CollectionPage|ItemList|Blog|ImageGallery|MediaGallery)$/, 'a page that lists articles'],
  [/^SearchResultsPage$/, 'a search'],
  [
    /^(?:ProfilePage|ContactPage|AboutPage|FAQPage|QAPage|CheckoutPage|Product|JobPosting)$/,
    'a page about something else',
  ],
];

/** Ends of paths that lists have, with what each is; case makes no difference. */
const listPaths: readonly [path: RegExp, reason: string][] = [
  [/^\/?(?:(?:index|home|default)\.\w{3,5})?$/, 'the home page'],
  [/\/(?:search|suche|recherche|buscar|cerca|zoeken)\/?$/, 'a search'],
  [
    /\/(?:tags?|topics?|keywords?|labels?|schlagwort|thema|etiquetas?|mots?-cles?)\/[^/]+\/?$/,
    'a list of a tag',
  ],
  [
    /\/(?:categor(?:y|ies)|kategorien?|rubrik|rubrique|categor[ií]as?|sections?)\/[^/]+\/?$/,
    'a list of a category',
  ],
  [
    /\/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|users?|profiles?)\/[^/]+\/?$/,
    'a page of an author',
  ],
  [/\/(?:page|seite|pagina)\/?\d+\/?$/, 'a further page of a list'],
  [/\/(?:19|20)\d\d(?:\/(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?)?\/?$/, 'a list of a time'],
  [
    /\/(?:archives?|archiv|tags|categories|topics|authors|sitemap)(?:\.\w{3,5})?\/?$/,
    'a page that lists articles',
  ],
];

/** Parameters that lists of WordPress and others have. */
const listParameters: readonly [name: RegExp, reason: string][] = [
  [/^(?:s|q|query|search)$/, 'a search'],
  [/^(?:cat|category|category_name)$/, 'a list of a category'],
  [/^tag$/, 'a list of a tag'],
  [/^author(?:_name)?$/, 'a page of an author'],
  [/^paged$/, 'a further page of a list'],
  [/^m$/, 'a list of a time'],
];

/** Pages about a site, at its root. */
const sitePages =
  /^\/(?:about(?:-us)?|contact(?:-us)?|impressum|imprint|kontakt|datenschutz|privacy(?:-policy)?|terms(?:-of-\w+)?|agb|legal|cookies?(?:-policy)?|subscribe|newsletter|advertis(?:e|ing)|jobs|careers|login|register|account|help|faq|mentions-legales|a-propos)(?:\.\w{3,5})?\/?$/;

/** The least that an article says, in characters. */
const leastText = 60;
/** So many headlines that lead elsewhere are a list, if the page says less by itself. */
const fewestTeasers = 4;

/**
 * Tells an article from a page that lists articles, a search, or a page about the site: by its JSON-LD, then its meta tags and
 * its address, and by how much of it is text of its own. It runs before the page is read, which changes it.
 *
 * @param address of the page
 */
export function tellPageKind(document: Document, address: string): PageKind {
  const meta = readMetaTags(document);
  const main = findMainPart(document) ?? document.body;
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? '';
  const urls = [address, ...meta('og:url'), canonical].filter((url) => URL.canParse(url));
  const { hasArticle, otherTypes: types } = readJsonLd(document, {
    urls,
    headings: [...headingsOf(main, document), ...meta('og:title', 'twitter:title')],
  });
  if (hasArticle) return { isArticle: true, notices: [] };
  const typed = findReason(otherTypes, types);
  if (typed) return { isArticle: false, ...typed, detail: `its JSON-LD says ${typed.found}` };
  const [ogType = ''] = meta('og:type');
  if (/^profile$/i.test(ogType))
    return { isArticle: false, reason: 'a page of an author', detail: 'its og:type is profile' };

  const isMarked =
    /^(?:article|news|blog)$/i.test(ogType) ||
    meta('article:published_time', 'citation_title', 'citation_publication_date').length > 0 ||
    document.querySelector(
      '[itemtype$="NewsArticle"], [itemtype$="schema.org/Article"], [itemtype$="BlogPosting"]',
    ) !== null;
  const measure = measurePage(main, address);
  const isList = measure.teasers >= fewestTeasers && measure.own < measure.teased;
  const isLinks = measure.linked > (measure.text * 2) / 3;
  const addressed = tellAddress(address);
  if (addressed) {
    const isSaid = isMarked && !isList && !isLinks && addressed.reason !== 'the home page';
    if (!isSaid) return { isArticle: false, ...addressed, detail: `its address has "${addressed.found}"` };
  }
  if (isList || (isLinks && !isMarked))
    return { isArticle: false, reason: 'a page that lists articles', detail: describe(measure) };
  if (!isMarked && sitePages.test(pathOf(address)))
    return { isArticle: false, reason: 'a page about the site', detail: `its address is ${pathOf(address)}` };
  if (measure.text < leastText)
    return { isArticle: false, reason: 'a page without a text', detail: describe(measure) };
  const said = `Nothing says that the page is an article; it was taken for one, since it has ${measure.own.toLocaleString('en')} characters of text of its own.`;
  return { isArticle: true, notices: isMarked ? [] : [toLine(said)] };
}

function describe({ text, own, linked, teasers }: PageMeasure): string {
  const share = text === 0 ? 0 : Math.round((linked / text) * 100);
  return `${teasers} headlines that lead elsewhere, ${own.toLocaleString('en')} characters of its own, ${share}% of its words in links`;
}

function tellAddress(address: string): { reason: string; found: string } | undefined {
  const { searchParams } = new URL(address);
  return (
    findReason(listParameters, [...searchParams.keys()]) ??
    (searchParams.size > 0 && pathOf(address) === '/' ? undefined : findReason(listPaths, [pathOf(address)]))
  );
}

function findReason(
  reasons: readonly [RegExp, string][],
  texts: readonly string[],
): { reason: string; found: string } | undefined {
  for (const found of texts)
    for (const [pattern, reason] of reasons) if (pattern.test(found)) return { reason, found };
  return undefined;
}

function pathOf(address: string): string {
  return new URL(address).pathname.toLowerCase();
}
