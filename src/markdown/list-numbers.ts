import type { ListItem, Nodes, Root } from 'mdast';

/**
 * A remark plugin that keeps numbers of ordered lists that go on higher than counting would: in CommonMark (5.3), only the
 * first number of a list counts, and two lists with nothing between them are one.
 *
 * @example
 * // 1. Ferry\n\n10. Tram → <li>Ferry</li><li value="10">Tram</li>
 */
export function listNumbers() {
  return (tree: Root, file: { toString(): string }): void => {
    const markdown = file.toString();
    visit(tree);

    function visit(node: Nodes): void {
      if (node.type === 'list' && node.ordered) {
        let next = node.start ?? 1;
        for (const item of node.children) {
          const written = readNumber(item, markdown) ?? 0;
          if (written > next) item.data = { ...item.data, hProperties: { value: String(written) } };
          next = Math.max(next, written) + 1;
        }
      }
      if ('children' in node) node.children.forEach(visit);
    }
  };
}

/** The number of an item of an ordered list as it is written: up to nine digits (CommonMark 5.2). */
export function readNumber({ position }: ListItem, markdown: string): number | undefined {
  const at = position?.start.offset;
  const digits = at === undefined ? undefined : /^\d{1,9}/.exec(markdown.slice(at, at + 9))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
