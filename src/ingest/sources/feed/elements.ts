import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { elementsOf, textOf, toHtml, type XmlElement } from './xml-tree.ts';

/** The elements of these names within an element, in the order of the names. */
export function list(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const elements = parent ? elementsOf(parent) : [];
  return names.flatMap((name) => elements.filter((each) => each.name === name));
}

/** The text of the first of these elements that has one. */
export function textIn(parent: XmlElement | undefined, ...names: string[]): string | undefined {
  return list(parent, ...names)
    .map(textOf)
    .find((text) => text.trim() !== '');
}

/** What an element holds, as HTML: its own elements, or the markup that is escaped in it. */
export function markupOf(element: XmlElement): string {
  return elementsOf(element).length > 0 ? toHtml(element) : textOf(element);
}

/** What is for programs only, and says nothing to a reader. */
const technical =
  /^(?:guid|id|comments|generator|ttl|cloud|docs|post-id|postid|rating|source:.*|slash:.*|wfw:.*|thr:.*|feedburner:.*|blogger:.*|app:.*|gd:.*|sy:.*|rdf:.*|atom:link|atom:id|xhtml:link|itunes:(?:explicit|duration|episodetype|order|block|guid|season|episode)|media:(?:hash|rating|adult|status|price|restriction|community|statistics|backlinks))$/;

/**
 * The elements of an item that nothing is taken from.
 *
 * @param known the names of those that are read
 */
export function listUnknown(item: XmlElement, known: ReadonlySet<string>): LeftOut[] {
  return elementsOf(item).flatMap((element): LeftOut | [] => {
    if (known.has(element.name) || technical.test(element.name)) return [];
    const text = toLine(textOf(element));
    const { attributes } = element;
    const address = attributes.get('url') ?? attributes.get('href') ?? attributes.get('resource') ?? '';
    if (text === '' && address === '') return [];
    return { what: `an element <${element.name}>`, ...(text && { text }), ...(address && { address }) };
  });
}
