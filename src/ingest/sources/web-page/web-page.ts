import { Readability } from '@mozilla/readability';
import type { Root } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { checkElements, checkReferences } from '../shared/markup.ts';
import { readPageData, type PageData } from './page-data.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { resolveEntities } from '../../text/html-line.ts';
import type { DateCandidate } from '../../dates/first-date.ts';

/** The shortest text that Readability accepts, in characters; its default of 500 is longer than news in brief. */
const shortText = 200;

/** The share of the page's main content that the extracted text must have; below it there is a notice. */
const usualShare = 0.7;

const toPage = unified().use(rehypeParse).use(rehypeStringify).freeze();

/**
 * Reads a saved web page as one article. Author, date and place come from the page's machine-readable data; the text is
 * what Readability extracts, else the `articleBody` of that data, else all text of the page's article, main part or body.
 */
export async function* readWebPage(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield catchFailure(origin, () => ({
    kind: 'draft',
    draft: { ...readPage(text, options), origin, received: { bytes, extension: 'html.txt' } },
  }));
}

function readPage(text: string, options: SourceOptions): Omit<Draft, 'origin' | 'received'> {
  checkElements(text);
  // Readability needs the tags that HTML allows a page to omit.
  const page = toPage.stringify(toPage.parse(text) as Root);
  checkReferences(page);
  const { document } = parseHTML(page);
  const data = readPageData(document);
  const main = findMainPart(document);
  const { date, notices } = readFirstDate([...data.dates, ...timeOf(main)], options, data.language, text);
  const url = data.url ?? savedFrom(text);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const part = main ?? document.body;
  const headline = removeHeadline(part, data.title, toLine(document.title));
  const left = removeActive(part);
  const characters = countCharacters(main ? [main] : [...document.querySelectorAll('article')]);
  const found = findText(document, part, data, resolveAddress(base, url) ?? url);
  const lines = {
    title: data.title ?? headline ?? found.title,
    subtitle: data.subtitle,
    date,
    dateline: data.dateline,
    language: data.language,
    summary: data.summary,
    publisher: data.publisher ?? found.publisher,
    url,
    rights: data.rights,
  };
  return {
    ...presentLines(lines),
    byline: data.byline.length > 0 ? data.byline : found.byline,
    terms: data.terms,
    body: found.body,
    leftOut: [...left, ...found.leftOut],
    notices: [...data.notices, ...notices, ...found.notices, ...noteMissingText(found, characters)],
  };
}

/**
 * Removes the headline from the text and returns it: the page's own title usually has the site's name in it.
 */
function removeHeadline(part: Element, title: string | undefined, pageTitle: string): string | undefined {
  for (const heading of part.querySelectorAll('h1')) {
    const line = toLine(heading.textContent);
    if (line === '' || (title === undefined ? !pageTitle.startsWith(line) : line !== title)) continue;
    heading.remove();
    return line;
  }
  return undefined;
}

/** Counts the characters of the text of some parts of a page, without what is usually not part of the article. */
function countCharacters(parts: readonly Element[]): number {
  const { document } = parseHTML(`<html><body>${parts.map((part) => part.outerHTML).join('')}</body></html>`);
  for (const element of document.querySelectorAll('nav, aside, footer, style, noscript, article article'))
    element.remove();
  return characterCount(document.body.textContent);
}

function characterCount(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function noteMissingText({ body }: PageText, characters: number): string[] {
  const share = characterCount(body) / characters;
  if (characters === 0 || share >= usualShare) return [];
  return [`The text is ${Math.round(share * 100)} % of the page’s main content; some of it may be missing.`];
}

interface PageText {
  title?: string | undefined;
  byline: string[];
  publisher?: string | undefined;
  body: string;
  leftOut: LeftOut[];
  notices: string[];
}

function findText(document: Document, part: Element, data: PageData, base: string | undefined): PageText {
  const whole = part.innerHTML;
  const pageTitle = document.title;
  // Readability fails on a page of frames, which has no body.
  const isEmpty = document.body.textContent.trim() === '';
  // Readability takes a dateline for a byline and removes it from the text.
  for (const element of part.querySelectorAll('[class*="dateline" i]')) element.removeAttribute('class');
  const reader = { disableJSONLD: true, charThreshold: shortText };
  const article = isEmpty ? null : new Readability(document, reader).parse();
  const text = readHtmlText(article?.content ?? '', base);
  if (text.body.trim() !== '') {
    const byline = toLine(article?.byline ?? '').replace(/^by:? /i, '');
    return {
      title: article?.title ?? pageTitle,
      byline: byline === '' ? [] : [byline],
      publisher: article?.siteName ?? undefined,
      ...text,
      notices: [],
    };
  }
  const plain = renderPlainText(resolveEntities(data.articleBody ?? ''));
  if (plain.trim() !== '') {
    const notices = ['The text is the articleBody of the page’s JSON-LD.'];
    return { title: pageTitle, byline: [], body: plain, leftOut: [], notices };
  }
  const { document: copy } = parseHTML(`<html><body>${whole}</body></html>`);
  for (const element of copy.querySelectorAll('nav, aside, footer')) element.remove();
  const rest = readHtmlText(copy.body.innerHTML, base);
  if (rest.body.trim() === '') {
    const fix = 'Its text may be loaded by a script: open the page in a browser, and save it again.';
    throw new SourceError('no text in <body>', 'a page with a text', fix);
  }
  const notice = `No article was found on the page: all text in <${part.localName}> was used.`;
  return { title: pageTitle, byline: [], ...rest, notices: [notice] };
}

/** The only article of a page, or its main part. */
function findMainPart(document: Document): Element | undefined {
  const [first, ...others] = document.querySelectorAll('article');
  if (first && others.every((other) => first.contains(other))) return first;
  return document.querySelector('main, [role="main"]') ?? undefined;
}

/** The first time in the article, which is used when the page has no date of publication. */
function timeOf(article: Element | undefined): DateCandidate[] {
  const text = article?.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  const notice = 'The date is that of the first <time> in the article; the page has no date of publication.';
  return /^\s*\d{4}/.test(text) ? [{ text, where: '<time datetime>', notice }] : [];
}

/** The address in the comment that browsers put at the start of a saved page. */
function savedFrom(text: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(https?:\S+)/.exec(text.slice(0, 4096))?.[1];
}

/** Removes active content and returns what it was. Readability would remove some of it silently. */
function removeActive(part: Element): LeftOut[] {
  const left: LeftOut[] = [];
  const leaveOut = (what: string, address?: string | null) =>
    void left.push({ what, ...(address && { address }) });
  for (const element of [part, ...part.querySelectorAll('*')]) {
    if (element.localName === 'script') {
      if (/^(?:$|module$|.*(?:java|ecma)script)/i.test(element.getAttribute('type') ?? ''))
        leaveOut('a script', element.getAttribute('src'));
      element.remove();
      continue;
    }
    for (const name of element.getAttributeNames()) {
      const link = name === 'href' && /^\s*javascript:/i.test(element.getAttribute(name) ?? '');
      if (!link && !/^on/i.test(name)) continue;
      leaveOut(link ? 'a link to javascript:' : `an event handler (${name.toLowerCase()})`);
      if (link) element.replaceWith(...element.childNodes);
      else element.removeAttribute(name);
    }
  }
  return left;
}
