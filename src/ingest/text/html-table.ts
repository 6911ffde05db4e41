import type { Element, ElementContent } from 'hast';

/** Elements that begin and end a line. */
const block =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|legend|li|main|ol|p|pre|section|summary|ul)$/;

/**
 * Reduces a table to what Markdown can represent: cells of one line, and no caption. The lines of a cell are joined with
 * spaces; a caption becomes a paragraph before the table. A table of one row, or with a table in it, is used for layout:
 * the contents of its cells are put one after the other.
 *
 * @param table already cleaned, including its descendants
 */
export function shapeTable(table: Element): ElementContent[] {
  const rows = listRows(table);
  const cells = rows.flatMap(({ children }) => children).filter(isElement);
  const captions = table.children.filter(isElement).filter(({ tagName }) => tagName === 'caption');
  const before = captions.map((caption) => ({
    ...caption,
    tagName: 'p',
    children: putOnOneLine(caption.children),
  }));
  if (rows.length < 2 || cells.some(holdsTable)) {
    const parts = cells.map((cell) => ({ ...cell, tagName: 'div', properties: {} }));
    return [...before, ...parts];
  }
  for (const cell of cells) cell.children = putOnOneLine(cell.children);
  const rest = table.children.filter((child) => !(isElement(child) && child.tagName === 'caption'));
  return [...before, { ...table, children: rest }];
}

function listRows({ children }: Element): Element[] {
  return children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? listRows(child) : [];
  });
}

function holdsTable({ children }: Element): boolean {
  return children.some((child) => isElement(child) && (child.tagName === 'table' || holdsTable(child)));
}

function putOnOneLine(children: readonly ElementContent[]): ElementContent[] {
  const line = flatten(children);
  const isWord = (node: ElementContent) => !isElement(node) || node.tagName !== 'br';
  return line.slice(line.findIndex(isWord), line.findLastIndex(isWord) + 1);
}

/** Replaces the start and the end of block elements with line breaks. */
function flatten(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    const inner = flatten(child.children);
    return block.test(child.tagName) ? [lineBreak(), ...inner, lineBreak()] : [{ ...child, children: inner }];
  });
}

function lineBreak(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
