import { SaxesParser } from 'saxes';

import type { Place } from '../../../records/problem.ts';
import { sizeLimit } from '../../text/decode-source.ts';
import { SourceError } from '../../drafts/draft.ts';
import { allowHtmlEntities, blankDeclaration, refuseEntities } from '../shared/xml-parser.ts';

/** What the export says of the whole site. */
export interface Site {
  title?: string;
  language?: string;
  /** Names as shown, by login name. */
  authors: Map<string, string>;
}

/** An item of the export. Its texts hold no part of the file alive. */
export interface Post {
  /** Which of the export's items it is, from 1. */
  number: number;
  /** The line on which it begins. */
  line: number;
  /** Its own part of the file, letter for letter, without comments of readers; missing when it is broken. */
  xml?: string;
  /** Where and how it is broken. */
  broken?: SourceError;
  /** The texts of its elements, by name. */
  values: Map<string, string>;
  terms: { domain: string; nicename: string; name: string }[];
  hasComments: boolean;
}

/** Raised where the XML cannot be read any further. */
export class MalformedXml extends SourceError {}

const kept = new Set(
  'title link pubDate dc:creator content:encoded excerpt:encoded'
    .split(' ')
    .concat(
      ['post_date', 'post_date_gmt', 'post_password', 'post_type', 'status'].map((name) => `wp:${name}`),
    ),
);
const depthLimit = 100;
const itemEnd = '</item>';
/** More letters than the beginning of an item's tag has. */
const startLength = 8;

/**
 * Cuts an export into its items.
 *
 * @throws {SourceError} from `read` and `end`: when what is not within an item is malformed, or is not to be read at all
 */
