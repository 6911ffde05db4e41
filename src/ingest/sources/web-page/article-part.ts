import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { isMasthead, isPullQuote, kindOfDropped, kindOfPart } from './part-kinds.ts';
import { commonAncestor, hasOwnWords, type TakenBlocks } from './taken-blocks.ts';

/** The article of a page, and what is beside it. */
interface ArticlePart {
  /** The element that holds the article, from which everything else has been removed. */
  element: Element;
  leftOut: LeftOut[];
}

/**
 * Finds the article of a page: what Readability took, with everything between that it dropped without a reason. What has a
 * reason (navigation, related stories, a newsletter box) is removed and listed, and so is what stands beside the article.
 *
 * @param main the part of the page that says that it is the main one
 * @param headline that of the article, where it is on the page
 */
export function separateArticle(
  document: Document,
  main: Element | undefined,
  headline: Element | undefined,
  { blocks }: TakenBlocks,
): ArticlePart | undefined {
  const inMain = [...blocks].filter((block) => main?.contains(block));
  const isMain = main !== undefined && lengthOf(inMain) * 2 >= lengthOf(blocks);
  const taken = isMain ? new Set(inMain) : blocks;
  const element = isMain ? main : chooseElement(taken, headline, document);
  if (!element || taken.size === 0) return undefined;
  const leftOut = [...listOutside(document.body, element), ...removeOthers(element, taken, headline)];
  return { element, leftOut };
}

/** Without a main part, what Readability took and the headline, unless only the whole page holds both. */
function chooseElement(
  taken: ReadonlySet<Element>,
  headline: Element | undefined,
  document: Document,
): Element | undefined {
  const text = commonAncestor(taken);
  const whole = headline && text && commonAncestor([text, headline]);
  const element = whole && (whole !== document.body || text === document.body) ? whole : text;
  // An element that is one paragraph is in something that holds others.
  return element && /^(?:p|span|a|b|strong|em|i|font|li|td|tr|h[1-6])$/.test(element.localName)
    ? (element.closest('article, section, div, main, ul, ol, table, form, body') ?? element)
    : element;
}

function lengthOf(elements: Iterable<Element>): number {
  let length = 0;
  for (const { textContent } of elements) length += toLine(textContent).length;
  return length;
}

/** Removes what is no part of the article from its element, and lists it. */
function removeOthers(root: Element, taken: ReadonlySet<Element>, headline: Element | undefined): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const holders = listHolders(taken, root);
  const all = toLine(root.textContent).length;
  const visit = (element: Element): void => {
    for (const child of [...element.children]) {
      const isHeadline = headline !== undefined && (child === headline || child.contains(headline));
      const isTaken = holders.has(child);
      const named = isHeadline ? undefined : kindOfPart(child);
      const length = named === undefined ? 0 : toLine(child.textContent).length;
      // A name may also be that of the whole text: "article share-enabled".
      const what =
        (named !== undefined && length * 2 <= all ? named : undefined) ??
        (isTaken || isHeadline ? undefined : kindOfDropped(child));
      if (what === undefined || isPullQuote(child)) visit(child);
      else if (isEmptyPart(child)) child.remove();
      else {
        leftOut.push({ what, text: firstWords(child) });
        child.remove();
      }
    }
  };
  visit(root);
  return leftOut;
}

/** Elements that have been taken or hold some that have. */
function listHolders(taken: ReadonlySet<Element>, root: Element): Set<Element> {
  const holders = new Set<Element>();
  for (const block of taken) {
    for (
      let each: Element | null = block;
      each && each !== root && !holders.has(each);
      each = each.parentElement
    )
      holders.add(each);
  }
  return holders;
}

function isEmptyPart(element: Element): boolean {
  return toLine(element.textContent) === '';
}

/** Lists what stands on a page outside of an element. */
function listOutside(body: Element, inner: Element): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child === inner || /^(?:script|style|noscript|template|link|meta)$/.test(child.localName)) continue;
      if (child.contains(inner)) visit(child);
      else if (!isEmptyPart(child)) leftOut.push({ what: nameOutside(child), text: firstWords(child) });
    }
  };
  if (body !== inner) visit(body);
  return leftOut;
}

function nameOutside(element: Element): string {
  const words = toLine(element.textContent);
  if (isMasthead(words)) return 'the masthead';
  const kind = kindOfPart(element) ?? kindOfDropped(element);
  if (kind !== undefined) return kind;
  if (element.querySelector('article') !== null) return 'another article on the page';
  if (element.localName === 'header') return 'the header of the page';
  return element.localName === 'footer' ? 'the footer' : 'a part of the page outside of the article';
}

/** The first words of an element, by which an archivist finds it again. A short text is whole. */
function firstWords(element: Element): string {
  const parts: string[] = [];
  let length = 0;
  for (const each of [element, ...element.querySelectorAll('*')]) {
    if (!hasOwnWords(each) || length > 100) continue;
    const own = [...each.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent);
    const words = toLine(own.join(' '));
    parts.push(words);
    length += words.length + 1;
  }
  const words = parts.join(' ');
  return length > 200 ? `${words.slice(0, 200)} …` : words;
}
