import type { Element, ElementContent } from 'hast';

import type { Context } from './context.ts';
import { arrangeBlock, wrapRuns } from './flow.ts';
import { isBlank, isElement, makeElement, makeText } from './nodes.ts';

/** Kinds of emphasis, by their elements. */
const marks: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
};

/** Whether an element is emphasis that Markdown has. */
export function isEmphasis({ tagName }: Element): boolean {
  return Object.hasOwn(marks, tagName);
}

/** Emphasis within the same emphasis has no meaning, and Markdown would need more and more characters for it. */
export function convertEmphasis(node: Element, context: Context): ElementContent[] {
  const mark = marks[node.tagName] ?? 'em';
  if (context.marks.includes(mark)) return context.clean(node.children, context);
  const children = context.clean(node.children, { ...context, marks: [...context.marks, mark] });
  const isParted = context.breaksPartParagraphs === true && hasDoubleBreak(children);
  const parts = isParted ? arrangeBlock(children, undefined, true) : children;
  return wrapRuns(parts, (run) => makeElement(mark, run)).flatMap((part) =>
    isElement(part) && part.tagName === mark ? releaseSigns(part) : [part],
  );
}

function hasDoubleBreak(children: readonly ElementContent[]): boolean {
  let breaks = 0;
  for (const child of children) {
    if (isElement(child) && child.tagName === 'br') breaks++;
    else if (!isBlank(child)) breaks = 0;
    if (breaks > 1) return true;
  }
  return false;
}

const leadingSigns = /^[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,8}/;
const trailingSigns = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]{1,8}$/;

/**
 * Moves full-width signs at the edges of emphasis out of it: beside a letter, as is usual in Chinese and Japanese, Markdown
 * would take the asterisks for text (CommonMark 0.31, section 6.2).
 */
function releaseSigns(emphasis: Element): ElementContent[] {
  const children = [...emphasis.children];
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  const first = children[0];
  const leading = first?.type === 'text' ? (leadingSigns.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text' && leading !== '') {
    before.push(makeText(leading));
    children[0] = makeText(first.value.slice(leading.length));
  }
  const last = children.at(-1);
  const trailing = last?.type === 'text' ? (trailingSigns.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text' && trailing !== '') {
    after.push(makeText(trailing));
    children[children.length - 1] = makeText(last.value.slice(0, -trailing.length));
  }
  const isEmpty = children.every((child) => child.type === 'text' && child.value === '');
  return [...before, ...(isEmpty ? [] : [{ ...emphasis, children }]), ...after];
}
