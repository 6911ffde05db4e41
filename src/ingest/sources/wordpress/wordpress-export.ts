import type { SourceError } from '../source-error.ts';

/** What an export says about the whole site. */
export interface WordpressSite {
  title?: string;
  language?: string;
  /** Display names by login name. */
  authors: Map<string, string>;
}

/** An item of an export: a post, a page, an attachment … */
export interface WordpressItem {
  /** Which of the export's items it is, from 1. */
  number: number;
  /** The 1-based line on which it begins. */
  line: number;
  /** Its part of the file, exactly as received but without readers' comments; missing when it is malformed. */
  xml?: string;
  /** Where and how it is malformed. */
  error?: SourceError;
  /** The texts of its elements, by name. Only those that are used. */
  values: Map<string, string>;
  /** Its categories and tags. */
  terms: { domain: string; nicename: string; name: string }[];
  hasComments: boolean;
}

const usedElements: ReadonlySet<string> = new Set([
  ...['title', 'link', 'pubDate', 'dc:creator', 'content:encoded', 'excerpt:encoded'],
  ...['wp:post_date', 'wp:post_date_gmt', 'wp:post_password', 'wp:post_type', 'wp:status'],
]);

/** An element of an export that has been read to its end. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text directly within it. */
  text: string;
}

/** Records what an element directly within an item says. */
export function addToItem(item: WordpressItem, { name, attributes, text }: XmlElement): void {
  const { domain = '', nicename = '' } = attributes;
  if (usedElements.has(name)) item.values.set(name, copyText(text));
  else if (name === 'category') item.terms.push({ domain, nicename, name: copyText(text) });
  else if (name === 'wp:comment') item.hasComments = true;
}

/**
 * Makes a function that records what an element of the channel outside of items says.
 *
 * @returns the function; `depth` is 3 for a child of `<channel>`
 */
export function createSiteReader(site: WordpressSite): (element: XmlElement, depth: number) => void {
  let [login, displayName] = ['', ''];
  return ({ name, text }, depth) => {
    if (depth === 3 && name === 'title') site.title = copyText(text);
    if (depth === 3 && name === 'language') site.language = copyText(text);
    if (name === 'wp:author_login') login = copyText(text).trim();
    if (name === 'wp:author_display_name') displayName = copyText(text);
    if (name !== 'wp:author') return;
    site.authors.set(login, displayName);
    [login, displayName] = ['', ''];
  };
}

/** V8 lets a substring be a view of the whole string; a copy lets the text of the file be garbage collected. */
function copyText(text: string): string {
  return Buffer.from(text).toString();
}
