import { fromResult as t } from '../../../languages/search/messages.ts';
import { readWordBoxes, type BoxedWord, type WordBox } from '../../../records/media/word-boxes.ts';
import type { FindMarks } from '../engine/find-marks.ts';
import { element } from '../page/element.ts';

const svg = 'http://www.w3.org/2000/svg';

/**
 * Outlines the words of a search on the printed pages of an article, by the boxes that a program recognized them in, and says
 * below each page how many there are. Articles load it only when their pages have boxes.
 *
 * @returns what takes the outlines away
 */
export function outlineWords(findMarks: FindMarks): () => void {
  const added: Element[] = [];
  let isRemoved = false;
  for (const page of document.querySelectorAll<HTMLElement>('.printed-page[data-words]'))
    void outlineOn(page).catch(() => {
      // Without a connection the page stays as it is.
    });
  return () => {
    isRemoved = true;
    for (const each of added) each.remove();
  };

  async function outlineOn(page: HTMLElement): Promise<void> {
    const response = await fetch(page.dataset['words'] ?? '');
    if (!response.ok) return;
    const found = findWords(readWordBoxes(await response.text()), findMarks, createRegionTest(page));
    if (found.length === 0 || isRemoved) return;
    const group = document.createElementNS(svg, 'g');
    group.setAttribute('class', 'found');
    group.append(...found.flatMap(({ boxes }) => boxes.map(createOutline)));
    const caption = element('p', { className: 'found-words' }, t.outlined(found.length));
    findDrawing(page).append(group);
    page.parentElement?.querySelector('figcaption .zoom-button')?.before(caption);
    added.push(group, caption);
  }
}

/**
 * The words of a page that are looked for.
 *
 * @param isIn whether a box is in the article's part of the page
 */
export function findWords(
  blocks: readonly (readonly BoxedWord[])[],
  findMarks: FindMarks,
  isIn: (box: WordBox) => boolean,
): BoxedWord[] {
  const words: (BoxedWord & { start: number; end: number })[] = [];
  let text = '';
  for (const block of blocks) {
    for (const word of block.filter(({ boxes }) => boxes.length === 0 || boxes.some(isIn))) {
      words.push({ ...word, start: text.length, end: text.length + word.text.length });
      text += `${word.text} `;
    }
    text += '\n';
  }
  // Both are in the order of the text.
  const marks = findMarks(text);
  let next = 0;
  return words.filter(({ boxes, start, end }) => {
    while ((marks[next]?.end ?? Infinity) <= start) next++;
    return boxes.length > 0 && (marks[next]?.start ?? Infinity) < end;
  });
}

/** Tells the boxes within the article's part of a page, by their middle; all of them where it is not known. */
function createRegionTest(page: HTMLElement): (box: WordBox) => boolean {
  const read = (rect: Element, name: string) => Number(rect.getAttribute(name)) * 10;
  const regions = [...page.querySelectorAll('svg > rect')].map((rect) => ({
    ...{ left: read(rect, 'x'), top: read(rect, 'y') },
    ...{ right: read(rect, 'x') + read(rect, 'width'), bottom: read(rect, 'y') + read(rect, 'height') },
  }));
  if (regions.length === 0) return () => true;
  return ([left, top, width, height]) => {
    const [x, y] = [left + width / 2, top + height / 2];
    return regions.some((each) => x >= each.left && x <= each.right && y >= each.top && y <= each.bottom);
  };
}

/** The drawing that lies on a page: the one with the outline of the article, or a new one like it. */
function findDrawing(page: HTMLElement): Element {
  const drawing = page.querySelector('svg');
  if (drawing) return drawing;
  const created = document.createElementNS(svg, 'svg');
  setAttributes(created, { viewBox: '0 0 1000 1000', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  page.append(created);
  return created;
}

function createOutline(box: WordBox): Element {
  const rect = document.createElementNS(svg, 'rect');
  const [x, y, width, height] = box.map((each) => String(each / 10));
  setAttributes(rect, { x, y, width, height, 'vector-effect': 'non-scaling-stroke' });
  return rect;
}

function setAttributes(of: Element, attributes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value = ''] of Object.entries(attributes)) of.setAttribute(name, value);
}
