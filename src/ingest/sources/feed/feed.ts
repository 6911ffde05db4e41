import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import { readSourceText } from '../../text/decode-source.ts';
import type { HtmlReading } from '../../text/html/context.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { addMedia } from '../../text/linked-media.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { checkElements, checkMarkupTags } from '../shared/markup.ts';
import { lineOf, type FeedEntry, type FeedText } from './feed-entry.ts';
import { cutAddedLine, partParagraphs, unescapeTwice } from './feed-html.ts';
import { openJsonFeed, openXmlFeed } from './open-feed.ts';

/**
 * Reads the items of a feed: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1. An item
 * whose XML is malformed fails by itself. What is no article, as in the export of a Blogger blog, is skipped.
 */
export async function* readFeed(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson) checkMarkupTags(text);
  const feed = isJson ? openJsonFeed(text) : openXmlFeed(text);
  if (feed.items.length === 0) {
    const fix = 'Leave it out, or request the feed again.';
    throw new SourceError(`a feed without any ${feed.word}`, 'a feed with items', fix);
  }
  for (const [index, part] of feed.items.entries()) {
    const origin = { file: file.name, item: `${feed.word} ${index + 1}`, line: part.line };
    yield catchFailure(origin, (): Item => {
      const entry = feed.readItem(part.text);
      if (entry.skipped !== undefined) {
        // What a reader has written is not repeated, not even as a title.
        const title = /comment/.test(entry.skipped) ? undefined : entry.lines.title;
        return { kind: 'skipped', origin, ...presentLines({ title }), reason: entry.skipped };
      }
      const received = { bytes: new TextEncoder().encode(part.text), extension: feed.extension };
      const draft = makeDraft(entry, part.text, options);
      const notices = [...feed.notices, ...draft.notices];
      return { kind: 'draft', draft: { ...draft, notices, origin, received } };
    });
  }
}

function makeDraft(
  entry: FeedEntry,
  source: string,
  options: SourceOptions,
): Omit<Draft, 'origin' | 'received'> {
  const { date, notices } = readFirstDate(entry.dates, options, entry.lines.language, source);
  const text = writeFirst(entry, options);
  if (text.text.summary) notices.push(`The feed has only a summary of the article (${text.text.where}).`);
  const media = addMedia(text.body, entry.media, text.leftOut, options.hasFile !== undefined);
  const { summary, others } = chooseSummary(entry.texts, text.text);
  return {
    ...presentLines({ ...entry.lines, date, summary }),
    byline: linesOf(entry.byline),
    terms: linesOf(entry.terms).map((name) => ({ name })),
    body: media.body,
    ...(options.hasFile && { media: [...(text.media ?? []), ...media.media] }),
    leftOut: [...text.leftOut, ...media.leftOut, ...others, ...entry.leftOut],
    notices: [...notices, ...text.notices],
  };
}

interface WrittenText {
  text: FeedText;
  body: string;
  media?: DraftMedia[] | undefined;
  leftOut: LeftOut[];
  notices: string[];
}

/** Renders the first text that is not empty. */
function writeFirst({ texts, lines }: FeedEntry, reading: HtmlReading): WrittenText {
  for (const text of texts) {
    const { value = '', html } = text;
    const written = html ? writeHtml(text, value, lines, reading) : { body: renderPlainText(value) };
    if (written.body.trim() !== '') return { leftOut: [], notices: [], ...written, text };
  }
  const names = [...new Set(texts.map(({ where }) => where))].join(' or ');
  throw new SourceError(`no text in ${names}`, 'an item with a text', 'Remove the item from the file.');
}

function writeHtml(
  { where, base }: FeedText,
  value: string,
  lines: FeedEntry['lines'],
  { hasFile }: HtmlReading,
): Pick<WrittenText, 'body' | 'notices'> & Partial<Pick<WrittenText, 'leftOut' | 'media'>> {
  checkElements(value);
  const once = unescapeTwice(value);
  if (once !== undefined) checkElements(once);
  const notices =
    once === undefined ? [] : [`The HTML in ${where} was escaped twice; it was read as HTML: check it.`];
  const html = once ?? value;
  // Without any markup, only line breaks separate paragraphs.
  if (!html.includes('<')) return { body: renderPlainText(resolveEntities(html)), notices };
  const cut = cutAddedLine(html, lines);
  const { body, leftOut, media } = readHtmlText(partParagraphs(cut.html), base, { hasFile });
  return { body, ...(media && { media }), leftOut: [...leftOut, ...cut.leftOut], notices };
}

/** The summary, if it says more than the beginning of the text, and the texts that are neither. */
function chooseSummary(
  texts: readonly FeedText[],
  used: FeedText,
): { summary: string | undefined; others: LeftOut[] } {
  const whole = lineOf(used);
  let summary: string | undefined;
  const others: LeftOut[] = [];
  for (const each of texts) {
    if (each === used) continue;
    const line = lineOf({
      ...each,
      value: each.html ? (unescapeTwice(each.value ?? '') ?? each.value) : each.value,
    });
    // What is just the beginning of the text is generated, and adds nothing.
    const bare = line.replace(/\[?(?:…|\.\.\.)\]?$/u, '').trimEnd();
    if (bare === '' || whole.startsWith(bare) || line === summary) continue;
    if (summary === undefined && each.summary && !used.summary) summary = line;
    else others.push({ what: `a further text (${each.where})`, text: line });
  }
  return { summary, others };
}

function linesOf(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map((text = '') => toLine(text)).filter((line) => line !== ''))];
}
