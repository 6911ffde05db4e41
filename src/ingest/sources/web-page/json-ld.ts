import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { toLine } from '../../text/lines.ts';

import type { VocabularyName } from '../../../records/vocabularies.ts';
import type { Term } from '../../drafts/draft.ts';

/** What is written somewhere, and in which element or under which key. */
export interface Written {
  text: string;
  where: string;
  /** What to say when it is made use of: a whole sentence. */
  notice?: string;
}

/**
 * What a web page says of its article in data made for programs: schema.org in JSON-LD first, then meta tags. What
 * neither says is missing.
 */
export interface PageData {
  title?: string | undefined;
  subtitle?: string | undefined;
  /** All that it gives as the date of publication; the surest first. */
  dates: Written[];
  byline: string[];
  dateline?: string | undefined;
  /** As written: a tag, mostly. */
  language?: string | undefined;
  summary?: string | undefined;
  publisher?: string | undefined;
  /** An absolute address. */
  url?: string | undefined;
  rights?: string | undefined;
  terms: Term[];
  /** The whole text without mark-up. */
  articleBody?: string | undefined;
  /** What could not be read, in whole sentences. */
  notices: string[];
}

type Node = Readonly<Record<string, unknown>>;
type Texts = (key: string) => string[];

const types: readonly [RegExp, VocabularyName][] = [
  [/Person$/, 'people'],
  [/(?:Organization|Corporation|NGO)$/, 'organizations'],
  [/(?:Place|Country|City|State|AdministrativeArea)$/, 'places'],
];

const toHtmlTree = unified().use(rehypeParse, { fragment: true }).freeze();

/** Reads the data of a page. It is a stranger's: nothing that it holds is an error. */
export function readPageData(document: Document): PageData {
  const notices: string[] = [];
  const nodes = listNodes(document, notices);
  const meta = listMeta(document);
  const metaOf = (...keys: string[]) => keys.flatMap((key) => meta.get(key) ?? []);
  const urls = metaOf('og:url').concat(linkOf(document, 'canonical'));
  const article = chooseArticle(nodes, urls);
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const data: Texts = (key) => textsOf(article?.[key], byId);
  const dates = [
    'article:published_time',
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
  ]
    .concat('dc.date.issued', 'dc.issued', 'dc.date', 'dc.created', 'datepublished', 'parsely-pub-date')
    .concat('pubdate', 'publishdate', 'date');
  const authors = ['author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author'].map((key) =>
    metaOf(key).filter((name) => !URL.canParse(name)),
  );
  const terms = termsOf(article, data, byId);
  return {
    title: data('headline').concat(metaOf('og:title', 'citation_title', 'dc.title', 'twitter:title'))[0],
    subtitle: data('alternativeHeadline')[0],
    dates: [
      ...data('datePublished').map((text) => ({ text, where: 'datePublished (JSON-LD)' })),
      ...dates.flatMap((key) => metaOf(key).map((text) => ({ text, where: `<meta> ${key}` }))),
    ],
    byline: [...new Set([data('author'), ...authors].find((names) => names.length > 0))],
    dateline: data('dateline')[0],
    language: data('inLanguage')
      .concat(document.documentElement.getAttribute('lang')?.trim() || [])
      .concat(metaOf('dc.language', 'citation_language', 'content-language', 'og:locale'))[0]
      ?.replaceAll('_', '-'),
    summary: data('description').concat(metaOf('description', 'og:description', 'dc.description'))[0],
    publisher: data('publisher').concat(metaOf('og:site_name', 'citation_publisher', 'dc.publisher'))[0],
    url: findAddress([...data('url'), ...addressesOf(article?.mainEntityOfPage), ...urls.toReversed()], urls),
    rights: ['copyrightHolder', 'copyrightNotice']
      .flatMap(data)
      .concat(metaOf('dc.rightsholder', 'dc.rights', 'copyright'))[0],
    terms: terms.length > 0 ? terms : metaTerms(metaOf),
    articleBody: typeof article?.articleBody === 'string' ? article.articleBody : undefined,
    notices,
  };
}

/** Takes the tags off a piece of HTML that is one line of text, and resolves its entities. */
export function readHtmlLine(html: string): string {
  const text = html.replace(/<\/?(?:br|p|div|li|h\d)\b[^<>]*>/gi, ' ').replace(/<[a-z/!][^<>]*>/gi, '');
  return toLine(resolveEntities(text));
}

/** Resolves the character references of HTML (section 13.5) in a text without tags. */
export function resolveEntities(text: string): string {
  return text.replace(/&(?:#\d{1,9}|#x[\da-f]{1,8}|[a-z][\da-z]{1,40});/gi, (entity) => {
    const [node] = toHtmlTree.parse(entity).children;
    return node?.type === 'text' ? node.value : entity;
  });
}

