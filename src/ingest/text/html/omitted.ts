import type { Element, ElementContent } from 'hast';

import { toLine } from '../lines.ts';
import { resolveWebAddress } from './addresses.ts';
import type { Context } from './context.ts';
import { attribute, isElement, listElements, makeText, wordsOf } from './nodes.ts';
import { listPictureSizes } from './picture-sizes.ts';

/** Elements that are never part of a text, and what a reader would call them. */
const names: Readonly<Record<string, string>> = {
  script: 'a script',
  style: 'a style sheet',
  link: 'a link to a file of the page',
  meta: 'a meta tag',
  template: 'a template',
  canvas: 'a drawing',
  svg: 'a drawing',
  dialog: 'a dialog box',
  button: 'a button',
  input: 'a form field',
  select: 'a form field',
  textarea: 'a form field',
  label: 'the label of a form field',
  datalist: 'the suggestions of a form field',
  area: 'an area of a picture',
  base: 'the base of the addresses',
  param: 'a parameter',
  source: 'a further source',
  track: 'a text track',
  title: 'the title of a page',
};

/** Whether an element is left out wherever it stands. */
export function isOmitted({ tagName }: Element): boolean {
  return Object.hasOwn(names, tagName);
}

/** Leaves an element out, with its words and addresses. */
export function omitElement(node: Element, { leaveOut, base }: Context): ElementContent[] {
  const what = names[node.tagName] ?? `an element <${node.tagName}>`;
  const isHiddenField = node.tagName === 'input' && attribute(node, 'type') === 'hidden';
  const labels = ['alt', 'title', 'ariaLabel', 'placeholder', 'value', 'content', 'label'];
  const named = isHiddenField ? [] : labels.map((name) => attribute(node, name)).filter(Boolean);
  const text = toLine([...new Set(named), wordsOf(node)].filter(Boolean).join(' '));
  const written =
    attribute(node, 'src') ||
    attribute(node, 'href') ||
    attribute(node, 'xLinkHref') ||
    (listPictureSizes(attribute(node, 'srcSet'))[0]?.address ?? '');
  leaveOut(what, { text, address: resolveWebAddress(written, base) ?? written });
  if (node.tagName === 'script') return [];
  for (const each of listElements(node)) {
    const address = attribute(each, 'src') || attribute(each, 'href');
    const its = toLine(attribute(each, 'alt')) || wordsOf(each);
    if (address !== '' && !address.startsWith('#'))
      leaveOut(`an address in ${what}`, { text: its, address: resolveWebAddress(address, base) ?? address });
  }
  return [];
}

/** The words of a formula in MathML, without the source that some programs add to it. */
export function convertFormula(node: Element, { leaveOut }: Context): ElementContent[] {
  for (const each of listElements(node)) {
    if (/^annotation(?:-xml)?$/.test(each.tagName))
      leaveOut('the source of a formula', { text: wordsOf(each) });
  }
  const words = toLine(readFormula(node));
  return words === '' ? [] : [makeText(words)];
}

function readFormula(node: ElementContent): string {
  if (node.type === 'text') return node.value.trim();
  if (!isElement(node) || /^annotation(?:-xml)?$/.test(node.tagName)) return '';
  const parts = node.children.map(readFormula).filter((part) => part !== '');
  const [first = '', second = '', third = ''] = parts;
  switch (node.tagName) {
    case 'mfrac':
      return `${group(first)}/${group(second)}`;
    case 'msup':
      return `${first}^${group(second)}`;
    case 'msub':
      return `${first}_${group(second)}`;
    case 'msubsup':
      return `${first}_${group(second)}^${group(third)}`;
    case 'msqrt':
      return `√${group(parts.join(''))}`;
    case 'mtext':
      return ` ${parts.join('')} `;
    case 'mo':
      return /^[-+=<>≤≥≠≈±−×·]$/.test(first) ? ` ${first} ` : first;
    default:
      return parts.join('');
  }
}

function group(part: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(part) ? part : `(${part})`;
}

/** Reading aids of East Asian texts stand in brackets after what they belong to. */
export function convertRuby(node: Element, context: Context): ElementContent[] {
  const hasBrackets = listElements(node).some(({ tagName }) => tagName === 'rp');
  return node.children.flatMap((child): ElementContent[] => {
    if (!isElement(child) || !/^(?:rt|rp|rb|rtc)$/.test(child.tagName))
      return context.clean([child], context);
    const children = context.clean(child.children, context);
    const isAid = child.tagName === 'rt' || child.tagName === 'rtc';
    return isAid && !hasBrackets && wordsOf(child) !== ''
      ? [makeText('('), ...children, makeText(')')]
      : children;
  });
}
