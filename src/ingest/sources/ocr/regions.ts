import { uniteBoxes, type Box, type RecognizedBlock, type RecognizedPage } from './recognized-page.ts';

/** The most rectangles of an article on a page; more say nothing. */
const most = 40;
/** How far below a block the next may begin to be part of its column, as a share of the page. */
const widestGap = 0.05;

/**
 * Where blocks stand on their page, in percent, as the IIIF Image API writes it: those that follow one another in a column are one
 * rectangle.
 *
 * @returns nothing where the place of a block is not known
 *
 * @example
 * regionsOf([{ box: { left: 0, top: 0, width: 50, height: 10 }, … }], { width: 100, height: 100 }) // ['pct:0,0,50,10']
 */
export function regionsOf(blocks: readonly RecognizedBlock[], size: RecognizedPage['size']): string[] {
  const boxes: Box[] = [];
  for (const { box } of blocks) {
    if (!box || !size || box.left >= size.width || box.top >= size.height) return [];
    const last = boxes.at(-1);
    if (last && goesOn(last, box, size.height)) boxes[boxes.length - 1] = uniteBoxes(last, box);
    else boxes.push(box);
  }
  if (!size || boxes.length > most) return [];
  return boxes.map(({ left, top, width, height }) => {
    const [x, w] = toPercent(left, width, size.width);
    const [y, h] = toPercent(top, height, size.height);
    return `pct:${x},${y},${w},${h}`;
  });
}

function goesOn(above: Box, below: Box, height: number): boolean {
  const overlap =
    Math.min(above.left + above.width, below.left + below.width) - Math.max(above.left, below.left);
  const end = above.top + above.height;
  return (
    overlap > Math.min(above.width, below.width) / 2 &&
    below.top >= above.top &&
    below.top - end <= height * widestGap
  );
}

/** The start and the length, clipped to the page, in hundredths of a percent. */
function toPercent(start: number, length: number, whole: number): [number, number] {
  const from = Math.floor((start / whole) * 10_000);
  const to = Math.min(10_000, Math.ceil(((start + length) / whole) * 10_000));
  return [from / 100, Math.max(1, to - from) / 100];
}
