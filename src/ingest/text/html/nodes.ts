import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';

import { toLine } from '../lines.ts';

/** Elements that begin and end a line. */
const block =
  /^(?:address|article|aside|blockquote|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|listing|main|menu|nav|ol|p|plaintext|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|xmp)$/;

/** Other elements whose words are apart from those beside them. */
const apart = /^(?:br|button|desc|optgroup|option|text|title)$/;

/** Whether a node is an element. */
export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Whether a node is an element that begins and ends a line. */
export function isBlock(node: Nodes): boolean {
  return isElement(node) && block.test(node.tagName);
}

/** Makes an element. */
export function makeElement(
  tagName: string,
  children: ElementContent[] = [],
  properties: Properties = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

/** Makes a text node. */
export function makeText(value: string): Text {
  return { type: 'text', value };
}

/** Whether a node shows nothing: white space, a line break or a comment. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment' || (isElement(node) && node.tagName === 'br');
}

/** The words within a node on one line, without the code of scripts and style sheets. */
export function wordsOf(node: Nodes): string {
  return toLine(collectWords(node));
}

function collectWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (isElement(node) && /^(?:script|style)$/.test(node.tagName)) return '';
  const words = node.children.map(collectWords).join('');
  return isBlock(node) || (isElement(node) && apart.test(node.tagName)) ? ` ${words} ` : words;
}

/** The elements within a node, in the order of the document. */
export function listElements(node: Nodes): Element[] {
  const found: Element[] = [];
  const visit = (each: Nodes) => {
    if (!('children' in each)) return;
    for (const child of each.children) {
      if (isElement(child)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** An attribute as text; '' when there is none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return value === undefined || value === null ? '' : String(value).trim();
}

/** The names that an element is given: its classes, its properties as microdata (`itemprop`) and its roles, separated by spaces. */
export function labelsOf({ properties }: Element): string {
  const { className, itemProp, role, epubType } = properties;
  return [className, itemProp, role, epubType].flat().filter(Boolean).join(' ');
}

/** Puts what is in some nodes on one line: the start and the end of blocks become line breaks. */
export function toOneLine(children: readonly ElementContent[]): ElementContent[] {
  return trimBlanks(flatten(children));
}

function flatten(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    const inner = flatten(child.children);
    return isBlock(child)
      ? [makeElement('br'), ...inner, makeElement('br')]
      : [{ ...child, children: inner }];
  });
}

/** Removes what shows nothing at the beginning and the end. */
export function trimBlanks(children: readonly ElementContent[]): ElementContent[] {
  const isWord = (node: ElementContent) => !isBlank(node);
  return children.slice(children.findIndex(isWord), children.findLastIndex(isWord) + 1);
}
