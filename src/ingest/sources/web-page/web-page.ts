import { Readability } from '@mozilla/readability';
import type { Root } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

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
import { readFirstDate } from '../shared/first-date.ts';
import { checkSize, readMarkedUpText } from '../shared/marked-up-text.ts';
import { readPageData, resolveAddress, resolveEntities, type PageData, type Written } from './json-ld.ts';

/** Letters of a text from which on Readability is content with what it found; news in brief are shorter than its 500. */
const shortText = 200;

/** Of the letters of a page's main part, how many the text that was found has to have for nothing to be said. */
const usualShare = 0.7;

const toPage = unified().use(rehypeParse).use(rehypeStringify).freeze();

/**
 * Reads a saved web page as one article. Who wrote it, when and where is taken from the page's data for programs; the
 * text is what Readability finds, else that data's `articleBody`, else all the text of the page's article, main part or
 * body.
 */
export async function* readWebPage(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readMarkedUpText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield attempt(origin, () => ({
    kind: 'draft',
    draft: { ...readPage(text, options), origin, received: { bytes, extension: 'html.txt' } },
  }));
}

function readPage(text: string, options: SourceOptions): Omit<Draft, 'origin' | 'received'> {
  checkSize(text);
  // Tags that HTML lets a page leave out are put in, for Readability's sake.
  const { document } = parseHTML(toPage.stringify(toPage.parse(text) as Root));
  const data = readPageData(document);
  const main = findMainPart(document);
  const { date, notices } = readFirstDate([...data.dates, ...timeOf(main)], options, data.language, text);
  const url = data.url ?? savedFrom(text);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const part = main ?? document.body;
  const headline = takeHeadline(part, data.title, toLine(document.title));
  const left = removeActive(part);
  const letters = countLetters(main ? [main] : [...document.querySelectorAll('article')]);
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
    ...presentOf(lines),
    byline: data.byline.length > 0 ? data.byline : found.byline,
    terms: data.terms,
    body: found.body,
    notices: [...data.notices, ...notices, ...left, ...found.notices, ...noticeRest(found, letters)],
  };
}

/**
 * Takes the headline out of the text, and gives it as printed: the page's own title mostly goes on with the site's name.
 */
function takeHeadline(part: Element, title: string | undefined, pageTitle: string): string | undefined {
  for (const heading of part.querySelectorAll('h1')) {
    const line = toLine(heading.textContent);
    if (line === '' || (title === undefined ? !pageTitle.startsWith(line) : line !== title)) continue;
    heading.remove();
    return line;
  }
  return undefined;
}

/** The letters of what may be the text of some parts of a page, without what is usually beside a text. */
function countLetters(parts: readonly Element[]): number {
  const { document } = parseHTML(`<html><body>${parts.map((part) => part.outerHTML).join('')}</body></html>`);
  for (const element of document.querySelectorAll('nav, aside, footer, style, noscript, article article'))
    element.remove();
  return lettersOf(document.body.textContent);
}

function lettersOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function noticeRest({ body }: PageText, letters: number): string[] {
  const share = lettersOf(body) / letters;
  if (letters === 0 || share >= usualShare) return [];
  return [
    `The text is ${Math.round(share * 100)} % of what stands in the page’s main part; there may be more.`,
  ];
}

interface PageText {
  title?: string | undefined;
  byline: string[];
  publisher?: string | undefined;
  body: string;
  notices: string[];
}

function findText(document: Document, part: Element, data: PageData, base: string | undefined): PageText {
  const whole = part.innerHTML;
  const pageTitle = document.title;
  // In a page of frames, Readability looks for a body in vain.
  const isEmpty = document.body.textContent.trim() === '';
  // For Readability a dateline is a byline, which it takes out of the text.
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
    };
  }
  const plain = writePlainText(resolveEntities(data.articleBody ?? ''));
  if (plain.trim() !== '') {
    const notices = ['The text is the articleBody of the page’s JSON-LD.'];
    return { title: pageTitle, byline: [], body: plain, notices };
  }
  const { document: copy } = parseHTML(`<html><body>${whole}</body></html>`);
  for (const element of copy.querySelectorAll('nav, aside, footer')) element.remove();
  const rest = readHtmlText(copy.body.innerHTML, base);
  if (rest.body.trim() === '') {
    const fix = 'A program may have to fill it in: save the page once more when a browser shows it.';
    throw new SourceError('no text in <body>', 'a page with a text', fix);
  }
  const notice = `No article was found on the page: all text in <${part.localName}> was taken.`;
  return { title: pageTitle, byline: [], body: rest.body, notices: [notice, ...rest.notices] };
}

/** The only article of a page, or its main part. */
function findMainPart(document: Document): Element | undefined {
  const [first, ...others] = document.querySelectorAll('article');
  if (first && others.every((other) => first.contains(other))) return first;
  return document.querySelector('main, [role="main"]') ?? undefined;
}

/** The first point in time that an article names. It stands for the date of publication only where nothing else does. */
function timeOf(article: Element | undefined): Written[] {
  const text = article?.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  const notice =
    'The date is that of the first <time> in the article; the page names no date of publication.';
  return /^\s*\d{4}/.test(text) ? [{ text, where: '<time datetime>', notice }] : [];
}

/** The comment that browsers put at the start of a page that they save. */
function savedFrom(text: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(https?:\S+)/.exec(text.slice(0, 4096))?.[1];
}

/** Takes out what would run, and says what it was. Readability would leave some of it out without a word. */
function removeActive(part: Element): string[] {
  const left = new Map<string, number>();
  const leaveOut = (what: string) => void left.set(what, (left.get(what) ?? 0) + 1);
  for (const element of [part, ...part.querySelectorAll('*')]) {
    if (element.localName === 'script') {
      if (/^(?:$|module$|.*(?:java|ecma)script)/i.test(element.getAttribute('type') ?? ''))
        leaveOut('<script>');
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
  return Array.from(left, ([what, times]) => `${times} × ${what} left out.`);
}
