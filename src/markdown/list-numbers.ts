import type { Nodes, Root } from 'mdast';

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
          const from = item.position?.start.offset ?? 0;
          // CommonMark (5.2) allows nine digits.
          const written = Number(/^\d{1,9}/.exec(markdown.slice(from, from + 9))?.[0] ?? 0);
          if (written > next) item.data = { ...item.data, hProperties: { value: String(written) } };
          next = Math.max(next, written) + 1;
        }
      }
      if ('children' in node) node.children.forEach(visit);
    }
  };
}
