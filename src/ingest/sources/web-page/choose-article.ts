import { toLine } from '../../text/lines.ts';
import { isSameAddress } from '../../text/web-address.ts';

/** A node of JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** What is known of a page besides its JSON-LD. */
export interface PageIdentity {
  /** Its addresses. */
  urls: readonly string[];
  /** What it prints large, and its title. */
  headings: readonly string[];
  /** Whether it is one of several articles of a page, of which another may be meant. */
  isPart?: boolean | undefined;
}

/** Whether a value is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a node is an article of some kind (schema.org); an advertised post is none. */
export function isArticle(node: Node): boolean {
  return [node['@type']]
    .flat()
    .some((type) => /(?:Article|Posting|Report)$/.test(String(type)) && !/JobPosting$/.test(String(type)));
}

/**
 * Chooses the article that a page is: the one that its address or its graph joins to the page, of several such the one with the
 * page's headline. Of several articles of which none is joined, one with the page's headline.
 *
 * @returns none, and a notice, when that cannot be told
 */
export function chooseArticle(
  nodes: readonly Node[],
  byId: ReadonlyMap<unknown, Node>,
  { urls, headings, isPart }: PageIdentity,
): { article?: Node | undefined; notices: string[] } {
  const articles = nodes.filter(isArticle);
  const main = new Set<unknown>(
    nodes
      .filter((node) =>
        addressesOf(node, byId).some((address) => urls.some((url) => isSameAddress(address, url))),
      )
      .flatMap(({ mainEntity }) => (isNode(mainEntity) ? [mainEntity, mainEntity['@id']] : [])),
  );
  const joined = articles.filter(
    (node) =>
      main.has(node) ||
      (node['@id'] !== undefined && main.has(node['@id'])) ||
      listAddresses(node, byId).some((address) => urls.some((url) => isSameAddress(address, url))),
  );
  const known = joined.length > 0 ? joined : articles;
  const headed = known.filter((node) => hasHeadline(node, headings));
  const [only, ...others] = distinct(headed.length > 0 ? headed : known);
  if (
    only &&
    others.length === 0 &&
    (joined.length > 0 || headed.length > 0 || !(isPart || isOfAnother(only, byId, urls)))
  )
    return { article: only, notices: [] };
  if (articles.length === 0 || isPart) return { notices: [] };
  const names = articles.map((node) => `"${headlineOf(node) || 'without a headline'}"`);
  const found = articles.length === 1 ? 'an article' : `${articles.length} articles`;
  const notice = `The page’s JSON-LD describes ${found} (${names.slice(0, 10).join(', ')}), and does not say that the page is one of them: nothing was taken from it.`;
  const hasTexts = articles.filter(({ articleBody }) => typeof articleBody === 'string').length > 1;
  const hint = 'With --split article, each of them that has its text is taken by itself.';
  return { notices: [notice, ...(hasTexts ? [hint] : [])] };
}

/** A page often describes its article twice, under two types. */
function distinct(articles: readonly Node[]): Node[] {
  const byHeadline = new Map<unknown, Node>();
  for (const article of articles) {
    const key = headlineOf(article) || article;
    const known = byHeadline.get(key);
    if (!known || Object.keys(article).length > Object.keys(known).length) byHeadline.set(key, article);
  }
  return [...byHeadline.values()];
}

function headlineOf({ headline, name }: Node): string {
  const [first] = [headline ?? name].flat(4);
  return typeof first === 'string' ? toLine(first) : '';
}

/** Whether a page prints an article's headline, or has it in its title before the name of the site. */
function hasHeadline(node: Node, headings: readonly string[]): boolean {
  const headline = normalize(headlineOf(node));
  return headline !== '' && headings.some((heading) => ` ${normalize(heading)} `.startsWith(` ${headline} `));
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/&\w{1,10};|&#\d{1,6};/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether an article has an address, and the page has another. */
function isOfAnother(node: Node, byId: ReadonlyMap<unknown, Node>, urls: readonly string[]): boolean {
  return urls.length > 0 && listAddresses(node, byId).some((address) => URL.canParse(address));
}

/** The addresses of an article and of the pages that it says it is on. */
function listAddresses(node: Node, byId: ReadonlyMap<unknown, Node>): string[] {
  const pages = [node.mainEntityOfPage, node.isPartOf].flat(4);
  return [node, ...pages].flatMap((each) => addressesOf(each, byId));
}

/** The addresses of a node, or of the one that a reference names. */
function addressesOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  const values = isNode(value) ? [value['@id'], value.url, byId.get(value['@id'])?.url] : [value];
  return values.flat(4).filter((each) => typeof each === 'string');
}

/** The addresses of the pages that an article is the main entity of, as written. */
export function pagesOf(node: Node | undefined, byId: ReadonlyMap<unknown, Node>): string[] {
  return [node?.mainEntityOfPage]
    .flat(4)
    .flatMap((page) => addressesOf(page, byId))
    .map((address) => address.split('#', 1)[0] ?? '');
}