export function createExportReader() {
  const site: Site = { authors: new Map() };
  let found: Post[] = [];
  let posts = 0;
  /** The open item, and the offset in the file at which it begins. */
  let open: { post: Post; start: number; place: Place } | undefined;
  /** Where the open item's comments begin and end; the last one that has begun. */
  let [comments, commentStart]: [[start: number, end: number][], number] = [[], 0];
  /** What is kept of the file: the open item, or a few letters; and its offset. */
  let [held, heldStart] = ['', 0];
  /** The place of what is kept, while the end of a broken item is looked for. */
  let lost: Place | undefined;
  let hasChannel = false;
  /** The offset after the last tag outside of the items. */
  let settled = 0;
  let author = { login: '', name: '' };
  let [path, text, attributes]: [string[], string, Readonly<Record<string, string>>] = [[], '', {}];
  let { parser, offset, place } = openParser({ line: 1, column: 1 }, 0);

  function openParser(start: Place, startOffset: number, prefix = '') {
    const fresh = new SaxesParser({ position: false });
    /** Of the letter that was read last. */
    const place = (): Place => {
      const before = fresh.line === 1 ? start.column - prefix.length - 1 : 0;
      return { line: start.line + fresh.line - 1, column: Math.max(1, before + fresh.columnIndex) };
    };
    const offset = () => startOffset - prefix.length + fresh.position;
    const tagStart = () => heldStart + held.lastIndexOf('<', offset() - heldStart - 1);
    allowHtmlEntities(fresh);
    fresh.on('error', ({ message }) => {
      const letter = held.charCodeAt(offset() - heldStart - 1);
      const code = letter.toString(16).toUpperCase().padStart(4, '0');
      const isControl = message.startsWith('disallowed') && letter < 0x20;
      throw malformed(isControl ? `the control character U+${code}` : message.replace(/\.$/, ''), place());
    });
    fresh.on('doctype', (doctype) => refuseEntities(doctype, place()));
    fresh.on('opentagstart', ({ name }) => {
      if (open && name === 'wp:comment' && path.length === 3) commentStart = tagStart();
      if (open || name !== 'item' || path.length !== 2 || path[1] !== 'channel') return;
      const start = tagStart();
      comments = [];
      const { line, column } = place();
      const post = { number: ++posts, line, values: new Map(), terms: [], hasComments: false };
      open = { post, start, place: { line, column: Math.max(1, column + 1 - (offset() - start)) } };
    });
    fresh.on('opentag', (tag) => {
      if (path.push(tag.name) > depthLimit) throw malformed('elements nested too deeply', place());
      hasChannel ||= path.length === 2 && tag.name === 'channel';
      [text, attributes, settled] = ['', tag.attributes as Record<string, string>, offset()];
    });
    fresh.on('text', (part) => void (text += part));
    fresh.on('cdata', (part) => void (text += part));
    fresh.on('closetag', ({ name }) => {
      closeElement(name);
      path.pop();
      [text, settled] = ['', offset()];
    });
    path = [];
    fresh.write(prefix);
    return { parser: fresh, offset, place };
  }

  function closeElement(name: string): void {
    if (open && path.length === 3) {
      open.post.xml = takeOut(comments, open.start, offset());
      comments = [];
      found.push(open.post);
      open = undefined;
    } else if (open && path.length === 4) {
      const { values, terms } = open.post;
      const { domain = '', nicename = '' } = attributes;
      if (kept.has(name)) values.set(name, copyText(text));
      else if (name === 'category') terms.push({ domain, nicename, name: copyText(text) });
      else if (name === 'wp:comment') {
        open.post.hasComments = true;
        comments.push([commentStart, offset()]);
      }
    } else if (path[1] === 'channel') {
      if (path.length === 3 && name === 'title') site.title = copyText(text);
      if (path.length === 3 && name === 'language') site.language = copyText(text);
      if (name === 'wp:author_login') author.login = copyText(text).trim();
      if (name === 'wp:author_display_name') author.name = copyText(text);
      if (name !== 'wp:author') return;
      site.authors.set(author.login, author.name);
      author = { login: '', name: '' };
    }
  }

  /** A stretch of the file without parts of it. */
  function takeOut(parts: readonly (readonly [start: number, end: number])[], start: number, end: number) {
    const edges = [start, ...parts.flat(), end].map((edge) => edge - heldStart);
    let rest = '';
    for (let index = 0; index < edges.length; index += 2) rest += held.slice(edges[index], edges[index + 1]);
    return rest;
  }

  function drop(length: number): void {
    heldStart += length;
    held = held.slice(length);
  }

  function read(piece: string): void {
    if (!lost) drop(open ? open.start - heldStart : Math.max(0, held.length - startLength));
    if (heldStart + held.length === 0) piece = blankDeclaration(piece);
    held += piece;
    parse(piece);
  }

  function parse(rest: string): void {
    while (!lost || findEnd()) {
      try {
        parser.write(lost ? held : rest);
        lost = undefined;
        const unsettled = heldStart + held.length - (open?.start ?? settled);
        if (unsettled > sizeLimit) throw pieceError(unsettled, place());
        return;
      } catch (error) {
        giveUpItem(error);
      }
    }
  }

  function end(): void {
    while (!lost) {
      try {
        parser.close();
        if (!hasChannel) throw notExport();
        return;
      } catch (error) {
        giveUpItem(error);
        parse('');
      }
    }
  }

  /** @throws {unknown} what it is given, when that does not concern an item alone */
  function giveUpItem(error: unknown): void {
    if (!(error instanceof MalformedXml) || !open) throw error;
    const { post, start, place: startPlace } = open;
    const bare = findBareAmpersand(held.slice(start - heldStart, offset() - heldStart));
    // Where an item ends too early, its end tag is what is wrong.
    const from = Math.max(start, bare === undefined ? offset() - itemEnd.length : start + bare);
    lost = movePlace(startPlace, held.slice(start - heldStart, from - heldStart));
    found.push({
      ...post,
      broken: bare === undefined ? error : malformed('an & that begins no entity', lost),
    });
    drop(from - heldStart);
  }

  /** Makes ready to read on after the end of the item that was given up, once it has come. */
  function findEnd(): boolean {
    const end = held.indexOf(itemEnd);
    const passed = end === -1 ? Math.max(0, held.length - startLength) : end + itemEnd.length;
    lost = movePlace(lost ?? { line: 1, column: 1 }, held.slice(0, passed));
    drop(passed);
    if (end === -1) return false;
    open = undefined;
    ({ parser, offset, place } = openParser(lost, heldStart, '<rss><channel>'));
    return true;
  }

  return {
    site,
    read,
    end,
    /** How many items have begun. */
    get posts() {
      return posts;
    },
    takePosts() {
      const taken = found;
      found = [];
      return taken;
    },
  };
}

/** Makes a copy that does not keep the text alive of which V8 lets a part be a view. */
function copyText(text: string): string {
  return Buffer.from(text).toString();
}

function movePlace({ line, column }: Place, passed: string): Place {
  let last = -1;
  for (let at = passed.indexOf('\n'); at !== -1; at = passed.indexOf('\n', at + 1)) {
    line++;
    last = at;
  }
  return { line, column: last === -1 ? column + passed.length : passed.length - last };
}

/** The parser takes everything up to the next semicolon for the name of an entity, whole items with it. */
function findBareAmpersand(xml: string): number | undefined {
  const marked = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|&(?!#?[\w.:-]{1,60};)/g;
  for (const { 0: found, index } of xml.matchAll(marked)) if (found === '&') return index;
  return undefined;
}

function malformed(what: string, place: Place): MalformedXml {
  const fix = 'Correct the file there, or ask for it again: it may be cut short.';
  return new MalformedXml(`malformed XML (${what})`, 'well-formed XML', fix, place);
}

function pieceError(length: number, place: Place): MalformedXml {
  const [found, limit] = [length, sizeLimit].map((number) => number.toLocaleString('en'));
  return new MalformedXml(
    `a piece of ${found} letters`,
    `at most ${limit} in one piece`,
    'Take it out.',
    place,
  );
}

function notExport(): SourceError {
  return new SourceError('no <channel>', 'a WordPress export', 'Give the file’s format with --format.');
}
