import { parseHTML } from 'linkedom';

import { readFirstDate, type DateCandidate } from '../../dates/first-date.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { SourceError } from '../source-error.ts';
import type { SourceOptions } from '../source.ts';
import { listPictures, separateArticle } from './article-part.ts';
import { noteAnother } from './article-elements.ts';
import { readPageData, type PageData } from './page-data.ts';
import { findMainPart, headingsOf } from './page-parts.ts';
import { kindOfPart } from './part-kinds.ts';
import { findTakenBlocks, type TakenBlocks } from './taken-blocks.ts';

/** What it is that a page names as its address, where it was captured at another. */
export const ownAddress = 'the address that the page names as its own';

/** What a page says of one article. */
type PageDraft = Omit<Draft, 'origin' | 'received'>;

/**
 * Reads a page, or the part of one that is an article. Author, date and place come from the page's machine-readable data; the
 * text is what Readability extracts with all that it drops without a reason, else the `articleBody` of that data, else all
 * text of the page's article, main part or body.
 *
 * @param isPart whether it is one of several articles of a page
 * @param text the page as received, in which the position of an unreadable date is looked up
 * @param address at which it was captured, where that is known
 */
export function readPage(
  document: Document,
  text: string,
  options: SourceOptions,
  isPart = false,
  address?: string,
): PageDraft {
  const main = findMainPart(document);
  const part = main ?? document.body;
  const data = readPageData(document, headingsOf(part, document), isPart, address);
  const dates = [...data.dates, ...timeOf(main)];
  const { date, notices } = readFirstDate(dates, options, data.language, text);
  const own = data.url ?? savedFrom(text);
  const url = address ?? own;
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const headline = findHeadline(part, data.title, toLine(document.title));
  const notice = noteAnother(document);
  const pageTitle = toLine(document.title);
  const reading = { base: resolveAddress(base, url) ?? url, hasFile: options.hasFile };
  const found = findText(document, { main, part, headline }, data, reading);
  const lines = {
    title: data.title ?? (headline && toLine(headline.textContent)) ?? found.title,
    subtitle: data.subtitle,
    date,
    dateline: data.dateline,
    language: data.language,
    summary: data.summary,
    publisher: data.publisher ?? found.publisher,
    issn: data.issn,
    issue: data.issue,
    edition: data.edition,
    section: data.section,
    page: data.page,
    column: data.column,
    url,
    rights: data.rights,
  };
  return {
    ...presentLines(lines),
    byline: data.byline.length > 0 ? data.byline : found.byline,
    terms: data.terms,
    body: found.body,
    ...(found.media && { media: found.media }),
    leftOut: [
      ...(pageTitle === '' || pageTitle === lines.title
        ? []
        : [{ what: 'the title of the page', text: pageTitle }]),
      ...(own === undefined || own === url ? [] : [{ what: ownAddress, address: own }]),
      ...data.leftOut.filter((each) => !each.address || !found.body.includes(each.address)),
      ...found.leftOut,
    ],
    notices: [...data.notices, ...notices, ...notice, ...found.notices],
  };
}

/** The headline of the text: the page's own title usually has the site's name in it. */
function findHeadline(part: Element, title: string | undefined, pageTitle: string): Element | undefined {
  for (const heading of part.querySelectorAll('h1, h2')) {
    const line = toLine(heading.textContent);
    const isTitle =
      title === undefined ? heading.localName === 'h1' && pageTitle.startsWith(line) : line === title;
    if (line !== '' && isTitle) return heading;
  }
  // A part of a page has no title besides its first heading.
  return title === undefined && pageTitle === ''
    ? (part.querySelector('article > :is(h1, h2, h3), article > header :is(h1, h2, h3)') ?? undefined)
    : undefined;
}

interface PageText {
  title?: string | undefined;
  byline: string[];
  publisher?: string | undefined;
  body: string;
  media?: DraftMedia[] | undefined;
  leftOut: LeftOut[];
  notices: string[];
}

interface Parts {
  main: Element | undefined;
  /** The main part, else the body. */
  part: Element;
  headline: Element | undefined;
}

/** How the HTML of a page is read. */
interface PageReading extends Pick<SourceOptions, 'hasFile'> {
  base: string | undefined;
}

