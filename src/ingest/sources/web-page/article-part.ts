import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { isMasthead, isPullQuote, kindOfDropped, kindOfPart } from './part-kinds.ts';
import { commonAncestor, type TakenBlocks } from './taken-blocks.ts';

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
        leftOut.push(describePart(what, child));
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
  return (
    toLine(element.textContent) === '' &&
    !element.matches('img, a[href]') &&
    element.querySelector('img, a[href], [placeholder], [aria-label]') === null
  );
}

/** Lists what stands on a page outside of an element. */
function listOutside(body: Element, inner: Element): LeftOut[] {
  const leftOut: LeftOut[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child === inner || /^(?:script|style|template|link|meta)$/.test(child.localName)) continue;
      if (child.contains(inner)) visit(child);
      else if (!isEmptyPart(child)) leftOut.push(describePart(nameOutside(child), child));
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

/** The pictures in a part that is left out, each with its description and its address as written. */
export function listPictures(what: string, part: Element): LeftOut[] {
  return [...part.querySelectorAll('img')].flatMap((image) => {
    const text = toLine(image.getAttribute('alt') ?? '');
    const address = addressOfPicture(image);
    return text === '' && address === ''
      ? []
      : [{ what, ...(text && { text }), ...(address && { address }) }];
  });
}

/** Where a picture is, as written; '' where the page itself holds it. */
function addressOfPicture(image: Element): string {
  const [first = ''] = (image.getAttribute('srcset') ?? '').trim().split(/\s/, 1);
  const written = [image.getAttribute('data-src') ?? '', image.getAttribute('src') ?? '', first];
  return written.map((each) => each.trim()).find((each) => each !== '' && !/^data:/i.test(each)) ?? '';
}

/** All that is said in a part that is left out: its words, and where its links and pictures are. */
function describePart(what: string, part: Element): LeftOut {
  const words: string[] = [];
  const addresses = new Set<string>();
  for (const each of [part, ...part.querySelectorAll('*')]) {
    for (const name of ['href', 'src', 'data-src']) {
      const address = each.getAttribute(name)?.trim() ?? '';
      if (/^https?:/i.test(address)) addresses.add(address);
    }
    if (each.localName === 'img' && addressOfPicture(each) !== '') addresses.add(addressOfPicture(each));
    for (const name of ['alt', 'title', 'aria-label', 'placeholder'])
      words.push(each.getAttribute(name) ?? '');
    if (/^(?:script|style|template)$/.test(each.localName)) continue;
    const own = [...each.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent);
    words.push(own.join(' '));
  }
  const text = toLine(words.join(' '));
  const [address, ...others] = addresses;
  return {
    what,
    ...(text && { text }),
    ...(address && { address }),
    ...(others.length > 0 && { addresses: others }),
  };
}
