import type { Element, Root } from 'hast';

/**
 * Numbers the paragraphs of an article, so that they can be linked to (`#p3`) and cited. Paragraphs in quotations are
 * numbered, those in lists, tables and footnotes are not. The number is a link without text, so that the text of the
 * paragraph is unchanged.
 *
 * @param tree the article; changed in place
 * @param label the accessible name of a number: `Paragraph 3`
 */
export function numberParagraphs(tree: Root, label: (number: number) => string): void {
  let count = 0;
  visit(tree);

  function visit(parent: Root | Element): void {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'blockquote') visit(node);
      if (node.tagName === 'p') number(node, ++count, label);
    }
  }
}

/**
 * Takes the numbers out of rendered HTML for programs that show the text without the page's stylesheet, in which they would be
 * links that nobody sees.
 */
export function withoutParagraphNumbers(html: string): string {
  return html.replaceAll(/<p id="p\d+"><a href="#p\d+" aria-label="[^"]*"><\/a>/g, '<p>');
}

function number(paragraph: Element, value: number, label: (number: number) => string): void {
  const id = `p${value}`;
  paragraph.properties.id = id;
  paragraph.children.unshift({
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#${id}`,
      ariaLabel: label(value),
    },
    children: [],
  });
}
