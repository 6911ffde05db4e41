import type { Element, ElementContent } from 'hast';

import { isBlank, isBlock, isElement, listElements, makeElement, trimBlanks } from './nodes.ts';
import { isPictureLink, partsOfPicture } from './pictures.ts';

/** The property of a link that stands for a player or an embedded page. */
export const embedMark = 'dataEmbed';

/** What stands on a line of its own where it is not within running text. */
function isInsert(node: Element): boolean {
  return isPictureLink(node) || node.properties[embedMark] !== undefined;
}

/** Inserts, with the link that a picture has, where nothing else is in them. */
function insertsOf(node: ElementContent): Element[] | undefined {
  if (!isElement(node)) return undefined;
  if (isInsert(node)) return [node];
  if (isBlock(node) || node.children.length === 0) return undefined;
  const inner = node.children.filter((child) => !isBlank(child)).map(insertsOf);
  return inner.length > 0 && inner.every((each) => each !== undefined) ? inner.flat() : undefined;
}

/**
 * Arranges what is in a block: pictures and players at the beginning and the end of a run of text become paragraphs of
 * their own, so that a picture is never taken for the first words of a text. Within the text they remain links.
 *
 * @param children already converted
 * @param parent a paragraph is parted; in any other block its parts stand beside each other
 * @param parts whether two line breaks in a row end a paragraph
 */
export function arrangeBlock(children: ElementContent[], parent?: Element, parts = false): ElementContent[] {
  if (!parts && !children.some((child) => insertsOf(child) || (parent && isBlock(child))))
    return parent ? [{ ...parent, children }] : children;
  const arranged: ElementContent[] = [];
  for (const run of listRuns(children, parts)) {
    if (!Array.isArray(run)) arranged.push(run);
    else {
      const { before, text, after } = peelInserts(run);
      arranged.push(...before);
      if (text.length > 0) arranged.push(...(parent || parts ? [asParagraph(text, parent)] : text));
      arranged.push(...after);
    }
  }
  return arranged;
}

function asParagraph(children: ElementContent[], parent: Element | undefined): Element {
  return parent ? { ...parent, children } : makeElement('p', children);
}

/** Parts nodes into blocks and runs of text. */
function listRuns(children: readonly ElementContent[], parts: boolean): (Element | ElementContent[])[] {
  const runs: (Element | ElementContent[])[] = [];
  let run: ElementContent[] = [];
  let breaks = 0;
  const end = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const child of children) {
    if (isElement(child) && isBlock(child)) {
      end();
      runs.push(child);
      continue;
    }
    if (isElement(child) && child.tagName === 'br') breaks++;
    else if (!isBlank(child)) {
      if (parts && breaks > 1) end();
      breaks = 0;
    }
    run.push(child);
  }
  end();
  return runs;
}

function peelInserts(run: readonly ElementContent[]) {
  let text = trimBlanks(run);
  const peel = (side: 'first' | 'last'): Element[] => {
    const peeled: Element[] = [];
    for (;;) {
      const node = side === 'first' ? text[0] : text.at(-1);
      const inserts = node && insertsOf(node);
      if (!inserts) return peeled;
      if (side === 'first') peeled.push(...asParagraphs(inserts));
      else peeled.unshift(...asParagraphs(inserts));
      text = trimBlanks(side === 'first' ? text.slice(1) : text.slice(0, -1));
    }
  };
  const before = peel('first');
  return { before, after: peel('last'), text };
}

function asParagraphs(inserts: readonly Element[]): Element[] {
  return inserts.map((insert) => makeElement('p', isPictureLink(insert) ? partsOfPicture(insert) : [insert]));
}

/**
 * Puts a wrapper (a link, emphasis) around what is in some nodes: around each run of text by itself where there are blocks,
 * which it cannot hold.
 *
 * @param isApart what else it cannot hold
 */
export function wrapRuns(
  nodes: readonly ElementContent[],
  wrap: (run: ElementContent[]) => ElementContent,
  isApart: (node: Element) => boolean = () => false,
): ElementContent[] {
  const wrapped: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = () => {
    const text = trimSpace(run);
    wrapped.push(...text.before, ...(text.inner.length > 0 ? [wrap(text.inner)] : []), ...text.after);
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) run.push(node);
    else if (isApart(node)) {
      end();
      wrapped.push(node);
    } else if (isBlock(node) || listElements(node).some((each) => isBlock(each) || isApart(each))) {
      end();
      wrapped.push({ ...node, children: wrapRuns(node.children, wrap, isApart) });
    } else run.push(node);
  }
  end();
  return wrapped;
}

/** Parts white space and line breaks from a run: Markdown has no emphasis that begins or ends with them. */
function trimSpace(run: readonly ElementContent[]) {
  const first = run.findIndex((node) => !isBlank(node));
  if (first === -1) return { before: [...run], inner: [], after: [] };
  const last = run.findLastIndex((node) => !isBlank(node));
  const inner = run.slice(first, last + 1);
  const before = run.slice(0, first);
  const after = run.slice(last + 1);
  const [head, tail] = [inner[0], inner.at(-1)];
  if (head?.type === 'text' && /^\s/.test(head.value)) {
    inner[0] = { ...head, value: head.value.trimStart() };
    before.push({ type: 'text', value: ' ' });
  }
  const end = inner.at(-1);
  if (tail?.type === 'text' && end?.type === 'text' && /\s$/.test(tail.value)) {
    inner[inner.length - 1] = { ...end, value: end.value.trimEnd() };
    after.unshift({ type: 'text', value: ' ' });
  }
  return { before, inner, after };
}