function findText(document: Document, parts: Parts, data: PageData, reading: PageReading): PageText {
  const readHtml = (html: string) => readHtmlText(html, reading.base, { hasFile: reading.hasFile });
  const pageTitle = document.title;
  for (const script of document.querySelectorAll('script[type*="json" i]')) script.remove();
  const { document: whole } = parseHTML(`<html><body>${parts.part.outerHTML}</body></html>`);
  const taken = findTakenBlocks(document);
  const byline = isBeforeText(document, taken) ? toLine(taken.byline ?? '') : '';
  const article = separateArticle(document, parts.main, parts.headline, taken);
  if (article) {
    const inHeadline = parts.headline
      ? [...listTitles(parts.headline), ...listPictures('a picture in the headline', parts.headline)]
      : [];
    parts.headline?.remove();
    const left =
      byline === '' && data.byline.length === 0 ? [] : removeByline(article.element, taken, data.byline);
    const text = readHtml(article.element.outerHTML);
    if (text.body.trim() !== '') {
      return {
        title: taken.title ?? pageTitle,
        byline: byline === '' ? [] : [byline],
        publisher: taken.publisher,
        body: text.body,
        media: text.media,
        leftOut: [...inHeadline, ...article.leftOut, ...left, ...text.leftOut],
        notices: [],
      };
    }
  }
  const scripts = readHtml(
    [...document.querySelectorAll('script')].map(({ outerHTML }) => outerHTML).join(''),
  );
  const plain = renderPlainText(resolveEntities(data.articleBody ?? ''));
  if (plain.trim() !== '') {
    const notices = ['The text is the articleBody of the page’s JSON-LD.'];
    return { title: pageTitle, byline: [], body: plain, leftOut: scripts.leftOut, notices };
  }
  const left: LeftOut[] = [];
  for (const element of whole.querySelectorAll('nav, aside, footer')) {
    const words = toLine(element.textContent);
    if (words !== '')
      left.push({ what: kindOfPart(element) ?? `a part of the page (<${element.localName}>)`, text: words });
    element.remove();
  }
  const heading =
    parts.headline &&
    [...whole.querySelectorAll('h1')].find(({ outerHTML }) => outerHTML === parts.headline?.outerHTML);
  heading?.remove();
  const rest = readHtml(whole.body.innerHTML);
  if (rest.body.trim() === '') {
    const fix = 'Its text may be loaded by a script: open the page in a browser, and save it again.';
    throw new SourceError('no text in <body>', 'a page with a text', fix);
  }
  const notice = `No article was found on the page: all text in <${parts.part.localName}> was used.`;
  return {
    title: pageTitle,
    byline: [],
    body: rest.body,
    media: rest.media,
    leftOut: [...left, ...rest.leftOut],
    notices: [notice],
  };
}

/** What links in a headline say only to those who point at them. */
function listTitles(headline: Element): LeftOut[] {
  return [...headline.querySelectorAll('[title]')].flatMap((element) => {
    const text = toLine(element.getAttribute('title') ?? '');
    const isSaid = text === '' || toLine(headline.textContent).includes(text);
    return isSaid ? [] : [{ what: 'the title of a link in the headline', text }];
  });
}

/**
 * Removes the line that names the authors from a text, since it is the byline of the entry. Their portraits are listed, and
 * so is the line where the page's data names others.
 */
function removeByline(
  article: Element,
  { blocks, byline }: TakenBlocks,
  authors: readonly string[],
): LeftOut[] {
  const line = toLine(byline ?? '');
  for (const element of article.querySelectorAll(
    '[class*="byline" i], [class*="author" i], [itemprop~="author"], [rel~="author"]',
  )) {
    const words = toLine(element.textContent);
    if (words === '' || words.length > 200 || blocks.has(element)) continue;
    const isSame = authors.length === 0 ? words === line : authors.every((author) => words.includes(author));
    if (!isSame && authors.length === 0) continue;
    element.remove();
    // What the line says besides the names is not in the entry.
    const rest = authors.reduce((text, author) => text.replaceAll(author, ' '), words.replace(line, ' '));
    const isMore = /\p{L}/u.test(rest.replace(/\b(?:by|and|von|und|par|et|por|y)\b/gi, ' '));
    return [
      ...(isMore || !isSame ? [{ what: 'a byline that is printed on the page', text: words }] : []),
      ...listPictures('a picture in the byline', element),
    ];
  }
  return [];
}

/** Whether what Readability takes for the byline stands before the text: "Reporting by …" below it is a part of the text. */
function isBeforeText({ body }: Document, { blocks, byline }: TakenBlocks): boolean {
  const line = toLine(byline ?? '');
  // linkedom compares positions of elements at different depths wrongly.
  const elements = [...body.querySelectorAll('*')];
  const first = elements.findIndex((element) => blocks.has(element));
  const printed = elements.findIndex(
    (element) => element.children.length < 5 && toLine(element.textContent) === line,
  );
  return printed === -1 || first === -1 || printed < first;
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
