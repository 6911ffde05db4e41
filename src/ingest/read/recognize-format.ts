import { SourceError } from '../sources/source-error.ts';
import { looksLikeTable, refuseRaggedTable } from './table-shape.ts';
import { MediaError } from './unsupported-formats.ts';

/** The kinds of sources. */
export const formats = [
  'text',
  'markdown',
  'html',
  'feed',
  'wordpress',
  'ninjs',
  'table',
  'ocr',
  'pdf',
  'warc',
  'docx',
  'odt',
  'mets',
  'xlsx',
  'ods',
  'ghost',
  'movabletype',
  'activitypub',
  'medium',
  'substack',
  'dateline',
  'skos',
] as const;

/** A kind of source. */
export type Format = (typeof formats)[number];

/** An object with a first key, or none, or an array of such. */
const json = /^(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|^\[\s*\]\s*$/;

/** An array of arrays: a table, but without the names of its columns. */
const otherJson = /^\[\s*\[\s*(?:"|\d|\[|null\b|true\b|false\b)/;

/** The first line of what an archive of this kind publishes: of articles, of those that it has withdrawn, or of issues. */
const archiveData =
  /^\{(?:"id":"[^"\\]+","url":"[^"\\]+",(?:"title":"(?:[^"\\]|\\.)*","titleSupplied":|"withdrawn":\{)|"publication":"[^"\\]+","date":"[\d-]+",(?:"issue"|"url"):)/;

/** Turtle (RDF 1.1, section 2.4) in which SKOS is a prefix. */
const skos = /^(?:@?prefix\s[^\n]*\n\s*)*@?prefix\s+\w*:\s*<http:\/\/www\.w3\.org\/2004\/02\/skos\/core#>/i;

/** The line before the text of an entry of Movable Type. */
const entryBody = /\n-----[ \t]*\r?\n(?:EXTENDED )?BODY:/;

/** The columns with which Substack lists the posts of an export. */
export const substack = /^post_id,post_date,is_published,/;

const documentType = /^<!doctype\b(?:[^>[]|\[[^\]]*\])*>/i;
const htmlElement =
  /^<(?:html|head|body|title|meta|link|base|script|style|noscript|article|main|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|table|blockquote|pre|figure|iframe|details|address|span|a|b|i|u|em|strong|small|big|sup|sub|time|cite|img|br|hr|center|font)\b/i;

/** A line of its own, and below it a key: without that it may as well be a rule in a plain text. */
const frontmatter =
  /^(?:\+\+\+[ \t]*\r?\n|---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?:["']?\w[\w.-]*(?: +[\w.-]+)*["']?[ \t]*:(?:[ \t\r\n]|$)|---))/;

/**
 * Recognizes the format of a source by its beginning, whatever its name is. What is no other format is plain text, in which
 * nothing is markup; but a table or markup of another kind is never taken for that.
 *
 * @param start the first 64 KB or so, decoded; they may end anywhere
 * @throws {SourceError} when it is a picture (SVG), or looks like a table, XML or JSON that is not read
 */
export function recognizeFormat(start: string): Format {
  const text = start.trimStart();
  if (archiveData.test(text)) return 'dateline';
  if (skos.test(text)) return 'skos';
  if (isBelowJson(text)) return 'markdown';
  if (json.test(text)) return recognizeJson(text);
  if (text.startsWith('<')) return recognizeMarkUp(text);
  if (otherJson.test(text)) throw unreadable('JSON of another kind', 'an object, or an array of objects');
  if (substack.test(text)) return 'substack';
  if (isMovableType(text)) return 'movabletype';
  if (frontmatter.test(text)) return 'markdown';
  if (looksLikeTable(text)) return 'table';
  if (isMarkdown(text)) return 'markdown';
  refuseRaggedTable(text);
  return 'text';
}

/** Whether a text begins with the keys of an entry of Movable Type, and nothing else before its text. */
function isMovableType(text: string): boolean {
  const at = text.search(entryBody);
  const lines = at === -1 ? [] : text.slice(0, at).split('\n');
  return lines.length > 0 && lines.every((line) => /^[A-Z][A-Z ]{1,30}:/.test(line));
}

/** Whether a text stands below an object on lines of its own: frontmatter in JSON. */
function isBelowJson(text: string): boolean {
  if (!/^\{[ \t]*\r?\n/.test(text)) return false;
  const [end = ''] = /\n\}[ \t]*\r?\n/.exec(text) ?? [];
  return end !== '' && /^[^{}[\],]/.test(text.slice(text.indexOf(end) + end.length).trimStart());
}

function recognizeJson(text: string): Format {
  // What Ghost says of an export, wherever the tables are; the collection of an account (ActivityPub, section 5.1).
  if (/^\{\s*"(?:db|meta|data)"\s*:/.test(text) && /"exported_on"\s*:/.test(text)) return 'ghost';
  if (/"type"\s*:\s*"OrderedCollection(?:Page)?"/.test(text) && /"orderedItems"\s*:/.test(text))
    return 'activitypub';
  if (/"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version\//.test(text)) return 'feed';
  // The key of the standard that every item has, and those of a text (IPTC ninjs 2.1 and 3.0).
  const isNinjs =
    /"name"\s*:\s*"ninjs"/.test(text) ||
    (/"uri"\s*:/.test(text) && /"(?:headlines?|bod(?:ies|y_(?:text|xhtml)))"\s*:/.test(text)) ||
    // As Superdesk and others write it: a guid for the URI, and a status or version that no table has.
    (/"guid"\s*:/.test(text) &&
      /"(?:pubstatus|versioncreated|firstcreated)"\s*:/i.test(text) &&
      /"(?:headlines?|bod(?:ies|y_(?:text|x?html)))"\s*:/.test(text));
  return isNinjs ? 'ninjs' : 'table';
}

function recognizeMarkUp(text: string): Format {
  const rest = skipProlog(text);
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1]?.toLowerCase();
  if (root === 'rss') return isWordpressExport(rest) ? 'wordpress' : 'feed';
  if (root === 'feed' || root === 'rdf') return 'feed';
  if (root === 'mets') return 'mets';
  if (root === 'alto' || root === 'pcgts') return 'ocr';
  if (text.includes('<article class="h-entry">') && mediumPart.test(text)) return 'medium';
  if (/^<!doctype html/i.test(text) || htmlElement.test(rest)) return hocr.test(text) ? 'ocr' : 'html';
  if (root === 'svg') throw new MediaError('a picture (SVG)', 'a text', 'Leave it out.');
  if (root === undefined && (rest === '' || /^<\?xml\b/.test(text)))
    throw unreadable('XML without an element', readableXml);
  if (root === undefined || !isMarkUp(text, rest)) return 'text';
  throw unreadable(`XML of an unsupported kind: <${root}>`, readableXml);
}

const readableXml = 'a feed, a WordPress export, ALTO, PAGE-XML, METS or a web page';

function unreadable(found: string, expected: string): SourceError {
  const fix = 'Convert it to plain text or a table, or say with --format what it is.';
  return new SourceError(found, expected, fix);
}

/** The parts of a post of an export of Medium. */
const mediumPart = /<section data-field="(?:subtitle|description|body)"/;

/** The classes of hOCR 1.2: pages, and what is on them. */
const hocr = /\bclass=["']?(?:ocr_page|ocrx_word)\b|\bname=["']?ocr-(?:system|capabilities)\b/;

/**
 * Whether a text that begins with something like a tag is markup: it is declared, or the tag has attributes, is closed, or
 * is followed by another. `<Applause> and then the fog.` is none.
 *
 * @param rest the same without what may stand before the first element
 */
function isMarkUp(text: string, rest: string): boolean {
  const [, name = '', attributes = '', after = ''] =
    /^<([a-z][\w:.-]*)((?:[\s/][^<>]*)?)>(\s*<[a-z!?/]|)/i.exec(rest) ?? [];
  if (/^<(?:\?xml|!doctype)\b/i.test(text)) return true;
  if (name === '') return false;
  return name.includes(':') || /=\s*["']|\/$/.test(attributes) || after !== '' || rest.includes(`</${name}>`);
}

/**
 * Whether a feed is an export of WordPress, whatever the version, protocol and prefix of its namespace: it has drafts and
 * the addresses of readers, which must not be taken for a feed's.
 */
function isWordpressExport(text: string): boolean {
  // What is said in a text is no element.
  const markUp = text
    .split('<![CDATA[')
    .map((part, index) => {
      const end = index === 0 ? 0 : part.indexOf(']]>');
      return end === -1 ? '' : part.slice(end);
    })
    .join('');
  return (
    /\sxmlns(?::[\w.-]+)?\s*=\s*["']https?:\/\/(?:www\.)?wordpress\.org\/export\//i.test(markUp) ||
    /<(?:[\w.-]+:)?(?:wxr_version|post_type|comment_author_IP)(?=[\s>])/i.test(markUp)
  );
}

/** Skips what may stand before the first element of a document: a declaration, comments, a document type. */
function skipProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const [begin, end] = rest.startsWith('<?') ? ['<?', '?>'] : ['<!--', '-->'];
    const at = rest.startsWith(begin) ? rest.indexOf(end, begin.length) : -1;
    const length = at === -1 ? (documentType.exec(rest)?.[0].length ?? 0) : at + end.length;
    if (length === 0) return rest;
    rest = rest.slice(length).trimStart();
  }
}

/** Whether a text has markup that is hardly ever written except in Markdown. */
function isMarkdown(text: string): boolean {
  return (
    /^#{1,6}[ \t]+\S/.test(text) || /\[[^[\]\n]{1,300}\]\(https?:\/\/[^\s)[]+\)/.test(text) || hasFence(text)
  );
}

/**
 * Whether there is a closed fenced code block (CommonMark, section 4.5). A fence of tildes counts only with an info string,
 * since rows of tildes are ornaments too.
 */
function hasFence(text: string): boolean {
  let open = '';
  for (const line of text.split(/\r\n?|\n/)) {
    const [signs = ''] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
    const info = line.slice(signs.length).trim();
    if (signs === '' || (signs.startsWith('`') && info.includes('`'))) continue;
    if (open !== '' && info === '' && signs.startsWith(open)) return true;
    if (open === '' && (signs.startsWith('`') || info !== '')) open = signs;
  }
  return false;
}
