import { readWordBoxes, type BoxedWord, type WordBox } from '../../records/media/word-boxes.ts';
import type { FindMarks } from '../../search/browser/engine/find-marks.ts';

/**
 * The words of a page that are looked for.
 *
 * @param file its words with their boxes, as `formatWordBoxes` writes them
 * @param isIn whether a box is in the article's part of the page
 */
export function findWords(file: string, findMarks: FindMarks, isIn: (box: WordBox) => boolean): BoxedWord[] {
  const words: (BoxedWord & { start: number; end: number })[] = [];
  let text = '';
  for (const block of readWordBoxes(file)) {
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
