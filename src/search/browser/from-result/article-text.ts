import type { FindMarks, Stretch } from '../engine/find-marks.ts';

/** The parts of an article's page that are indexed. */
const indexed = '.article-head h1, .subtitle, .byline, .text';

/** Elements that do not end a word, and what the archive itself says: see `readHtmlText`, by which a text is indexed. */
const inline = 'a, b, bdi, code, del, em, i, s, span, strong, sub, sup';
const own = '[data-footnotes], [data-footnote-ref]';

/** A text, and where in it the text of each node begins. */
interface ReadText {
  text: string;
  nodes: { node: Text; start: number }[];
}

/** A match in an article's page. */
export interface Match {
  range: Range;
  /** The words around it. */
  context: string;
}

/** How far the words around a match reach, in characters. */
const around = 60;

/** Finds all matches in an article, in the order of its page. */
export function findMatches(article: ParentNode, findMarks: FindMarks): Match[] {
  return [...article.querySelectorAll(indexed)].flatMap((part) => {
    const read = readText(part);
    return findMarks(read.text).map((mark) => ({
      range: createRange(read, mark),
      context: readContext(read.text, mark),
    }));
  });
}

/** Reads the text of a part of an article. Blocks are separate lines, as in the indexed text. */
export function readText(part: Element): ReadText {
  const read: ReadText = { text: '', nodes: [] };
  addText(part, read);
  return read;
}

function addText(element: Element, read: ReadText): void {
  if (element.matches(own)) return;
  const border = element.matches(inline) ? '' : '\n';
  read.text += border;
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      read.nodes.push({ node: node as Text, start: read.text.length });
      read.text += (node as Text).data;
    } else if (node.nodeType === Node.ELEMENT_NODE) addText(node as Element, read);
  }
  read.text += border;
}

function createRange({ nodes }: ReadText, { start, end }: Stretch): Range {
  const range = document.createRange();
  const first = nodes.findLast((each) => each.start <= start);
  const last = nodes.findLast((each) => each.start < end);
  if (first && last) {
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
  }
  return range;
}

/** The words of the same line before and after a match, whole ones where there are spaces. */
function readContext(text: string, { start, end }: Stretch): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [after = ''] = text.slice(end).split('\n', 1);
  const [first, last] = [before.indexOf(' ', before.length - around), after.lastIndexOf(' ', around)];
  const beginning =
    before.length > around ? `…${before.slice(first < 0 ? before.length - around : first)}` : before;
  const ending = after.length > around ? `${after.slice(0, last < 0 ? around : last + 1)}…` : after;
  return beginning + text.slice(start, end) + ending;
}
