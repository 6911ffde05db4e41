import { parseJsonFeed } from 'feedsmith';

import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { readJsonItem, lineOf, type FeedEntry, type FeedText } from './feed-items.ts';
import { openXmlFeed, readParsed, type Feed, type RawItem } from './feed-xml.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { checkElements, checkMarkupTags, readMarkup } from '../shared/markup.ts';
import { resolveEntities } from '../../text/html-line.ts';

/**
 * Reads the items of a feed: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1. What
 * comes before malformed XML is used; the rest is one failed item.
 */
export async function* readFeed(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readMarkup(file, options.encoding);
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson) checkMarkupTags(text);
  const feed = isJson ? openJsonFeed(text) : openXmlFeed(text);
  if (feed.items.length === 0) {
    const fix = 'Leave it out, or request the feed again.';
    throw feed.broken ?? new SourceError(`a feed without any ${feed.word}`, 'a feed with items', fix);
  }
  for (const [index, part] of feed.items.entries()) {
    const origin = { file: file.name, item: `${feed.word} ${index + 1}`, line: part.line };
    yield catchFailure(origin, () => {
      const received = { bytes: new TextEncoder().encode(part.text), extension: feed.extension };
      return {
        kind: 'draft',
        draft: { ...makeDraft(feed.readItem(part.text), part, options), origin, received },
      };
    });
  }
  if (!feed.broken) return;
  const { problem } = feed.broken;
  const item = `the rest after ${feed.word} ${feed.items.length}`;
  yield { kind: 'failed', failure: { origin: { file: file.name, item, line: problem.line }, ...problem } };
}

function makeDraft(
  entry: FeedEntry,
  part: RawItem,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const { date, notices } = readFirstDate(entry.dates, options, entry.lines.language, part.text);
  const { text, body, left } = writeFirst(entry.texts);
  if (text.summary) notices.push(`The feed has only a summary of the article (${text.where}).`);
  for (let number = 0; number < entry.enclosures; number++) left.push({ what: 'an enclosure' });
  const other = entry.texts.find(({ value, summary }) => summary && value !== undefined);
  const summary = text.summary || !other ? '' : lineOf(other);
  // A summary that is just the beginning of the text is generated, and adds nothing.
  const isExcerpt = lineOf(text).startsWith(summary.replace(/\[?(?:…|\.\.\.)\]?$/u, '').trimEnd());
  return {
    ...presentLines({ ...entry.lines, date, summary: isExcerpt ? undefined : summary }),
    byline: namesOf(entry.byline),
    terms: namesOf(entry.terms).map((name) => ({ name })),
    body,
    leftOut: left,
    notices,
  };
}

/** Renders the first text that is not empty. */
function writeFirst(texts: readonly FeedText[]): { text: FeedText; body: string; left: LeftOut[] } {
  for (const text of texts) {
    const { value = '', html, base } = text;
    if (html) checkElements(value);
    // Without any markup, only line breaks separate paragraphs.
    const { body, leftOut } =
      html && value.includes('<')
        ? readHtmlText(value, base)
        : { body: renderPlainText(html ? resolveEntities(value) : value), leftOut: [] };
    if (body.trim() !== '') return { text, body, left: leftOut };
  }
  const names = texts.map(({ where }) => where).join(' or ');
  throw new SourceError(`no text in ${names}`, 'an item with a text', 'Remove the item from the file.');
}

function openJsonFeed(text: string): Feed {
  const error = findJsonError(text);
  if (error) throw error;
  const feed = Object(JSON.parse(text)) as Record<string, unknown>;
  const { title, home_page_url, language, author, authors } = feed;
  const version = 'https://jsonfeed.org/version/1.1';
  const head = { version, title, home_page_url, language, author, authors };
  return {
    word: 'item',
    extension: 'json',
    items: listJsonElements(text, 'items'),
    readItem: (part) => {
      const parsed = readParsed(() => parseJsonFeed({ ...head, items: [JSON.parse(part)] }));
      return readJsonItem(parsed?.items?.[0], parsed);
    },
  };
}

function namesOf(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.map((name = '') => toLine(name)).filter((name) => name !== ''))];
}
