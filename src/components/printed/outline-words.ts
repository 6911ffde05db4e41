import { fromResult as t } from '../../languages/search/messages.ts';
import type { WordBox } from '../../records/media/word-boxes.ts';
import type { FindMarks } from '../../search/browser/engine/find-marks.ts';
import { element } from '../../search/browser/page/element.ts';
import { findWords } from './find-words.ts';

const svg = 'http://www.w3.org/2000/svg';

// Outlines the words of a search on the printed pages of an article, by the boxes in which a program recognized them, and says
// below each page how many there are.

for (const page of document.querySelectorAll<HTMLElement>('[data-words]'))
  page.addEventListener('outline', (event) => {
    void outlineWords(page, (event as CustomEvent<FindMarks>).detail).catch(() => {
      // Without a connection the page stays as it is.
    });
  });

async function outlineWords(page: HTMLElement, findMarks: FindMarks): Promise<void> {
  const response = await fetch(page.dataset['words'] ?? '');
  if (!response.ok) return;
  const found = findWords(await response.text(), findMarks, createRegionTest(page));
  // The bar of the search may have been closed.
  if (found.length === 0 || !document.querySelector('.result-bar')) return;
  const group = document.createElementNS(svg, 'g');
  group.setAttribute('class', 'found');
  group.append(...found.flatMap(({ boxes }) => boxes.map(createOutline)));
  findDrawing(page).append(group);
  const caption = element('p', { className: 'found-words' }, t.outlined(found.length));
  page.parentElement?.querySelector('.zoom-button')?.before(caption);
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
