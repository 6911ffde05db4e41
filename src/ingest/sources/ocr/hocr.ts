import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { SourceError } from '../source-error.ts';
import { toLine } from '../../text/lines.ts';
import type { RecognizedPages } from './recognized-page.ts';

const parser = unified().use(rehypeParse).freeze();

/** The most elements of a file; a page of a newspaper has ten thousand words. */
const elementLimit = 300_000;

const [paragraphs, lines] = [
  /^ocr_par$/,
  /^(?:ocr_(?:line|header|footer|caption|textfloat|pageno)|ocrx_line)$/,
];
/** What stands around the text of a page. */
const numbers = /^ocr_pageno$/;
const pictures = /^ocr_(?:photo|image|linedrawing|float|graphic)$/;

/**
 * Reads hOCR (http://kba.github.io/hocr-spec/1.2/): a paragraph for each `ocr_par`, and a space between words.
 *
 * @throws {SourceError} when it has too many elements
 */
export function readHocr(text: string): RecognizedPages {
  const count = text.match(/<[a-z]/gi)?.length ?? 0;
  if (count > elementLimit) {
    const found = `${count.toLocaleString('en')} elements`;
    throw new SourceError(found, `at most ${elementLimit.toLocaleString('en')}`, 'Split it into pages.');
  }
  const pages: RecognizedPages = { paragraphs: [], leftOut: [], wordConfidences: [], pageConfidences: [] };
  const tree = parser.parse(text);
  const title = find(tree, (element) => element.tagName === 'title')[0];
  if (title && toLine(wordsOf(title)) !== '')
    pages.leftOut.push({ what: 'the title of the file', text: toLine(wordsOf(title)) });
  const isOf = (pattern: RegExp) => (element: Element) =>
    classesOf(element).some((each) => pattern.test(each));
  for (const page of find(tree, isOf(/^ocr_page$/))) {
    const [, image] = /\bimage ["']([^"']+)["']/.exec(String(page.properties.title ?? '')) ?? [];
    if (image !== undefined) pages.leftOut.push({ what: 'the name of the picture of the page', text: image });
  }
  for (const picture of find(tree, isOf(pictures)))
    pages.leftOut.push({
      what: 'an illustration',
      text: toLine(wordsOf(picture)) || String(picture.properties.id ?? ''),
    });
  const found = [paragraphs, /^ocr_carea$/, lines, /^ocr_page$/]
    .map((pattern) => find(tree, isOf(pattern)))
    .find((elements) => elements.length > 0);
  for (const paragraph of found ?? []) {
    const parts = find(paragraph, isOf(lines));
    const written = (parts.length > 0 ? parts : [paragraph]).flatMap((line) => {
      const words = toLine(wordsOf(line));
      if (words !== '' && isOf(numbers)(line))
        pages.leftOut.push({ what: 'the number of a page', text: words });
      return words === '' || isOf(numbers)(line) ? [] : [words];
    });
    if (written.length > 0) pages.paragraphs.push(written);
  }
  for (const word of find(tree, isOf(/^ocrx_word$/))) {
    const [, sure] = /\bx_wconf (\d+(?:\.\d+)?)/.exec(String(word.properties.title ?? '')) ?? [];
    if (sure !== undefined) pages.wordConfidences.push(Number(sure) / 100);
  }
  return pages;
}

/** The outermost elements below a node that fulfil a condition. */
function find(node: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return isWanted(child) ? [child] : find(child, isWanted);
  });
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** Words that have elements of their own are a space apart, even where the file has none. */
function wordsOf(element: Element): string {
  const words = element.children.map((child) =>
    child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : '',
  );
  const isWord = classesOf(element).some((name) => name === 'ocrx_word' || lines.test(name));
  return isWord ? ` ${words.join('')} ` : words.join('');
}
