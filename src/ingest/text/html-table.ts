import type { Element, ElementContent } from 'hast';

import { arrangeBlock } from './html/flow.ts';
import { attribute, isBlank, isElement, listElements, makeElement, toOneLine } from './html/nodes.ts';

/**
 * Reduces a table to what Markdown can represent: cells of one line, and no caption. The lines of a cell are joined with
 * spaces; a caption becomes a paragraph in emphasis after the table. A table of one row, or with a table in it, is used for
 * layout: the contents of its cells are put one after the other.
 *
 * @param table already cleaned, including its descendants
 */
export function shapeTable(table: Element): ElementContent[] {
  const rows = listRows(table);
  const cells = rows.flatMap(({ children }) => children).filter(isElement);
  const isCaption = (child: ElementContent) => isElement(child) && child.tagName === 'caption';
  const captions = table.children.filter(isElement).filter(isCaption);
  const after = captions.flatMap(({ children }) => {
    const line = toOneLine(children);
    return line.every(isBlank) ? [] : [makeElement('p', [makeElement('em', line)])];
  });
  const isLayout = /^(?:presentation|none)$/.test(attribute(table, 'role'));
  if (isLayout || rows.length < 2 || cells.some(holdsTable)) {
    const parts = cells.map((cell) => makeElement('div', arrangeBlock(cell.children)));
    return [...parts, ...after];
  }
  for (const cell of cells) cell.children = toOneLine(cell.children);
  return [{ ...table, children: table.children.filter((child) => !isCaption(child)) }, ...after];
}

function listRows({ children }: Element): Element[] {
  return children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? listRows(child) : [];
  });
}

function holdsTable(node: Element): boolean {
  return listElements(node).some(({ tagName }) => tagName === 'table');
}
