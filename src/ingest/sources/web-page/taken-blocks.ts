import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The shortest text that Readability accepts, in characters; its default of 500 is longer than news in brief. */
const shortText = 200;

/** What Readability takes for the article of a page. */
export interface TakenBlocks {
  /** The elements that it took. */
  blocks: Set<Element>;
  title?: string | undefined;
  byline?: string | undefined;
  publisher?: string | undefined;
}

/**
 * Finds the elements of a page that Readability takes for its article. It works on a copy, whose elements have numbers, so
 * that it can be seen what it drops.
 */
export function findTakenBlocks(document: Document): TakenBlocks {
  // Readability fails on a page of frames, which has no body.
  if (document.body.textContent.trim() === '') return { blocks: new Set() };
  const elements = [...document.body.querySelectorAll('*')].filter(hasOwnWords);
  // A number is in the name of its attribute: Readability copies the attributes of an element to the one within it.
  for (const [index, element] of elements.entries()) element.setAttribute(`data-n${index}`, '');
  const { document: copy } = parseHTML(document.documentElement.outerHTML);
  for (const [index, element] of elements.entries()) element.removeAttribute(`data-n${index}`);
  // It takes a dateline for a byline and removes it from the text.
  for (const element of copy.querySelectorAll('[class*="dateline" i]')) element.removeAttribute('class');
  const article = new Readability(copy, { disableJSONLD: true, charThreshold: shortText }).parse();
  const blocks = new Set<Element>();
  for (const [, number] of (article?.content ?? '').matchAll(/ data-n(\d{1,6})=/g)) {
    const element = elements[Number(number)];
    if (element) blocks.add(element);
  }
  return {
    blocks,
    title: article?.title ?? undefined,
    byline: article?.byline ?? undefined,
    publisher: article?.siteName ?? undefined,
  };
}

/** Whether words stand in an element itself, rather than in those within it. */
function hasOwnWords(element: Element): boolean {
  if (/^(?:script|style|noscript|template)$/.test(element.localName)) return false;
  return [...element.childNodes].some(
    ({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '',
  );
}

/** The innermost element that holds all of some elements. */
export function commonAncestor(elements: Iterable<Element>): Element | undefined {
  let common: Element | undefined;
  for (const element of elements) {
    common ??= element;
    while (common && !common.contains(element)) common = common.parentElement ?? undefined;
  }
  return common;
}
