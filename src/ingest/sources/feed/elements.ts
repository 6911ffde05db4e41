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

/** What is for programs only, and says nothing to a reader but where something is. */
const technical =
  /^(?:guid|id|comments|generator|ttl|cloud|docs|post-id|postid|rating|source:.*|slash:.*|wfw:.*|thr:.*|feedburner:.*|blogger:.*|app:.*|gd:.*|sy:.*|rdf:.*|atom:link|atom:id|xhtml:link|itunes:(?:explicit|duration|episodetype|order|block|guid|season|episode)|media:(?:hash|rating|adult|status|price|restriction|community|statistics|backlinks))$/;

/** Attributes that say something to a reader, and those that lead somewhere. */
const spoken = ['title', 'label', 'text'];
const leading = ['url', 'href', 'src', 'resource'];

/**
 * The elements of an item that nothing is taken from, each with the words and addresses of all that is in it.
 *
 * @param known the names of those that are read
 * @param used addresses that the entry has
 */
export function listUnknown(
  item: XmlElement,
  known: ReadonlySet<string>,
  ...used: (string | undefined)[]
): LeftOut[] {
  return elementsOf(item).flatMap((element) => {
    if (known.has(element.name)) return [];
    const found = listLeftOut(`an element <${element.name}>`, element, used);
    return technical.test(element.name) ? found.filter(({ address }) => address !== undefined) : found;
  });
}

/** What an element and those in it say, without the addresses that the entry has. */
export function listLeftOut(
  what: string,
  element: XmlElement,
  used: readonly (string | undefined)[] = [],
): LeftOut[] {
  const words: string[] = [];
  const found = new Set<string>();
  const addText = (text: string) => {
    const line = toLine(text);
    if (/^https?:\/\/\S+$/i.test(line)) found.add(line);
    else if (line !== '') words.push(line);
  };
  const visit = ({ attributes, children }: XmlElement): void => {
    for (const name of spoken) addText(attributes.get(name) ?? '');
    for (const name of leading) {
      const address = attributes.get(name)?.trim() ?? '';
      if (address !== '') found.add(address);
    }
    for (const child of children) {
      if (typeof child === 'string') addText(child);
      else visit(child);
    }
  };
  visit(element);
  const text = [...new Set(words)].join(' ');
  const [address, ...addresses] = [...found].filter((each) => !used.includes(each));
  if (text === '' && address === undefined) return [];
  return [
    {
      what,
      ...(text && { text }),
      ...(address && { address }),
      ...(addresses.length > 0 && { addresses }),
    },
  ];
}
