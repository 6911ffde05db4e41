import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

import { normalizeName } from '../../records/normalize-name.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Item } from '../sources/source.ts';
import { declaredEncoding, markedEncoding } from '../text/declared-encoding.ts';
import { readPdfText } from './read-pdf-text.ts';
import { readOfficeText } from './office-text.ts';
import { isRecognizedText, listPartedWords, printLines } from './printed-lines.ts';
import { takeInventory, type TextKind, type WordInText } from './inventory.ts';

/** What a source says and its entry does not. */
export interface Missing {
  file: string;
  item?: string | undefined;
  /** The article's id; undefined when the archive has none of this source. */
  id?: string;
  /** Words, each with what stands around it in the source. */
  words: WordInText[];
  addresses: string[];
  /** Why it cannot be compared, or is no article. */
  reason?: string;
}

/** An entry of Movable Type, in which texts are HTML. */
const isMovableType = /^-{5}[ \t]*\n(?:EXTENDED )?BODY:/m;

const kinds: Readonly<Record<string, TextKind>> = { 'html.txt': 'markup', 'xml.txt': 'markup', json: 'json' };

/**
 * Compares sources with the entries that came of them: each word and each web address of a source is in its entry, or in the
 * list of what was left out.
 *
 * @param content the archive
 * @returns a function that compares one item: undefined when nothing is missing
 */
export function createAuditor(content: ArchiveContent): (item: Item) => Promise<Missing | undefined> {
  const bySource = new Map(content.articles.flatMap((entry) => pairOf(entry)));
  return async (item) => {
    if (item.kind === 'record') return undefined;
    if (item.kind === 'failed') {
      const { origin, found } = item.failure;
      return { ...nameOf(origin), words: [], addresses: [], reason: `cannot be read: ${found}` };
    }
    if (item.kind === 'skipped') return undefined;
    const { draft } = item;
    const entry = bySource.get(createHash('sha256').update(draft.received.bytes).digest('hex'));
    if (!entry)
      return {
        ...nameOf(draft.origin),
        words: [],
        addresses: [],
        reason: 'no entry of the archive has this source',
      };
    const missing = await compare(draft, entry);
    const isWhole = missing.words.length === 0 && missing.addresses.length === 0;
    return isWhole ? undefined : { ...nameOf(draft.origin), id: entry.id, ...missing };
  };
}

function pairOf(entry: Entry<ArticleData>): [string, Entry<ArticleData>][] {
  const { sha256 } = entry.data.source ?? {};
  return sha256 === undefined ? [] : [[sha256, entry]];
}

function nameOf({ file, item }: Draft['origin']): Pick<Missing, 'file' | 'item'> {
  return { file, item };
}

const officeExtensions: ReadonlySet<string> = new Set(['docx', 'odt']);

/** Reads the text of what was received, by means that share nothing with the readers of its format. */
async function readText({ bytes, extension, encoding }: Draft['received']): Promise<string> {
  if (extension === 'pdf') return readPdfText(bytes);
  if (officeExtensions.has(extension)) return readOfficeText(bytes);
  return decode(bytes, extension, encoding);
}

