import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { SourceError } from '../source-error.ts';
import { toLine } from '../../text/lines.ts';
import { noticeBoxes, noticeDoubledIds } from './reading-order.ts';
import {
  readShare,
  toBox,
  type Box,
  type RecognizedBlock,
  type RecognizedFile,
  type RecognizedPage,
} from './recognized-page.ts';
import { placeWords, type PlacedWord } from './word-boxes.ts';

const parser = unified().use(rehypeParse).freeze();

/** The most elements of a file; a page of a newspaper has ten thousand words. */
const elementLimit = 300_000;

const isPage = isOf(/^ocr_page$/);
const isParagraph = isOf(/^ocr_par$/);
/** What holds lines: the smallest that there is becomes a paragraph. */
const isBlock = isOf(/^ocr_(?:par|carea)$/);
const isLine = isOf(/^(?:ocr_(?:line|header|footer|caption|textfloat|pageno)|ocrx_line)$/);
const isWord = isOf(/^ocrx_word$/);
/** What stands around the text of a page. */
const isNumber = isOf(/^ocr_pageno$/);
const isPicture = isOf(/^ocr_(?:photo|image|linedrawing|float|graphic)$/);

/**
 * Reads hOCR (http://kba.github.io/hocr-spec/1.2/): a paragraph for each `ocr_par`, and a space between words.
 *
 * @throws {SourceError} when it has too many elements
 */
export function readHocr(text: string): RecognizedFile {
  const count = text.match(/<[a-z]/gi)?.length ?? 0;
  if (count > elementLimit) {
    const found = `${count.toLocaleString('en')} elements`;
    throw new SourceError(found, `at most ${elementLimit.toLocaleString('en')}`, 'Split it into pages.');
  }
  const tree = parser.parse(text);
  const system = find(
    tree,
    ({ tagName, properties }) => tagName === 'meta' && properties.name === 'ocr-system',
  );
  const engine = toLine(String(system[0]?.properties.content ?? '')).slice(0, 200);
  const pages = find(tree, isPage).map((element) => readPage(element, text));
  const file = {
    ...(engine !== '' && { engine }),
    pages: pages.length > 0 ? pages : [readPage(tree, text)],
  };
  const title = find(tree, ({ tagName }) => tagName === 'title')[0];
  if (title && toLine(wordsOf(title)) !== '')
    file.pages[0]?.leftOut.unshift({ what: 'the title of the file', text: toLine(wordsOf(title)) });
  return file;
}

function readPage(element: Element | Root, text: string): RecognizedPage {
  const { start, end } = element.position ?? {};
  const around = element.type === 'element' ? readBox(element) : undefined;
  const page: RecognizedPage = {
    line: start?.line ?? 1,
    source: text.slice(start?.offset, end?.offset),
    ...(element.type === 'element' && { image: readProperty(element, /\bimage ["']([^"']+)["']/) }),
    size: around && { width: around.left + around.width, height: around.top + around.height },
    otherIds: new Set(),
    blocks: [],
    leftOut: [],
    notices: [],
  };
  for (const picture of find(element, isPicture))
    page.leftOut.push({
      what: 'an illustration',
      text: toLine(wordsOf(picture)) || String(picture.properties.id ?? ''),
    });
  const [ids, misplaced]: string[][] = [[], []];
  collectBlocks(element);
  page.notices.push(...noticeDoubledIds(ids ?? []), ...noticeBoxes(misplaced ?? []));
  return page;

  function collectBlocks(node: Element | Root): void {
    const isWhole = node.type === 'element' && (isParagraph(node) || find(node, isBlock).length === 0);
    if (isWhole || (node.type === 'root' && find(node, isBlock).length === 0)) addBlock(node);
    else
      for (const child of node.children) {
        if (child.type === 'element') {
          if (!/^(?:head|script|style)$/.test(child.tagName) && !isPicture(child)) collectBlocks(child);
        } else if (child.type === 'text' && child.value.trim() !== '')
          addBlock({ type: 'element', tagName: 'p', properties: {}, children: [child] });
      }
  }

  function addBlock(node: Element | Root): void {
    const parts = find(node, isLine);
    const lines = (parts.length > 0 ? parts : [node]).flatMap((line) => {
      const words = toLine(wordsOf(line));
      const isAside = words !== '' && line.type === 'element' && isNumber(line);
      if (isAside) page.leftOut.push({ what: 'the number of a page', text: words });
      return words === '' || isAside ? [] : [placeWords(words, find(line, isWord).map(readPlaced))];
    });
    if (lines.length === 0) return;
    const block: RecognizedBlock = { ids: [], lines, confidences: [], source: '' };
    for (const word of find(node, isWord)) {
      const sure = readShare(readProperty(word, /\bx_wconf (\d+(?:\.\d+)?)/), 100);
      if (sure !== undefined) block.confidences.push(sure);
    }
    page.blocks.push(node.type === 'element' ? { ...block, ...describe(node) } : block);
  }

  function describe(node: Element): Partial<RecognizedBlock> {
    const id = String(node.properties.id ?? '');
    if (id !== '') ids?.push(id);
    const box = readBox(node);
    if (!box && readProperty(node, /\bbbox\b([^;]*)/) !== undefined) misplaced?.push(id);
    const angle = readProperty(node, /\btextangle (-?\d+(?:\.\d+)?)/);
    if (angle !== undefined && Math.abs(Number(angle)) >= 45)
      page.notices.push(`The block "${id}" is rotated by ${angle.slice(0, 20)}°: check its words.`);
    const language = typeof node.properties.lang === 'string' ? node.properties.lang : undefined;
    return { ids: id === '' ? [] : [id], box, language };
  }
}

function readPlaced(element: Element): PlacedWord {
  return { text: wordsOf(element), box: readBox(element) };
}

function readBox(element: Element): Box | undefined {
  const [left = NaN, top = NaN, right = NaN, bottom = NaN] =
    readProperty(element, /\bbbox ([^;]*)/)
      ?.trim()
      .split(/\s+/)
      .map(Number) ?? [];
  return toBox(left, top, right - left, bottom - top);
}

/** A property of hOCR, which are in `title`. */
function readProperty({ properties }: Element, pattern: RegExp): string | undefined {
  return pattern.exec(String(properties.title ?? ''))?.[1];
}

/** The outermost elements below a node that fulfil a condition. */
function find(node: Root | Element, isWanted: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return isWanted(child) ? [child] : find(child, isWanted);
  });
}

function isOf(pattern: RegExp): (element: Element) => boolean {
  return ({ properties: { className } }) =>
    Array.isArray(className) && className.some((each) => pattern.test(String(each)));
}

/** Words that have elements of their own are a space apart, even where the file has none. */
function wordsOf(node: Element | Root): string {
  const words = node.children.map((child) => wordsIn(child as ElementContent));
  return node.type === 'element' && (isWord(node) || isLine(node)) ? ` ${words.join('')} ` : words.join('');
}

function wordsIn(child: ElementContent): string {
  if (child.type === 'text') return child.value;
  return child.type === 'element' && !isPicture(child) ? wordsOf(child) : '';
}
