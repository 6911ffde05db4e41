import { formatWordBoxes, type BoxedWord, type WordBox } from '../../../records/media/word-boxes.ts';
import { toLine } from '../../text/lines.ts';
import type { Box, RecognizedPage, RecognizedWord } from './recognized-page.ts';

/** A word that a file has with its place. */
export interface PlacedWord {
  text: string;
  box: Box | undefined;
}

/** What a line ends in when a word goes on in the next; the last two signs stand for nothing else there. */
const parting = /[\p{L}\p{M}][-\u2010\u2e17\u00ac\u00ad]$/u;
const certain = /[\u00ac\u00ad]$/;
/** How many words that a line does not have may stand before one that it has. */
const farthest = 20;

/**
 * The words of a page with their boxes, as they are kept beside its facsimile. A word that a line end parts has the boxes of both
 * parts; where the file does not say the whole it keeps its hyphen, so that it is found with and without.
 *
 * @returns undefined if the file has no boxes, or does not say the size of the page
 */
export function formatPageWords({ blocks, size }: RecognizedPage): string | undefined {
  if (!size) return undefined;
  const boxed: BoxedWord[][] = [];
  /** The last word of the line before, and what the whole of it is. */
  let before: { word: BoxedWord; whole: string | undefined } | undefined;
  for (const { lines } of blocks) {
    const written: BoxedWord[] = [];
    for (const line of lines)
      for (const [index, word] of line.entries()) {
        const box = word.box && toWordBox(word.box, size);
        const boxes = box ? [box] : [];
        if (index === 0 && before && goesOn(before, word)) {
          before.word.text = before.whole ?? joinParts(before.word.text, word.text);
          before.word.boxes.push(...boxes);
        } else {
          const text = toLine(word.whole ?? (word.restOf || word.text));
          before = { word: { text, boxes }, whole: word.whole };
          if (text !== '') written.push(before.word);
        }
      }
    boxed.push(written);
  }
  return formatWordBoxes(boxed);
}

/**
 * Gives the words of a line the places that a file has of them by itself. Words that it does not have so get none.
 *
 * @param line as it is written
 * @param placed words in their order; one with a space in it is several, each with the same place
 */
export function placeWords(line: string, placed: readonly PlacedWord[]): RecognizedWord[] {
  const parts = placed.flatMap(({ text, box }) => splitWords(text).map((each) => ({ text: each, box })));
  let next = 0;
  return splitWords(line).map((text) => {
    const found = parts.slice(next, next + farthest).findIndex((part) => part.text === text);
    const box = parts[next + found]?.box;
    if (found !== -1) next += found + 1;
    return { text, ...(found !== -1 && box && { box }) };
  });
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function goesOn(
  { word, whole }: { word: BoxedWord; whole: string | undefined },
  next: RecognizedWord,
): boolean {
  if (next.restOf !== undefined) return whole !== undefined && (next.restOf === '' || next.restOf === whole);
  return whole === undefined && parting.test(word.text) && /^\p{Ll}/u.test(next.text);
}

function joinParts(first: string, rest: string): string {
  return `${certain.test(first) ? first.slice(0, -1) : first.replace(/\u2e17$/, '-')}${rest}`;
}

/** A box in ten-thousandths of the page, clipped to it; undefined where nothing of it is on the page. */
function toWordBox(
  { left, top, width, height }: Box,
  page: { width: number; height: number },
): WordBox | undefined {
  const [x, w] = toParts(left, width, page.width);
  const [y, h] = toParts(top, height, page.height);
  return w > 0 && h > 0 ? [x, y, w, h] : undefined;
}

function toParts(start: number, length: number, whole: number): [number, number] {
  const limit = (part: number) => Math.min(10_000, Math.round((part / whole) * 10_000));
  const from = limit(start);
  // What is thinner than that can still be seen.
  return [from, Math.max(from < 10_000 ? 1 : 0, limit(start + length) - from)];
}