async function compare(
  draft: Draft,
  { data, body }: Entry<ArticleData>,
): Promise<Pick<Missing, 'words' | 'addresses'>> {
  const text = await readText(draft.received);
  const { extension } = draft.received;
  const isOffice = officeExtensions.has(extension);
  // Cells of tables and Markdown may hold HTML.
  const kind =
    kinds[extension] ??
    ((/^(?:[ct]sv|md\.txt)$/.test(extension) || isMovableType.test(text)) && /<\/?[a-z][^<>]*>/i.test(text)
      ? 'markup'
      : 'plain');
  const isRecognized = kind === 'markup' && isRecognizedText(text);
  const printed = isRecognized ? printLines(text) : text;
  const source = takeInventory(printed, isRecognized ? 'plain' : kind);
  const files = [...(data.pictures ?? []), ...(data.facsimiles ?? []), ...(data.attachments ?? [])];
  const held = new Set(files.map((each) => each.sha256));
  // An entry's Markdown escapes signs, and has its addresses in parentheses or by themselves.
  const said = [
    JSON.stringify(data),
    body.replace(/\\([!-/:-@[-`{-~])/g, '$1'),
    // Of a word that is in part bold, the document has all in one piece.
    ...(isOffice ? [body.replace(/(?<=[\p{L}\p{N}])(?:\*{1,3}|~~)(?=[\p{L}\p{N}])/gu, '')] : []),
    draft.terms.map(({ name }) => name).join('\n'),
    draft.date ?? '',
    ...draft.leftOut.flatMap(({ what, text = '', address = '', addresses = [] }) => [
      what,
      text,
      address,
      ...addresses,
    ]),
    ...draft.notices,
    // The address of a picture is said by its file, if that is the very file.
    ...(draft.files ?? []).flatMap(({ sha256, addresses }) => (held.has(sha256) ? addresses : [])),
  ].join('\n');
  const entry = takeInventory(said, 'plain');
  // A film's number in a shortcode is in the address of its link.
  const inAddresses = takeInventory([...entry.addresses.values()].join('\n').replaceAll('://', ' '), 'plain');
  const keyOf = (word: string) => normalizeName(word).toLowerCase();
  // Of a word that a line end parts, the entry has the whole.
  const parts = new Set(
    (isRecognized || kind === 'plain' ? listPartedWords(printed) : []).flatMap(([first, second]) =>
      entry.words.has(keyOf(first + second)) ? [keyOf(first), keyOf(second)] : [],
    ),
  );
  return {
    words: listMissing(source.words, entry.words)
      .filter(([key]) => !inAddresses.words.has(key) && !parts.has(key))
      .filter(([key]) => !isMechanical(key))
      .map(([, word]) => word),
    addresses: listMissing(source.addresses, entry.addresses).map(([, address]) => address),
  };
}

function listMissing<Value>(
  wanted: ReadonlyMap<string, Value>,
  present: ReadonlyMap<string, Value>,
): [string, Value][] {
  return [...wanted].filter(([key]) => !present.has(key));
}

/** Parts of dates, times, sizes and checksums. */
function isMechanical(word: string): boolean {
  return /^(?:\d{1,6}|\d{14}|[\da-f]{16,}|[tz]|\d{2}t\d{2}|\d{2}z|\d+px)$/.test(word);
}

/** The names of keys, columns and parameters are the source's form, and nothing that it says. */
function decode(bytes: Uint8Array, extension: string, encoding: string | undefined): string {
  const text = toUnicode(bytes, encoding).replaceAll('\r\n', '\n');
  if (/^[ct]sv$/.test(extension)) return withoutHeader(text);
  const lines = (extension === 'md.txt' ? withoutTagNames(text) : text).split('\n');
  if (extension === 'md.txt' && lines[0] === '---')
    removeKeys(lines, 1, lines.indexOf('---', 1), /^[\s\w-]{1,80}$/);
  if (extension === 'txt') removeKeys(lines, 0, lines.length, /^[\p{L} -]{2,20}$/u);
  return lines.join('\n');
}

/** Removes the first record of a table; a cell between quotation marks may have several lines. */
function withoutHeader(table: string): string {
  let isQuoted = false;
  for (let at = 0; at < table.length; at++) {
    const sign = table.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) return table.slice(at);
  }
  return table;
}

/** The tags of site generators (Hugo, Jekyll) on one line. */
const siteTag = /\{\{[^{}\n]{1,2000}\}\}|\{%[^{}\n]{1,2000}%\}/g;
/**
 * What in a tag is no word of the text: its name, parameters that say how something is shown, the names of others, filters.
 * What stands between quotation marks is matched first, so that it stays.
 */
const tagForm = new RegExp(
  [
    /("[^"\n]*"|'[^'\n]*')/,
    /^\{[{%][<%]?\s{0,9}[-/]?\s{0,9}(?:include\s{1,9})?[\w./-]+(?=[\s}%>])/,
    /(?<![\w-])(?:align|class|height|id|loading|rel|sizes?|style|target|width)=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'>}]+)/,
    /(?<![\w-])[\w-]{1,40}=|\|\s{0,9}\w{1,40}|\bsite\.\w{1,40}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** Removes the names of tags and of their parameters; the values stay. */
function withoutTagNames(markdown: string): string {
  return markdown.replace(siteTag, (tag) => tag.replace(tagForm, (_, quoted?: string) => quoted ?? ' '));
}

/** Removes the keys of lines like `Title: Fog`, from a line to the first that has none. */
function removeKeys(lines: string[], from: number, to: number, key: RegExp): void {
  for (let number = from; number < to; number++) {
    const line = lines[number] ?? '';
    const end = line.indexOf(':');
    if (key.test(line.slice(0, Math.max(0, end)))) lines[number] = line.slice(end + 1);
    else if (from === 0) return;
  }
}

/** In the encoding that the file declares, else in that which it came with, or in the usual ones. */
function toUnicode(bytes: Uint8Array, encoding = 'windows-1252'): string {
  if (isUtf8(bytes) && !isAscii(bytes)) return new TextDecoder(markedEncoding(bytes)).decode(bytes);
  return new TextDecoder(markedEncoding(bytes) ?? declaredEncoding(bytes) ?? encoding).decode(bytes);
}