/** The things that the page's JSON-LD describes, at the top of it and in its graphs (JSON-LD 1.1, section 7). */
function listNodes(document: Document, notices: string[]): Node[] {
  const values: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = (script.textContent ?? '').replace(
      /^\s*(?:\/\/)?(?:<!--|<!\[CDATA\[)|(?:\/\/)?(?:-->|\]\]>)\s*$/g,
      '',
    );
    try {
      values.push(JSON.parse(text));
    } catch {
      notices.push('A block of JSON-LD on the page is malformed, and was passed over.');
    }
  }
  const nodes: Node[] = [];
  // The list grows while it is read.
  for (const value of values) {
    if (Array.isArray(value)) for (const element of value) values.push(element);
    if (!isNode(value)) continue;
    nodes.push(value);
    values.push(value['@graph'], value.mainEntity);
  }
  return nodes;
}

/** The article that the page is about: the one with its address, or the first. */
function chooseArticle(nodes: readonly Node[], urls: readonly string[]): Node | undefined {
  const articles = nodes.filter((node) =>
    [node['@type']].flat().some((type) => /(?:Article|Posting|Report)$/.test(String(type))),
  );
  const addressed = articles.find((node) =>
    [node.url, node['@id'], ...addressesOf(node.mainEntityOfPage)].some((url) => urls.includes(String(url))),
  );
  return addressed ?? articles.find((node) => node.headline !== undefined) ?? articles[0];
}

/** The texts of a value: text itself, the names of things, the elements of lists. */
function textsOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  return [value].flat(4).flatMap((each) => {
    const { '@id': id, '@value': text, name } = isNode(each) ? each : { '@value': each };
    const [words = byId.get(id)?.name] = [text ?? name].flat(4);
    const line =
      typeof words === 'string' || typeof words === 'number' ? toLine(resolveEntities(String(words))) : '';
    return line === '' ? [] : [line];
  });
}

function termsOf(article: Node | undefined, data: Texts, byId: ReadonlyMap<unknown, Node>): Term[] {
  const keywords = typeof article?.keywords === 'string' ? splitWords(data('keywords')) : data('keywords');
  const names: Term[] = [...data('articleSection'), ...keywords].map((name) => ({ name }));
  for (const thing of [article?.about, article?.mentions].flat(4)) {
    const [name] = textsOf(thing, byId);
    if (name === undefined) continue;
    const type = isNode(thing) ? [thing['@type']].flat().join(' ') : '';
    const vocabulary = types.find(([pattern]) => pattern.test(type))?.[1];
    names.push(vocabulary ? { name, vocabulary } : { name });
  }
  return uniqueTerms(names);
}

function metaTerms(metaOf: (...keys: string[]) => string[]): Term[] {
  const words = splitWords(metaOf('keywords', 'news_keywords', 'citation_keywords', 'dc.subject'));
  return uniqueTerms([...metaOf('article:section', 'article:tag'), ...words].map((name) => ({ name })));
}

/** Leaves out a name that was there before; one of which the vocabulary is known takes the place of one without. */
function uniqueTerms(terms: readonly Term[]): Term[] {
  const unique = new Map<string, Term>();
  for (const term of terms) {
    const key = term.name.toLowerCase();
    const known = unique.get(key);
    if (!known || (term.vocabulary && !known.vocabulary)) unique.set(key, term);
  }
  return [...unique.values()];
}

function splitWords(lists: readonly string[]): string[] {
  return lists
    .flatMap((list) => list.split(/[,;،、]/).map((line) => toLine(line)))
    .filter((word) => word !== '');
}

/** The contents of meta tags by name, property or itemprop, in small letters; Dublin Core's prefixes are made one. */
function listMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content], time[itemprop][datetime]')) {
    const content = toLine(element.getAttribute('content') ?? element.getAttribute('datetime') ?? '');
    if (content === '') continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        const key = name.replace(/^dc(?:terms?)?[.:]/, 'dc.');
        const contents = meta.get(key);
        if (contents) contents.push(content);
        else meta.set(key, [content]);
      }
    }
  }
  return meta;
}

function linkOf(document: Document, rel: string): string[] {
  const href = document.querySelector(`link[rel~="${rel}" i][href]`)?.getAttribute('href')?.trim();
  return href ? [href] : [];
}

/** `mainEntityOfPage` is an address, or a page that has one. */
function addressesOf(value: unknown): string[] {
  return [value].flat(4).flatMap((page) => {
    const address = isNode(page) ? (page['@id'] ?? page.url) : page;
    return typeof address === 'string' ? [address] : [];
  });
}

/** The first that is a whole web address, or becomes one from another of them. */
function findAddress(urls: readonly string[], bases: readonly string[]): string | undefined {
  const base = bases.find((url) => URL.canParse(url));
  return urls.flatMap((url) => resolveAddress(url, base) ?? [])[0];
}

/** A web address as it is written, or made whole where it is relative; `undefined` when it is none. */
export function resolveAddress(url: string, base?: string): string | undefined {
  const whole = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (whole === undefined || !/^https?:$/.test(whole.protocol)) return undefined;
  return URL.canParse(url) ? url : whole.href;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
