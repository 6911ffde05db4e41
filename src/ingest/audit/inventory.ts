import { normalizeName } from '../../records/normalize-name.ts';
import { resolveEntities } from '../text/html-line.ts';
import { splitBetween } from '../text/split-between.ts';

/**
 * Everything that a text says, as far as it can be compared: its words and its web addresses. It is taken by means that share
 * nothing with the readers of formats, so that what they miss shows.
 */
export interface Inventory {
  /** By their normalized form. */
  words: Map<string, WordInText>;
  /** Web addresses, in a form in which equal ones are equal. */
  addresses: Map<string, string>;
}

/** A word as it is written, with what stands around its first occurrence. */
export interface WordInText {
  word: string;
  context: string;
}

/** How a received text is read for its inventory. */
export type TextKind = 'markup' | 'json' | 'plain';

/**
 * Elements and keys that hold what a system needs and no reader sees: numbers, states, times of changes. Dates are compared
 * by themselves.
 */
const machinery =
  /^(?:guid|id|wp:(?!post_title|meta_value|attachment_url|term_name|cat_name|tag_name|category_description|tag_description|term_description).*|content:format|generator|docs|ttl|cloud|skipHours|skipDays|lastBuildDate|pubDate|published|updated|issued|modified|created|dc:date|dcterms:.*|sy:.*|slash:.*|wfw:.*|georss:.*|x-trash|width|height|style|class|rel|type|lang|xml:lang|version|encoding|uri|mime_?type|contenttype|pubstatus|versioncreated|firstcreated|contentcreated|firstpublished|embargoed(?:until)?|date_published|date_modified|profile|urgency|priority)$/i;

const scriptTag = /<(\/?)(script|style|template)(?![\w-])/gi;
const tags = /<(\/?)([a-z][\w:.-]*)((?:\s[^<>]*)?\/?)>/gi;
const attributes = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Shortcodes of WordPress: what they say is in their attributes. */
const shortcode = /\[\/?[a-z][\w-]*(\s[^[\]<>]*)\]/gi;
const address = /https?:\/\/[^\s"'<>\\)\]]+/gi;
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Attributes that hold words. */
const spoken = /^(?:alt|title|label|caption|summary|aria-label|placeholder|content|term|text|nicename)$/i;
/** Attributes that hold addresses. */
const leading = /^(?:href|src|url|data-src|data-lazy-src|data-original|poster|cite|data|action)$/i;

/** How much of the text around a word is shown, in UTF-16 code units. */
const around = 30;

export function takeInventory(text: string, kind: TextKind): Inventory {
  const inventory: Inventory = { words: new Map(), addresses: new Map() };
  if (kind === 'markup') addMarkup(text, inventory);
  else if (kind === 'json') addJson(text, inventory);
  else addPlain(text, inventory);
  return inventory;
}

/** Adds a text without mark-up. */
function addPlain(text: string, inventory: Inventory): void {
  for (const [found] of text.matchAll(address)) addAddress(found, inventory);
  const rest = normalizeName(text.replace(address, ' '));
  for (const { 0: found, index } of rest.matchAll(word)) {
    const key = found.toLowerCase();
    if (inventory.words.has(key)) continue;
    const context = rest.slice(Math.max(0, index - around), index + found.length + around).trim();
    inventory.words.set(key, { word: found, context });
  }
}

/** Adds HTML or XML; in XML, HTML may stand escaped or as CDATA. */
function addMarkup(text: string, inventory: Inventory, depth = 0): void {
  const comments = splitBetween(text, '<!--', '-->');
  // Blocks of WordPress hold addresses in comments.
  for (const [number, part] of comments.entries())
    if (number % 2 === 1) for (const [found] of part.matchAll(address)) addAddress(found, inventory);
  const shown = comments.filter((_part, number) => number % 2 === 0).join(' ');
  const bare = removeScripts(shown)
    .replace(shortcode, (whole, given: string) => (/=\s*["']/.test(given) ? `<shortcode${given}>` : whole))
    .replace(/<![a-z][^<>]*>|<\?[^<>]*>/gi, ' ');
  let [at, skipping] = [0, ''];
  const addText = (part: string) => {
    if (skipping !== '' || part.trim() === '') return;
    const resolved = resolveEntities(part);
    if (depth < 2 && /<[a-z!/]/i.test(resolved)) addMarkup(resolved, inventory, depth + 1);
    else addPlain(resolved, inventory);
  };
  for (const [number, part] of splitBetween(bare, '<![CDATA[', ']]>').entries()) {
    if (number % 2 === 1) {
      if (skipping === '') addMarkup(part, inventory, depth + 1);
      continue;
    }
    at = 0;
    for (const { 0: tag, 1: slash, 2: name = '', 3: given = '', index } of part.matchAll(tags)) {
      addText(part.slice(at, index));
      at = index + tag.length;
      if (skipping !== '') {
        if (slash === '/' && name === skipping) skipping = '';
      } else if (slash === '' && !tag.endsWith('/>') && machinery.test(name)) skipping = name;
      else addAttributes(given, inventory);
    }
    addText(part.slice(at));
  }
}

/** Removes scripts, styles and templates with what is in them. */
function removeScripts(text: string): string {
  let [kept, at, open] = ['', 0, ''];
  for (const { 1: slash, 2: name = '', index } of text.matchAll(scriptTag)) {
    const isEnd = slash === '/';
    if (open === '' && !isEnd) {
      kept += `${text.slice(at, index)} `;
      open = name.toLowerCase();
    } else if (isEnd && name.toLowerCase() === open) {
      const close = text.indexOf('>', index);
      at = close === -1 ? text.length : close + 1;
      open = '';
    }
  }
  return open === '' ? kept + text.slice(at) : kept;
}

function addAttributes(given: string, inventory: Inventory): void {
  for (const [, name = '', double, single] of given.matchAll(attributes)) {
    const value = resolveEntities(double ?? single ?? '');
    if (leading.test(name) && /^https?:/i.test(value.trim())) addAddress(value.trim(), inventory);
    else if (spoken.test(name)) addPlain(value, inventory);
  }
}

function addJson(text: string, inventory: Inventory): void {
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (machinery.test(key)) return;
      if (/<[a-z/][^<>]*>/i.test(value)) addMarkup(value, inventory, 1);
      else addPlain(value, inventory);
    } else if (Array.isArray(value)) value.forEach((each) => visit(each, key));
    else if (typeof value === 'object' && value !== null)
      for (const [inner, each] of Object.entries(value)) visit(each, inner);
  };
  try {
    visit(JSON.parse(text), '');
  } catch {
    addPlain(text, inventory);
  }
}

/** Addresses are the same with and without a fragment, a slash at the end, and what counts visitors. */
function addAddress(written: string, inventory: Inventory): void {
  const clean = written.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
  if (!URL.canParse(clean)) return;
  const url = new URL(clean);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid)/.test(name)) url.searchParams.delete(name);
  const key = `${url.host}${decode(url.pathname).replace(/\/$/, '')}${url.search}`.toLowerCase();
  if (!inventory.addresses.has(key)) inventory.addresses.set(key, clean);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
