import { SaxesParser } from 'saxes';

import { resolveAddress } from '../../text/web-address.ts';
import { allowHtmlEntities } from '../shared/xml-parser.ts';

/** An element of an item, with what its surroundings say about it. */
export interface XmlElement {
  /** In lower case, with the usual prefix of its namespace (`dc:creator`); the feed's own names have none. */
  name: string;
  /** By name as written, without the prefix: `href`, `type`. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** The address that relative ones within it start from, by `xml:base`. */
  base?: string | undefined;
  /** By `xml:lang`. */
  language?: string | undefined;
}

/** Usual prefixes, by what their namespaces are called: many feeds have other versions, and some no declaration at all. */
const prefixes: readonly [RegExp, string][] = [
  [/purl\.org\/dc\/elements\//, 'dc'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/search\.yahoo\.com\/mrss|tools\.search\.yahoo\.com\/mrss/, 'media'],
  [/itunes\.com\/dtds\/podcast/, 'itunes'],
  [/w3\.org\/1999\/xhtml/, 'xhtml'],
  [/w3\.org\/2005\/atom|purl\.org\/atom\/ns/, 'atom'],
  [
    /purl\.org\/(?:net\/)?rss|my\.netscape\.com\/rdf|netscape\.com\/publish\/formats\/rss|backend\.userland/,
    'rss',
  ],
  [/feedburner/, 'feedburner'],
  [/purl\.org\/syndication\/thread/, 'thr'],
  [/schemas\.google\.com\/blogger/, 'blogger'],
  [/purl\.org\/atom\/app|w3\.org\/2007\/app/, 'app'],
  [/w3\.org\/1999\/02\/22-rdf/, 'rdf'],
  [/purl\.org\/rss\/1\.0\/modules\/slash/, 'slash'],
  [/wellformedweb/, 'wfw'],
  [/schemas\.google\.com\/g\//, 'gd'],
];

/**
 * Reads XML into a tree. Names of elements that are in the namespace of the root are the feed's own.
 *
 * @param base the address that relative ones start from
 * @throws {Error} when it is malformed
 */
export function readXmlTree(xml: string, base?: string): XmlElement {
  const parser = new SaxesParser();
  allowHtmlEntities(parser);
  const root: XmlElement = {
    name: '',
    attributes: new Map(),
    children: [],
    base: resolveAddress(base ?? ''),
  };
  const open: { element: XmlElement; spaces: ReadonlyMap<string, string> }[] = [
    { element: root, spaces: new Map() },
  ];
  let own: string | undefined;
  const add = (text: string) => open.at(-1)?.element.children.push(text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    const outer = open.at(-1) ?? { element: root, spaces: new Map<string, string>() };
    const spaces = new Map(outer.spaces);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns') spaces.set('', value);
      else if (key.startsWith('xmlns:')) spaces.set(key.slice(6), value);
    }
    const [prefix, local] = splitName(name);
    const space = spaces.get(prefix);
    own ??= space ?? '';
    const isOwn = (space ?? prefix) === own || (prefix === '' && (space ?? '') === '');
    const usual = isOwn ? '' : usualPrefix(space, prefix);
    const isFeeds = usual === '' || usual === 'rss';
    const element: XmlElement = {
      name: isFeeds ? local.toLowerCase() : `${usual}:${local.toLowerCase()}`,
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [splitName(key)[1], value])),
      children: [],
      base: resolveAddress(attributes['xml:base'] ?? '', outer.element.base) ?? outer.element.base,
      language: attributes['xml:lang'] ?? outer.element.language,
    };
    outer.element.children.push(element);
    open.push({ element, spaces });
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

function usualPrefix(space: string | undefined, prefix: string): string {
  const name = space?.toLowerCase() ?? '';
  return prefixes.find(([pattern]) => pattern.test(name))?.[1] ?? prefix;
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The elements within an element. */
export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All text within an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Attributes that hold addresses. */
const addresses = new Set(['href', 'src', 'cite', 'poster', 'data', 'longdesc']);
const empty = /^(?:br|hr|img|col|wbr|area|input|embed|source|track|param|meta|link|base)$/;

/** Writes the content of an element as HTML. Addresses are resolved where `xml:base` says from where they start. */
export function toHtml(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child, element.base)))
    .join('');
}

function writeElement(element: XmlElement, outerBase: string | undefined): string {
  const name = splitName(element.name)[1] || element.name;
  const attributes = Array.from(element.attributes, ([key, value]) => {
    const isMoved = addresses.has(key) && element.base !== outerBase;
    const written = isMoved ? (resolveAddress(value, element.base) ?? value) : value;
    return ` ${key}="${escapeText(written).replaceAll('"', '&quot;')}"`;
  });
  const tag = `<${name}${attributes.join('')}>`;
  if (empty.test(name)) return tag;
  return `${tag}${element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child, outerBase)))
    .join('')}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
