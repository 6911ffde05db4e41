import { vocabularies, type VocabularyName } from '../../../records/vocabularies.ts';
import type { Term } from '../../drafts/draft.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { toLine } from '../../text/lines.ts';
import { splitKeywords } from './keywords.ts';

/** What the JSON-LD of a page says about its article; nothing when there is no article in it. */
export interface JsonLdArticle {
  /** The texts of a property of the article: text itself, the names of things, the elements of lists. */
  textsOf(property: string): string[];
  /** The addresses of the pages that the article is on. */
  pages: string[];
  /** Sections, keywords, and what the article is about or mentions. */
  terms: Term[];
  /** The whole text without markup. */
  articleBody: string | undefined;
  /** What could not be read, in whole sentences. */
  notices: string[];
}

type Node = Readonly<Record<string, unknown>>;

/** schema.org types by the vocabulary that they belong to. */
const types = vocabularies.flatMap(({ name, webPageTypes }): [RegExp, VocabularyName][] =>
  webPageTypes ? [[webPageTypes, name]] : [],
);

/**
 * Reads what the JSON-LD of a page says about its article. Malformed blocks are skipped, with a notice.
 *
 * @param urls the addresses of the page: of several articles, the one with such an address is chosen
 */
export function readJsonLd(document: Document, urls: readonly string[]): JsonLdArticle {
  const notices: string[] = [];
  const nodes = listNodes(document, notices);
  const article = chooseArticle(nodes, urls);
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const textsOf = (property: string) => readTexts(article?.[property], byId);
  return {
    textsOf,
    pages: addressesOf(article?.mainEntityOfPage),
    terms: listTerms(article, byId),
    articleBody: typeof article?.articleBody === 'string' ? article.articleBody : undefined,
    notices,
  };
}

/** The nodes of the JSON-LD at its top level and in its graphs (JSON-LD 1.1, section 7). */
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
      notices.push('A malformed JSON-LD block on the page was ignored.');
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

/** The article that the page is about: the one with the page's address, else the first with a headline, else the first. */
function chooseArticle(nodes: readonly Node[], urls: readonly string[]): Node | undefined {
  const articles = nodes.filter((node) =>
    [node['@type']].flat().some((type) => /(?:Article|Posting|Report)$/.test(String(type))),
  );
  const addressed = articles.find((node) =>
    [node.url, node['@id'], ...addressesOf(node.mainEntityOfPage)].some((url) => urls.includes(String(url))),
  );
  return addressed ?? articles.find((node) => node.headline !== undefined) ?? articles[0];
}

function readTexts(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  return [value].flat(4).flatMap((each) => {
    const { '@id': id, '@value': text, name } = isNode(each) ? each : { '@value': each };
    const [first = byId.get(id)?.name] = [text ?? name].flat(4);
    const isText = typeof first === 'string' || typeof first === 'number';
    const line = isText ? toLine(resolveEntities(String(first))) : '';
    return line === '' ? [] : [line];
  });
}

function listTerms(article: Node | undefined, byId: ReadonlyMap<unknown, Node>): Term[] {
  const keywords = readTexts(article?.keywords, byId);
  const names = [
    ...readTexts(article?.articleSection, byId),
    ...(typeof article?.keywords === 'string' ? splitKeywords(keywords) : keywords),
  ];
  const things = [article?.about, article?.mentions].flat(4).flatMap((thing): Term[] => {
    const [name] = readTexts(thing, byId);
    if (name === undefined) return [];
    const type = isNode(thing) ? [thing['@type']].flat().join(' ') : '';
    const vocabulary = types.find(([pattern]) => pattern.test(type))?.[1];
    return [vocabulary ? { name, vocabulary } : { name }];
  });
  return [...names.map((name) => ({ name })), ...things];
}

/** `mainEntityOfPage` is an address, or a page that has one. */
function addressesOf(value: unknown): string[] {
  return [value].flat(4).flatMap((page) => {
    const address = isNode(page) ? (page['@id'] ?? page.url) : page;
    return typeof address === 'string' ? [address] : [];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
