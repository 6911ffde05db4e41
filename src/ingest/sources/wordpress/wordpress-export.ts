import { removeControlCharacters } from './control-characters.ts';
import type { SourceError } from '../source-error.ts';

/** A category, a tag or another term, as the channel declares it. */
export interface DeclaredTerm {
  /** Its id in the database of the site; '' where the export has none. */
  number: string;
  taxonomy: string;
  slug: string;
  name: string;
  /** The slug of the term that it is a part of. */
  parent: string;
  description: string;
}

/** What an export says about the whole site. */
export interface WordpressSite {
  title?: string;
  link?: string;
  language?: string;
  /** Display names by login name. */
  authors: Map<string, string>;
  /** By taxonomy and slug (see {@link termKey}). */
  terms: Map<string, DeclaredTerm>;
}

/** The key of a declared term. */
export function termKey(taxonomy: string, slug: string): string {
  return `${taxonomy} ${slug}`;
}

/** A term that an item has. */
export interface ItemTerm {
  domain: string;
  nicename: string;
  name: string;
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
  /** Its categories, tags and other terms. */
  terms: ItemTerm[];
  /** Its custom fields, in their order. */
  fields: { key: string; value: string }[];
  hasComments: boolean;
}

const usedElements: ReadonlySet<string> = new Set([
  ...['title', 'link', 'guid', 'pubDate', 'dc:creator', 'description', 'content:encoded', 'excerpt:encoded'],
  ...['wp:post_id', 'wp:post_name', 'wp:post_parent', 'wp:attachment_url'],
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

/** Records what an element within a custom field of an item says. */
export function addToField(item: WordpressItem, { name, text }: XmlElement): void {
  if (name === 'wp:meta_key') item.fields.push({ key: copyText(text).trim(), value: '' });
  const field = item.fields.at(-1);
  if (name === 'wp:meta_value' && field) field.value = copyText(text);
}

/** The elements of the channel that declare terms, with what their own elements are called. */
const declarations: Readonly<Record<string, Readonly<Record<string, keyof DeclaredTerm>>>> = {
  'wp:category': {
    'wp:term_id': 'number',
    'wp:category_nicename': 'slug',
    'wp:cat_name': 'name',
    'wp:category_parent': 'parent',
    'wp:category_description': 'description',
  },
  'wp:tag': { 'wp:tag_slug': 'slug', 'wp:tag_name': 'name', 'wp:tag_description': 'description' },
  'wp:term': {
    'wp:term_taxonomy': 'taxonomy',
    'wp:term_slug': 'slug',
    'wp:term_name': 'name',
    'wp:term_parent': 'parent',
    'wp:term_description': 'description',
  },
};
const ownTaxonomies: Readonly<Record<string, string>> = { 'wp:category': 'category', 'wp:tag': 'post_tag' };
const termFields = new Map(Object.values(declarations).flatMap((fields) => Object.entries(fields)));

/**
 * Makes a function that records what an element of the channel outside of items says.
 *
 * @returns the function; `depth` is 3 for a child of `<channel>`
 */
export function createSiteReader(site: WordpressSite): (element: XmlElement, depth: number) => void {
  let [login, displayName] = ['', ''];
  const noTerm = () => ({ number: '', taxonomy: '', slug: '', name: '', parent: '', description: '' });
  let term: DeclaredTerm = noTerm();
  return ({ name, text }, depth) => {
    if (depth === 3 && (name === 'title' || name === 'language' || name === 'link'))
      site[name] = copyText(withoutControls(text));
    if (name === 'wp:author_login') login = copyText(withoutControls(text)).trim();
    if (name === 'wp:author_display_name') displayName = copyText(withoutControls(text));
    const field = depth === 4 ? termFields.get(name) : undefined;
    if (field !== undefined) term[field] = copyText(withoutControls(text)).trim();
    if (depth !== 3) return;
    if (name in declarations) {
      const taxonomy = ownTaxonomies[name] ?? term.taxonomy;
      site.terms.set(termKey(taxonomy, term.slug), { ...term, taxonomy });
      term = noTerm();
    }
    if (name !== 'wp:author') return;
    site.authors.set(login, displayName);
    [login, displayName] = ['', ''];
  };
}

/** V8 lets a substring be a view of the whole string; a copy lets the text of the file be garbage collected. */
function copyText(text: string): string {
  return Buffer.from(text).toString();
}

/** What describes the site is in every entry: what it cannot have is removed where it is read. */
function withoutControls(text: string): string {
  return removeControlCharacters(text, 'the description of the site', () => undefined);
}
