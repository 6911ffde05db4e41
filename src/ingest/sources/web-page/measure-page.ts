import { toLine } from '../../text/lines.ts';
import { isSameAddress } from '../../text/web-address.ts';
import { kindOfPart } from './part-kinds.ts';

/** How much a page says, in characters. */
export interface PageMeasure {
  /** All words of its main part, without navigation, boxes and footers. */
  text: number;
  /** Of these, the words of links. */
  linked: number;
  /** Headlines that lead to another page. */
  teasers: number;
  /** What stands with such headlines. */
  teased: number;
  /** All paragraphs besides. */
  own: number;
}

/** Parts that are beside what a page is about. */
const beside = /^(?:nav|aside|footer|form|script|style|noscript|template|select|button)$/;

/** Measures the main part of a page. @param address of the page */
export function measurePage(main: Element, address: string): PageMeasure {
  const teasers = findTeasers(main, address);
  const measure: PageMeasure = { text: 0, linked: 0, teasers: teasers.count, teased: 0, own: 0 };
  const visit = (element: Element, isTeased: boolean, isLinked: boolean): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const length = toLine(node.textContent ?? '').length;
        measure.text += length;
        if (isLinked) measure.linked += length;
        if (isTeased) measure.teased += length;
        else if (!isLinked) measure.own += length;
      } else if (node.nodeType === 1) {
        const child = node as Element;
        if (beside.test(child.localName) || kindOfPart(child) !== undefined) continue;
        visit(child, isTeased || teasers.cards.has(child), isLinked || child.localName === 'a');
      }
    }
  };
  visit(main, false, false);
  return measure;
}

/**
 * Finds the headlines that lead to other pages, and what belongs to each: the largest element that has no other of them, or,
 * where they stand side by side, what follows up to the next headline.
 */
function findTeasers(main: Element, address: string): { count: number; cards: Set<Element> } {
  const headings = [...main.querySelectorAll('h2, h3, h4, h5, h6')].filter((heading) =>
    leadsAway(heading, address),
  );
  const counts = new Map<Element, number>();
  for (const heading of headings)
    for (let each: Element | null = heading; each && each !== main; each = each.parentElement)
      counts.set(each, (counts.get(each) ?? 0) + 1);
  const cards = new Set<Element>();
  for (const heading of headings) {
    let card: Element = heading;
    while (card.parentElement && counts.get(card.parentElement) === 1) card = card.parentElement;
    cards.add(card);
    if (card !== heading) continue;
    for (
      let next = card.nextElementSibling;
      next && !/^h[1-6]$/.test(next.localName);
      next = next.nextElementSibling
    )
      cards.add(next);
  }
  return { count: headings.length, cards };
}

function leadsAway(heading: Element, address: string): boolean {
  for (let each: Element | null = heading; each; each = each.parentElement)
    if (beside.test(each.localName) || (each !== heading && kindOfPart(each) !== undefined)) return false;
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (href === '' || href.startsWith('#') || !URL.canParse(href, address)) return false;
  // A headline may be a link to its own page.
  return !isSameAddress(new URL(href, address).href, address);
}
