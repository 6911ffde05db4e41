import type { Element, ElementContent } from 'hast';

import type { Context } from './context.ts';
import { arrangeBlock } from './flow.ts';
import { labelNote } from './notes.ts';
import { attribute, isBlank, isElement, makeElement, makeText } from './nodes.ts';

/**
 * Converts a list. Where its numbers are not those that Markdown would count (`reversed`, letters, numbers of single items,
 * footnotes), its items become paragraphs that begin with their numbers.
 */
export function convertList(node: Element, context: Context): ElementContent[] {
  const items = listItems(node);
  const { notes } = context.notes;
  const type = attribute(node, 'type');
  const isOrdered = node.tagName === 'ol';
  const isReversed = node.properties.reversed === true;
  const start = Number.parseInt(attribute(node, 'start'), 10);
  const first = Number.isNaN(start) ? (isReversed ? items.length : 1) : start;
  const isPlain =
    !items.some(({ element }) => notes.has(element)) &&
    (!isOrdered ||
      (!isReversed &&
        first >= 0 &&
        first < 1e9 &&
        !/^[aAiI]$/.test(type) &&
        items.every(({ element }) => attribute(element, 'value') === '')));
  const cleaned = items.map(({ element, children }) => ({
    item: element,
    children: arrangeBlock(cleanItem(children, context), undefined, context.breaksPartParagraphs),
  }));
  if (isPlain) {
    const children = cleaned.map((item) => makeElement('li', item.children));
    return [makeElement(isOrdered ? 'ol' : 'ul', children, isOrdered ? { start: first } : {})];
  }
  let number = first;
  const paragraphs = cleaned.map(({ item, children }) => {
    const label = notes.get(item);
    const value = Number.parseInt(attribute(item, 'value'), 10);
    if (!Number.isNaN(value)) number = value;
    const written = isOrdered ? `${formatNumber(number, type)}. ` : '';
    number += isReversed ? -1 : 1;
    return makeElement(
      'div',
      label === undefined ? putBefore(written, children) : labelNote(children, label),
    );
  });
  return [makeElement('div', paragraphs)];
}

/** An item of a list. */
interface Item {
  element: Element;
  /** What is in it, and what follows it outside of any item. */
  children: ElementContent[];
}

/** The items of a list, with whatever stands between them. */
function listItems(node: Element): Item[] {
  const items: Item[] = [];
  for (const child of node.children) {
    if (isElement(child) && child.tagName === 'li')
      items.push({ element: child, children: [...child.children] });
    else if (!isBlank(child)) {
      const last = items.at(-1);
      if (last) last.children.push(child);
      else items.push({ element: makeElement('li'), children: [child] });
    }
  }
  return items;
}

/** A box of a list of tasks, and whether it is ticked, stays as text. */
function cleanItem(children: readonly ElementContent[], context: Context): ElementContent[] {
  const box = children.find((child) => !isBlank(child));
  if (!box || !isElement(box) || box.tagName !== 'input' || attribute(box, 'type') !== 'checkbox')
    return context.clean(children, context);
  const rest = children.filter((child) => child !== box);
  return [makeText(box.properties.checked === true ? '[x]' : '[ ]'), ...context.clean(rest, context)];
}

function putBefore(text: string, children: readonly ElementContent[]): ElementContent[] {
  const index = children.findIndex((child) => !isBlank(child));
  const first = children[index];
  if (first && isElement(first) && /^(?:p|div)$/.test(first.tagName))
    return [{ ...first, children: putBefore(text, first.children) }, ...children.slice(index + 1)];
  return [makeText(text), ...children];
}

/** A list's number as its type writes it: 3, c, C, iii or III. */
function formatNumber(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number);
  if (/^[aA]$/.test(type)) {
    let letters = '';
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
    return type === 'A' ? letters.toUpperCase() : letters;
  }
  if (!/^[iI]$/.test(type)) return String(number);
  let roman = '';
  let rest = number;
  for (const [value, sign] of romanNumerals) for (; rest >= value; rest -= value) roman += sign;
  return type === 'I' ? roman.toUpperCase() : roman;
}

const romanNumerals = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
