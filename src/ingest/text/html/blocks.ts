import type { Element, ElementContent } from 'hast';

import { resolveWebAddress } from './addresses.ts';
import type { Context } from './context.ts';
import { arrangeBlock } from './flow.ts';
import { attribute, isBlank, isElement, labelsOf, listElements, makeElement, makeText } from './nodes.ts';

const pullQuoteName = /(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i;

/** Whether an element that is no quotation is used as one. */
export function isPullQuote(node: Element): boolean {
  return (
    /^(?:aside|div|section|p)$/.test(node.tagName) &&
    pullQuoteName.test(labelsOf(node)) &&
    !listElements(node).some(({ tagName }) => tagName === 'blockquote' || tagName === 'q')
  );
}

/** A quotation: who is quoted stands on a line of its own. */
export function convertQuotation(node: Element, context: Context): ElementContent[] {
  const cites: Element[] = [];
  const rest = node.children.filter((child) => {
    const isCite = isElement(child) && /^(?:cite|footer)$/.test(child.tagName);
    if (isCite) cites.push(child);
    return !isCite;
  });
  const children = arrangeBlock(context.clean(rest, context), undefined, context.breaksPartParagraphs);
  const lines = cites.map((cite) => makeElement('p', context.clean(cite.children, context)));
  const address = resolveWebAddress(attribute(node, 'cite'), context.base);
  const isLinked = listElements(node).some(
    (each) => resolveWebAddress(attribute(each, 'href'), context.base) === address,
  );
  if (address !== undefined && !isLinked) context.leaveOut('the address of a quotation', { address });
  return [makeElement('blockquote', [...children, ...lines])];
}

/** A summary is a paragraph in bold before what it opens. */
export function convertDetails(node: Element, context: Context): ElementContent[] {
  const isSummary = (child: ElementContent) => isElement(child) && child.tagName === 'summary';
  const summaries = node.children.filter(isSummary).flatMap((child) => makeTerm(child as Element, context));
  const rest = node.children.filter((child) => !isSummary(child));
  return [makeElement('div', [...summaries, ...arrangeBlock(context.clean(rest, context))])];
}

/** Terms become paragraphs in bold, each before its definitions. */
export function convertDefinitions(node: Element, context: Context): ElementContent[] {
  const convert = (child: ElementContent): ElementContent[] => {
    if (!isElement(child)) return context.clean([child], context);
    if (child.tagName === 'div') return child.children.flatMap(convert);
    if (child.tagName === 'dt') return makeTerm(child, context);
    const children = arrangeBlock(context.clean(child.children, context));
    const label = context.notes.notes.get(child);
    return [makeElement('div', label === undefined ? children : [makeText(`[${label}] `), ...children])];
  };
  return [makeElement('div', node.children.flatMap(convert))];
}

function makeTerm(node: Element, context: Context): Element[] {
  const isOpen = context.marks.includes('strong');
  const children = context.clean(node.children, { ...context, marks: [...context.marks, 'strong'] });
  if (children.every(isBlank)) return [];
  return [makeElement('p', isOpen ? children : [makeElement('strong', children)])];
}

/** Text in which line ends count. With code in it, it is code; else verse, or a text of which the links have to stay. */
export function convertPreformatted(node: Element, context: Context): ElementContent[] {
  const elements = listElements(node);
  const isVerse =
    /verse|poem|poetry|lyrics/i.test(labelsOf(node)) ||
    (!elements.some(({ tagName }) => tagName === 'code') &&
      elements.some(({ tagName }) => /^(?:a|img)$/.test(tagName)));
  const children = context.clean(node.children, context);
  if (!isVerse) return [{ ...node, properties: {}, children }];
  return splitStanzas(children).map((stanza) => makeElement('p', stanza));
}

function splitStanzas(nodes: readonly ElementContent[]): ElementContent[][] {
  const stanzas: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      stanzas.at(-1)?.push(breakLines(node));
      continue;
    }
    for (const [index, part] of node.value
      .replace(/\r\n?/g, '\n')
      .split(/\n[ \t]*\n\s*/)
      .entries()) {
      if (index > 0) stanzas.push([]);
      stanzas.at(-1)?.push(...breakText(part));
    }
  }
  return stanzas.filter((stanza) => !stanza.every(isBlank));
}

function breakLines(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const children = node.children.flatMap((child) =>
    child.type === 'text' ? breakText(child.value) : [breakLines(child)],
  );
  return { ...node, children };
}

/** Line ends become line breaks; an indentation is kept by spaces that do not break. */
function breakText(text: string): ElementContent[] {
  return text.split('\n').flatMap((line, index) => {
    const indented =
      index === 0
        ? line
        : line.replace(/^[ \t]+/, (space) => '\u00a0'.repeat(space.replaceAll('\t', '    ').length));
    return index === 0 ? [makeText(indented)] : [makeElement('br'), makeText(indented)];
  });
}
