import type { Element, ElementContent, Nodes } from 'hast';

import { fragmentOf } from './addresses.ts';
import {
  attribute,
  isBlank,
  isBlock,
  isElement,
  labelsOf,
  listElements,
  makeText,
  wordsOf,
} from './nodes.ts';

/** The footnotes of a text, and what its links within itself lead to. */
export interface Notes {
  /** The ids and names of elements. */
  targets: ReadonlySet<string>;
  /** The links that mark a note in the text, and their labels. */
  labels: ReadonlyMap<Element, string>;
  /** The elements that hold a note, and their labels. */
  notes: ReadonlyMap<Element, string>;
  /** The links that lead from a note back to its mark. */
  backlinks: ReadonlySet<Element>;
}

/**
 * Finds footnotes: a short raised or bracketed link to an element of the same text.
 *
 * @param base the address of the page
 */
export function findNotes(root: Nodes, base: string | undefined): Notes {
  const elements = listElements(root);
  const parents = new Map<Nodes, Element>();
  for (const element of elements) for (const child of element.children) parents.set(child, element);
  const targets = new Map<string, Element>();
  for (const element of elements)
    for (const id of idsOf(element)) if (!targets.has(id)) targets.set(id, element);
  const labels = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const backlinks = new Set<Element>();
  const marks = new Set<string>();
  for (const link of elements) {
    if (link.tagName !== 'a') continue;
    const id = fragmentOf(attribute(link, 'href'), base);
    if (!id) continue;
    if (marks.has(id)) {
      backlinks.add(link);
      continue;
    }
    const target = targets.get(id);
    const label = target && labelOf(link, parents);
    if (!label) continue;
    labels.set(link, label);
    for (let each: Element | undefined = link; each && !isBlock(each); each = parents.get(each))
      for (const mark of idsOf(each)) marks.add(mark);
    const note = blockOf(target, parents);
    if (!notes.has(note)) notes.set(note, label);
  }
  return { targets: new Set(targets.keys()), labels, notes, backlinks };
}

function idsOf(element: Element): string[] {
  return [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : ''].filter(
    Boolean,
  );
}

/** The label of a link that marks a note. */
function labelOf(link: Element, parents: ReadonlyMap<Nodes, Element>): string | undefined {
  const words = wordsOf(link);
  const label = words.replace(/^[[(]|[\])]$/g, '').trim();
  if (!/^(?:\d{1,4}|\p{L}{1,3}|[*†‡§¶]{1,3})$/u.test(label)) return undefined;
  const around = [link, ...listElements(link)];
  for (let each = parents.get(link); each && !isBlock(each); each = parents.get(each)) around.push(each);
  const isMark =
    /^\[.*\]$/.test(words) ||
    around.some((each) => each.tagName === 'sup' || /note|(?:^|\s)fn(?:$|\s|-)/i.test(labelsOf(each)));
  return isMark ? label : undefined;
}

/** The outermost paragraph or list item that begins with an element; the element itself when it stands within a text. */
function blockOf(target: Element, parents: ReadonlyMap<Nodes, Element>): Element {
  let note = target;
  for (let each: Element = target; ;) {
    const parent = parents.get(each);
    if (!parent || !/^(?:a|b|em|i|p|span|strong|sup|li|dd|div|td)$/.test(parent.tagName)) return note;
    if (parent.children.find((child) => !isBlank(child)) !== each) return note;
    // A container of several notes is none.
    if (parent.tagName === 'div' && isBlock(each)) return note;
    if (isBlock(parent)) note = parent;
    each = parent;
  }
}

/** Puts a note's label before its words, once. */
export function labelNote(children: readonly ElementContent[], label: string): ElementContent[] {
  const index = children.findIndex((child) => !isBlank(child));
  const first = children[index];
  if (first && isElement(first) && isBlock(first)) {
    const labelled = { ...first, children: labelNote(first.children, label) };
    return [...children.slice(0, index), labelled, ...children.slice(index + 1)];
  }
  const rest = index === -1 ? [] : removeLabel(children.slice(index), label);
  return [makeText(`[${label}] `), ...rest];
}

/** Removes the label that a note begins with: `1`, `1.`, `[1]`, a raised 1. */
function removeLabel(children: readonly ElementContent[], label: string): ElementContent[] {
  const [first, ...others] = children;
  if (!first) return [];
  if (isElement(first) && !/^(?:a|pre)$/.test(first.tagName)) {
    const inner = removeLabel(first.children, label);
    return inner.every(isBlank) ? trimFirst(others) : [{ ...first, children: inner }, ...others];
  }
  if (first.type !== 'text') return [...children];
  const written = first.value.trimStart();
  for (const form of [`[${label}]`, `(${label})`, raise(label), label]) {
    if (!written.startsWith(form)) continue;
    const after = written.slice(form.length);
    if (/^[\p{L}\p{N}]|^[.,]\p{N}/u.test(after)) continue;
    // A bare number is a label only before a full stop, or by itself: a note may begin with "3 boats".
    if (form === label && after !== '' && !/^[.:)\]]/.test(after)) continue;
    return trimFirst([makeText(after.replace(/^[.:)\]]/, '')), ...others]);
  }
  return [...children];
}

function trimFirst(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.trimStart();
  return value === '' ? trimFirst(others) : [makeText(value), ...others];
}

function raise(label: string): string {
  return label.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}
