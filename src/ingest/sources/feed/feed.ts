import { parseJsonFeed } from 'feedsmith';

import { attempt } from '../../read/attempt.ts';
import {
  SourceError,
  type Draft,
  type Item,
  type ReceivedFile,
  type SourceOptions,
} from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { writePlainText } from '../../text/markdown-text.ts';
import { presentOf, toLine } from '../../text/lines.ts';
import { fromJson, lineOf, type Entry, type EntryText } from './feed-entries.ts';
import { openXmlFeed, readParsed, type Feed, type Part } from './feed-xml.ts';
import { readFirstDate } from '../shared/first-date.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { checkSize, checkTags, readMarkedUpText } from '../shared/marked-up-text.ts';
import { resolveEntities } from '../web-page/json-ld.ts';

/**
 * Reads the items of a feed: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1. What
 * comes before the place where a file in XML is malformed is taken; the rest is one failed item.
 */
export async function* readFeed(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readMarkedUpText(file, options.encoding);
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson) checkTags(text);
  const feed = isJson ? openJsonFeed(text) : openXmlFeed(text);
  if (feed.parts.length === 0) {
    const fix = 'Leave it out, or ask for the feed again.';
    throw feed.broken ?? new SourceError(`a feed without any ${feed.word}`, 'a feed with items', fix);
  }
  for (const [index, part] of feed.parts.entries()) {
    const origin = { file: file.name, item: `${feed.word} ${index + 1}`, line: part.line };
    yield attempt(origin, () => {
      const received = { bytes: new TextEncoder().encode(part.text), extension: feed.extension };
      return {
        kind: 'draft',
        draft: { ...makeDraft(feed.readEntry(part.text), part, options), origin, received },
      };
    });
  }
  if (!feed.broken) return;
  const { problem } = feed.broken;
  const item = `the rest after ${feed.word} ${feed.parts.length}`;
  yield { kind: 'failed', failure: { origin: { file: file.name, item, line: problem.line }, ...problem } };
}

function makeDraft(entry: Entry, part: Part, options: SourceOptions): Omit<Draft, 'origin' | 'received'> {
  const { date, notices } = readFirstDate(entry.dates, options, entry.lines.language, part.text);
  const { text, body, left } = writeFirst(entry.texts);
  if (text.summary) notices.push(`The feed has only a summary of it (${text.where}).`);
  if (entry.enclosures > 0) notices.push(`${entry.enclosures} × an enclosure left out.`);
  const other = entry.texts.find(({ value, summary }) => summary && value !== undefined);
  const summary = text.summary || !other ? '' : lineOf(other);
  // A summary that is the beginning of the text says nothing; programs make such ones.
  const isExcerpt = lineOf(text).startsWith(summary.replace(/\s*\[?(?:…|\.\.\.)\]?$/u, ''));
  return {
    ...presentOf({ ...entry.lines, date, summary: isExcerpt ? undefined : summary }),
    byline: namesOf(entry.byline),
    terms: namesOf(entry.terms).map((name) => ({ name })),
    body,
    notices: [...notices, ...left],
  };
}

/** Writes the first of the texts that has any. */
function writeFirst(texts: readonly EntryText[]): { text: EntryText; body: string; left: string[] } {
  for (const text of texts) {
    const { value = '', html, base } = text;
    if (html) checkSize(value);
    // Where nothing is marked up, line breaks are all that parts its paragraphs.
    const { body, notices } =
      html && value.includes('<')
        ? readHtmlText(value, base)
        : { body: writePlainText(html ? resolveEntities(value) : value), notices: [] };
    if (body.trim() !== '') return { text, body, left: notices };
  }
  const names = texts.map(({ where }) => where).join(' or ');
  throw new SourceError(`no text in ${names}`, 'an item with a text', 'Take the item out of the file.');
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
    parts: listJsonElements(text, 'items'),
    readEntry: (part) => {
      const parsed = readParsed(() => parseJsonFeed({ ...head, items: [JSON.parse(part)] }));
      return fromJson(parsed?.items?.[0], parsed);
    },
  };
}

function namesOf(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.map((name = '') => toLine(name)).filter((name) => name !== ''))];
}
