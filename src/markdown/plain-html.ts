import type { Element, ElementContent, Root } from 'hast';

/**
 * A rehype plugin that fits rendered Markdown into a page: headings rank below the page's own, wide tables scroll in
 * containers of their own, and obsolete attributes, links without a target and unlabelled checkboxes are replaced.
 *
 * @param tableLabel the accessible name of a table's container
 */
export function rehypePlainHtml(tableLabel: string) {
  return (tree: Root): void => {
    const ranks: number[] = [];
    visit(tree);

    function visit(parent: Root | Element): void {
      parent.children = parent.children.map((node) => {
        if (node.type !== 'element') return node;
        const rank = /^h([1-6])$/.exec(node.tagName)?.[1];
        if (rank && node.properties.id !== 'footnote-label')
          node.tagName = `h${outlineRank(ranks, Number(rank))}`;
        visit(node);
        return replace(node, tableLabel);
      }) as ElementContent[];
    }
  };
}

/**
 * The rank of a heading in an outline that begins at 2, since the page's title has rank 1, and skips no rank.
 *
 * @param open the written ranks of the headings that the next one may be nested under; changed in place
 */
function outlineRank(open: number[], written: number): number {
  while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
  open.push(written);
  return Math.min(open.length + 1, 6);
}

function replace(node: Element, tableLabel: string): ElementContent {
  const { tagName, properties } = node;
  if (tagName === 'a' && properties.href === undefined) node.tagName = 'span';
  if (tagName === 'input') return { type: 'text', value: properties.checked ? '☑' : '☐' };
  if (properties.align) {
    properties.className = [`align-${String(properties.align)}`];
    delete properties.align;
  }
  if (tagName !== 'table') return node;
  const scroller = { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: tableLabel };
  return { type: 'element', tagName: 'div', properties: scroller, children: [node] };
}
