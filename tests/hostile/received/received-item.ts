import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** What one item of a received file says, in whichever format: payloads of one line each, and two texts. */
export interface ReceivedItem {
  /** Which one it is, from 0. */
  index: number;
  title: string;
  subtitle: string;
  byline: string;
  dateline: string;
  summary: string;
  publisher: string;
  rights: string;
  keyword: string;
  url: string;
  /** What the first paragraph of its text says: in every format, nothing of it is mark-up. */
  text: string;
  /** What is in the text as the format's own mark-up. */
  raw: string;
}

/** The keys of an article in which an item is compared. */
export type ComparedKey = Exclude<keyof ReceivedItem, 'index' | 'raw'>;

/** All of them. */
export const allKeys: readonly ComparedKey[] = [
  'title',
  'subtitle',
  'byline',
  'dateline',
  'summary',
  'publisher',
  'rights',
  'keyword',
  'url',
  'text',
];

/** What an item has to become, by key; a key that the format cannot carry, or reads otherwise, is missing. */
export type Expected = Partial<Record<ComparedKey, readonly string[]>>;

/** A format of which files of payloads are made. */
export interface ReceivedFormat {
  name: string;
  /** Options of `npm run ingest` that its files need. */
  options: readonly string[];
  /**
   * Makes files of some items.
   *
   * @returns their contents by their names, in the order of the items
   */
  write(items: readonly ReceivedItem[]): [name: string, content: string | Uint8Array][];
  /** What an item of it has to become; every key as it is when left out. */
  expect?(item: ReceivedItem): Partial<Record<ComparedKey, readonly string[] | undefined>>;
  /** The keys that it carries. */
  keys: readonly ComparedKey[];
}

/** A text on one line as the archive stores it: composed (NFC), white space collapsed. */
export function asKept(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The items of a list, separated as its format does it. */
export function listOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map(asKept)
    .filter((part) => part !== '');
}

/** What an item of a format has to become. */
export function expectedOf(format: ReceivedFormat, item: ReceivedItem): Expected {
  const own = format.expect?.(item) ?? {};
  const entries = format.keys.map((key) => [key, key in own ? own[key] : [asKept(item[key])]] as const);
  return Object.fromEntries(entries.filter(([, values]) => values !== undefined));
}

/**
 * Items in which each payload has each of the keys once.
 *
 * @param lines payloads of one line
 * @param texts payloads as texts
 */
export function makeItems(lines: readonly string[], texts: readonly string[]): ReceivedItem[] {
  return lines.map((line, index) => {
    const at = (offset: number) => lines[(index + offset) % lines.length] ?? line;
    return {
      index,
      title: line,
      subtitle: at(1),
      byline: at(2),
      dateline: at(3),
      summary: at(4),
      publisher: at(5),
      rights: at(6),
      keyword: at(7),
      url: `https://example.org/?${index}#"'><script>&${encodeURIComponent(at(8))}`,
      text: `In the text ${index}: ${at(9)}`,
      raw: texts[index % texts.length] ?? line,
    };
  });
}

/** A text as XML and HTML have it (XML 1.0, section 2.4). */
export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return text.replace(/[&<>"]/g, (sign) => `&${names[sign]};`);
}

/** The same without the characters that XML does not allow (section 2.2). */
export function asXml(text: string): string {
  return escapeXml(text).replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}

/** A text as a section of CDATA (XML 1.0, section 2.7), which cannot have its own end in it. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Markdown that says a text and nothing else. */
export function escapeMarkdown(value: string): string {
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] };
  return remark()
    .use(remarkGfm)
    .stringify({ type: 'root', children: [paragraph] });
}

/** What an item's text is in HTML: the first paragraph, then whatever the payload makes of it. */
export function htmlOf({ text, raw }: ReceivedItem): string {
  return `<p>${escapeXml(text)}</p>\n${raw}`;
}
