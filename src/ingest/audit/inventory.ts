import { isUtf8 } from 'node:buffer';

import { Parser } from 'htmlparser2';

import { normalizeName } from '../../records/normalize-name.ts';

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
  /^(?:atom:id|guid|id|wp:(?!post_title|meta_value|attachment_url|term_name|cat_name|tag_name|category_description|tag_description|term_description).*|content:format|generator|docs|ttl|cloud|skipHours|skipDays|lastBuildDate|pubDate|published|updated|issued|modified|created|dc:date|dcterms:.*|sy:.*|slash:.*|wfw:.*|georss:.*|x-trash|width|height|style|class|rel|type|lang|xml:lang|version|encoding|uri|mime_?type|contenttype|pubstatus|versioncreated|firstcreated|contentcreated|firstpublished|embargoed(?:until)?|date_published|date_modified|profile|urgency|priority|uuid|mobiledoc|lexical|context|conversation|to|cc|replies|likes|shares|atomUri|inReplyToAtomUri|blurhash|signature|mediaType|(?:created|updated|published)_at)$/i;

/** Links of a page for browsers and search engines. */
const pageLinks =
  /^(?:stylesheet|(?:shortcut |apple-touch-|mask-)?icon(?:-precomposed)?|preload|prefetch|dns-prefetch|preconnect|modulepreload|manifest|pingback|search|alternate|prev|previous|next|start|index|home|help|shortlink|edituri|wlwmanifest|profile|https:\/\/api\.w\.org\/)$/i;
/** The meta tags in which a page speaks of its article. */
const spokenMeta =
  /^(?:(?:og|twitter):(?:title|description|image(?::(?:url|alt))?|creator|url)|(?:article|dc|dcterms|citation|parsely|sailthru)[.:_-].*|description|author|authors|byl|keywords|news_keywords|title|headline|caption|name|copyrightholder|datepublished)$/i;

/** Shortcodes of WordPress: what they say is in their attributes. */
const shortcode = /\[\/?[a-z][\w-]*(\s[^[\]<>]*)\]/gi;
const address = /https?:\/\/(?:[^\s"'<>\\)\]]|(?<=\w)'(?=\w))+/gi;
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
  const bare = text.replace(shortcode, (whole, given: string) =>
    /=\s*["']/.test(given) ? `<shortcode${given}>` : whole,
  );
  let [words, skipping, encoded] = ['', '', false];
  const flush = () => {
    const said = encoded ? decodeBase64(words) : words;
    if (said.trim() !== '') {
      if (depth < 2 && /<[a-z!/]|&#?\w{2,40};/i.test(said)) addMarkup(said, inventory, depth + 1);
      else addPlain(said, inventory);
    }
    words = '';
  };
  const xmlMode = /^\s*<(?:\?xml|rss\b|feed\b|rdf:rdf\b|item\b|entry\b|[a-z]+:entry\b)/i.test(bare);
  const parser = new Parser(
    {
      onopentag(name, given) {
        flush();
        encoded =
          given.mode === 'base64' || (name === 'content' && !/^(?:text|x?html)/.test(given.type ?? 'text'));
        if (skipping !== '') return;
        // A prefix that stands for the format's own names says nothing.
        if (
          machinery.test(name) ||
          /^\w+:(?:id|updated|published)$/.test(name) ||
          /^(?:script|style|template)$/i.test(name)
        )
          skipping = name;
        else if (!isMachinery(name, given)) addAttributes(given, inventory);
      },
      onclosetag(name) {
        if (skipping === '') flush();
        else if (name === skipping) skipping = '';
        encoded = false;
      },
      ontext(part) {
        if (skipping === '') words += part;
      },
      // Blocks of WordPress hold addresses in comments.
      oncomment(part) {
        if (skipping === '' && /^\s*\/?wp:/.test(part))
          for (const [found] of part.matchAll(address)) addAddress(found, inventory);
      },
    },
    { xmlMode, recognizeCDATA: true, recognizeSelfClosing: true, decodeEntities: true, lowerCaseTags: false },
  );
  parser.end(bare);
  flush();
}

/** Whether an element only says how a page is shown or found. */
function isMachinery(name: string, given: Readonly<Record<string, string>>): boolean {
  if (name === 'link') return pageLinks.test(given.rel ?? '');
  return name === 'meta' && !spokenMeta.test(given.name ?? given.property ?? given.itemprop ?? '');
}

/** A text in base64, as Atom has it, or what is written when it is none. */
function decodeBase64(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  return /^[\w+/=\s-]*$/.test(text) && isUtf8(bytes) ? bytes.toString() : text;
}

function addAttributes(given: Readonly<Record<string, string>>, inventory: Inventory): void {
  for (const [name, value] of Object.entries(given)) {
    if (leading.test(name) && /^https?:/i.test(value.trim())) addAddress(value.trim(), inventory);
    // The term of a category is the form of its label for programs.
    else if (spoken.test(name) && !(name === 'term' && given.label !== undefined)) addPlain(value, inventory);
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
