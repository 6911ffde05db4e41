import type { Paragraph, Root } from 'mdast';

type Point = NonNullable<Root['position']>['start'];

/**
 * Whatever could make of a text more than paragraphs of words, in CommonMark: the signs of inlines and of blocks, white space
 * that is dropped, and characters that are replaced. Some texts that have one of them are plain, too.
 */
const notPlain = /[\\`*_[\]<&\t\r\0\ufeff]|^(?:[ #>+=-]|\d{1,9}[.)])| $/m;

/**
 * Parses a text that has paragraphs of words and nothing else, as most news texts do: into the tree that a parser of CommonMark
 * makes of it.
 *
 * @returns undefined when the text may have anything else, or nothing at all
 */
export function parsePlainParagraphs(text: string): Root | undefined {
  if (notPlain.test(text)) return undefined;
  const children: Paragraph[] = [];
  let [line, at] = [1, 0];
  while (at < text.length) {
    if (text[at] === '\n') {
      line++;
      at++;
      continue;
    }
    const next = text.indexOf('\n\n', at);
    const last = text.endsWith('\n') ? text.length - 1 : text.length;
    const end = next === -1 ? last : next;
    const value = text.slice(at, end);
    const start: Point = { line, column: 1, offset: at };
    const breaks = value.split('\n').length - 1;
    line += breaks;
    const column = value.length - value.lastIndexOf('\n');
    const position = { start, end: { line, column, offset: end } };
    children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position });
    at = end;
  }
  if (children.length === 0) return undefined;
  const column = text.length - text.lastIndexOf('\n');
  const start: Point = { line: 1, column: 1, offset: 0 };
  return { type: 'root', children, position: { start, end: { line, column, offset: text.length } } };
}
