import { vocabularies, type VocabularyName } from '../../../records/vocabularies.ts';
import type { Term } from '../../drafts/draft.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { toLine } from '../../text/lines.ts';
import { chooseArticle, isArticle, isNode, pagesOf, type Node, type PageIdentity } from './choose-article.ts';
import { splitKeywords } from './keywords.ts';

/** What the JSON-LD of a page says about its article; nothing when there is no article in it. */
export interface JsonLdArticle {
  /** Whether there is one that is the page's own. */
  hasArticle: boolean;
  /** The types of what else the page describes. */
  otherTypes: string[];
  /** The texts of a property of the article: text itself, the names of things, the elements of lists. */
  textsOf(property: string): string[];
  /** The addresses of the pages that the article is on. */
  pages: string[];
  /** The publication that the article is a part of, with its ISSNs, and the number of its issue. */
  publication: { name?: string | undefined; issn?: string[]; issue?: string | undefined };
  /** Sections, keywords, and what the article is about or mentions. */
  terms: Term[];
  /** The whole text without markup. */
  articleBody: string | undefined;
  /** What could not be read, in whole sentences. */
  notices: string[];
}

/** schema.org types by the vocabulary that they belong to. */
const types = vocabularies.flatMap(({ name, webPageTypes }): [RegExp, VocabularyName][] =>
  webPageTypes ? [[webPageTypes, name]] : [],
);

/**
 * Reads what the JSON-LD of a page says about its article. Malformed blocks are skipped, with a notice.
 *
 * @param page by which the right one of several articles is known
 */
export function readJsonLd(document: Document, page: PageIdentity): JsonLdArticle {
  const malformed: string[] = [];
  const nodes = listNodes(document, malformed);
  // A node may stand in several blocks, and be only named in some.
  const byId = new Map<unknown, Node>();
  for (const node of nodes) {
    const id = node['@id'];
    if (id !== undefined && Object.keys(node).length > 1) byId.set(id, { ...node, ...byId.get(id) });
  }
  const { article, notices } = chooseArticle(nodes, byId, page);
  const textsOf = (property: string) => readTexts(article?.[property], byId);
  return {
    hasArticle: article !== undefined,
    otherTypes: nodes
      .filter((node) => !isArticle(node))
      .flatMap((node) => [node['@type']].flat().map(String)),
    textsOf,
    pages: pagesOf(article, byId),
    publication: readPublication(article, byId),
    terms: listTerms(article, byId),
    articleBody: typeof article?.articleBody === 'string' ? article.articleBody : undefined,
    notices: [...malformed, ...notices],
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

function readTexts(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  return [value].flat(4).flatMap((each) => {
    const { '@id': id, '@value': text, name } = isNode(each) ? each : { '@value': each };
    const [first = byId.get(id)?.name] = [text ?? name].flat(4);
    const isText = typeof first === 'string' || typeof first === 'number';
    const line = isText ? toLine(resolveEntities(String(first))) : '';
    return line === '' ? [] : [line];
  });
}

/** How many things may be parts of one another. */
const deepest = 4;

/** The periodical that an article is a part of, directly or through an issue. A page or site that it is on is none. */
function readPublication(
  article: Node | undefined,
  byId: ReadonlyMap<unknown, Node>,
): JsonLdArticle['publication'] {
  let issue: string | undefined;
  let parts = [article?.isPartOf].flat(4);
  for (let depth = 0; depth < deepest && parts.length > 0; depth++) {
    const nodes = parts.flatMap((part) => (isNode(part) ? [{ ...byId.get(part['@id']), ...part }] : []));
    const isOf = (node: Node, type: RegExp) => [node['@type']].flat().some((each) => type.test(String(each)));
    issue ??= nodes.flatMap((node) => readTexts(node.issueNumber, byId))[0];
    const periodical = nodes.find((node) => isOf(node, /(?:Periodical|Newspaper|Magazine)$/));
    if (periodical)
      return { name: readTexts(periodical, byId)[0], issn: readTexts(periodical.issn, byId), issue };
    parts = nodes
      .filter((node) => isOf(node, /Publication(?:Issue|Volume)$/))
      .flatMap((node) => [node.isPartOf].flat(4));
  }
  return { issue };
}

function listTerms(article: Node | undefined, byId: ReadonlyMap<unknown, Node>): Term[] {
  const keywords = readTexts(article?.keywords, byId);
  const names = [
    ...readTexts(article?.articleSection, byId),
    ...(typeof article?.keywords === 'string' ? splitKeywords(keywords) : keywords),
  ];
  const toTerm = (thing: unknown, expected?: VocabularyName): Term[] => {
    const [name] = readTexts(thing, byId);
    if (name === undefined) return [];
    const { '@type': type = (isNode(thing) && byId.get(thing['@id'])?.['@type']) || '' } = isNode(thing)
      ? thing
      : {};
    const vocabulary =
      types.find(([pattern]) => [type].flat().some((each) => pattern.test(String(each))))?.[1] ?? expected;
    return [vocabulary ? { name, vocabulary } : { name }];
  };
  const places = [article?.contentLocation, article?.spatialCoverage].flat(4);
  return [
    ...names.map((name) => ({ name })),
    ...[article?.about, article?.mentions].flat(4).flatMap((thing) => toTerm(thing)),
    ...places.flatMap((place) => toTerm(place, 'places')),
  ];
}
