import type { Element, ElementContent, Root } from 'hast';

/**
 * A rehype plugin that sets rendered Markdown as a part of a page: headings below the page's own, wide tables
 * scroll by themselves, and attributes and controls that HTML no longer has, or that would need a name, are replaced.
 *
 * @param tableLabel the name of a table that scrolls
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
 * The rank of a heading in an outline that begins at 2, since the page's title is its 1, and skips none.
 *
 * @param open the ranks of the headings that the next one may lie under, as written; changed in place
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
