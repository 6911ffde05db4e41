import { parse } from 'csv-parse/sync';

import { SourceError } from '../sources/source-error.ts';
import { unsupportedFormat } from './unsupported-formats.ts';
import { chooseColumns } from '../sources/table/choose-columns.ts';
import { delimiterLine } from '../sources/table/csv-records.ts';

/** The kinds of sources. */
export const formats = [
  'text',
  'markdown',
  'html',
  'feed',
  'wordpress',
  'ninjs',
  'table',
  'dateline',
  'skos',
] as const;

/** A kind of source. */
export type Format = (typeof formats)[number];

/** An object with a first key, or none, or an array of such. */
const json = /^(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|^\[\s*\]\s*$/;

/** The first line of what an archive of this kind publishes: of articles, or of those that it has withdrawn. */
const archiveData =
  /^\{"id":"[^"\\]+","url":"[^"\\]+",(?:"title":"(?:[^"\\]|\\.)*","titleSupplied":|"withdrawn":\{)/;

/** Turtle (RDF 1.1, section 2.4) in which SKOS is a prefix. */
const skos = /^(?:@?prefix\s[^\n]*\n\s*)*@?prefix\s+\w*:\s*<http:\/\/www\.w3\.org\/2004\/02\/skos\/core#>/i;

const documentType = /^<!doctype\b(?:[^>[]|\[[^\]]*\])*>/i;
const htmlElement =
  /^<(?:html|head|body|title|meta|link|base|script|style|article|main|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|table|blockquote|pre|figure|span|a|b|i|em|strong|img|br|hr|center|font)\b/i;

/** A line of its own, and below it a key: without that it may as well be a rule in a plain text. */
const frontmatter =
  /^(?:\+\+\+[ \t]*\r?\n|---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?:["']?\w[\w.-]*(?: +[\w.-]+)*["']?[ \t]*:(?:[ \t\r\n]|$)|---))/;

/**
 * Recognizes the format of a source by its beginning, whatever its name is. If that is ambiguous it is plain text, in which
 * nothing is markup.
 *
 * @param start the first 64 KB or so, decoded; they may end anywhere
 * @throws {SourceError} when it is a picture (SVG), or XML of another kind
 */
export function recognizeFormat(start: string): Format {
  const text = start.trimStart();
  if (archiveData.test(text)) return 'dateline';
  if (skos.test(text)) return 'skos';
  if (json.test(text)) return recognizeJson(text);
  if (text.startsWith('<')) return recognizeMarkUp(text);
  if (frontmatter.test(text) || isMarkdown(text)) return 'markdown';
  return isTable(text) ? 'table' : 'text';
}

function recognizeJson(text: string): Format {
  if (/"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version\//.test(text)) return 'feed';
  // The key of the standard that every item has, and those of a text (IPTC ninjs 2.1 and 3.0).
  const isNinjs =
    /"name"\s*:\s*"ninjs"/.test(text) ||
    (/"uri"\s*:/.test(text) && /"(?:headlines?|bod(?:ies|y_(?:text|xhtml)))"\s*:/.test(text));
  return isNinjs ? 'ninjs' : 'table';
}

function recognizeMarkUp(text: string): Format {
  const rest = skipProlog(text);
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1]?.toLowerCase();
  if (root === 'rss') return isWordpressExport(rest) ? 'wordpress' : 'feed';
  if (root === 'feed' || root === 'rdf') return 'feed';
  if (/^<!doctype html/i.test(text) || htmlElement.test(rest)) return 'html';
  if (root === 'svg') throw unsupportedFormat('a picture (SVG)', 'Leave it out.');
  if (!/^<\?xml\b/.test(text)) return 'text';
  throw new SourceError(
    root === undefined ? 'XML without an element' : `XML of an unsupported kind: <${root}>`,
    'a feed, a WordPress export or a web page',
    'Convert it to plain text or a table, or say with --format what it is.',
  );
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

/** How many fields the first line has to name for the text to be a table whatever follows. */
const manyKeys = 3;

/** Whether the first line names columns, a text among them, and what follows has as many cells. */
function isTable(start: string): boolean {
  const text = start.replace(delimiterLine, '');
  const [first = ''] = text.split(/[\r\n]/, 1);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  return ['\t', ';', ','].some((delimiter) => {
    if (!first.includes(delimiter)) return false;
    const [header = []] = readRows(first, delimiter);
    const keys = countKeys(header);
    if (keys >= manyKeys) return true;
    const [, ...rows] = keys > 1 ? readRows(whole, delimiter) : [];
    // A first row that does not end within the sample has a quoted cell.
    if (rows.length === 0) return keys === header.length && keys > 1 && text.length > first.length;
    return rows.every((row) => row.length === header.length);
  });
}

/** How many columns are recognized; 0 when none holds the text. */
function countKeys(header: readonly string[]): number {
  try {
    return chooseColumns(header, new Map()).columns.size;
  } catch (error) {
    if (error instanceof SourceError) return 0;
    throw error;
  }
}

/** The first rows, as far as they are valid. */
function readRows(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    to: 4,
    relax_column_count: true,
    relax_quotes: delimiter === '\t',
    skip_records_with_error: true,
    skip_empty_lines: true,
    trim: true,
  });
}
