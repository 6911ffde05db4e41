/**
 * A rectangle on a picture as it is seen: left, top, width and height in ten-thousandths of the picture's width and height, so
 * that it holds for every size in which the picture is published.
 */
export type WordBox = readonly [left: number, top: number, width: number, height: number];

/** A word as it is printed, with its boxes: two where a line end parts it, none where its place is not known. */
export interface BoxedWord {
  text: string;
  boxes: WordBox[];
}

/** The first line of a file, which says what it has. */
export const wordFileHeader = 'word\tleft top width height in 1/10000 of the picture\trest after a line end';

/** How the name of such a file ends, after that of its facsimile. */
export const wordFileEnd = '.words.txt';

/** The most words of a page, and the most characters of its file: the largest newspaper pages have some 20,000 words. */
export const wordFileLimits = { words: 100_000, characters: 5_000_000 } as const;

/**
 * The file that has the boxes of the words on a facsimile: it stands beside it.
 *
 * @param facsimile a path
 *
 * @example
 * wordFileOf('1903/02/28/page-5.jpg') // '1903/02/28/page-5.jpg.words.txt'
 */
export function wordFileOf(facsimile: string): string {
  return facsimile + wordFileEnd;
}

/**
 * Writes the words of a page: a line for each word with its boxes, parted by tabs, and an empty line between blocks. The form is
 * our own: ALTO, hOCR and PAGE-XML, of which it is made, take ten times as much.
 *
 * @param blocks of text, in reading order
 * @returns undefined if no word has a box, or there are more than a file may have
 *
 * @example
 * formatWordBoxes([[{ text: 'Harbour', boxes: [[120, 560, 210, 45]] }]]) // 'word…\nHarbour\t120 560 210 45\n'
 */
export function formatWordBoxes(blocks: readonly (readonly BoxedWord[])[]): string | undefined {
  const words = blocks.flat();
  if (words.length > wordFileLimits.words || words.every(({ boxes }) => boxes.length === 0)) return undefined;
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map(formatWord).join('\n'))
    .join('\n\n');
  const file = `${wordFileHeader}\n${text}\n`;
  return file.length > wordFileLimits.characters ? undefined : file;
}

function formatWord({ text, boxes }: BoxedWord): string {
  return [text, ...boxes.map((box) => box.join(' '))].join('\t');
}

/** Reads such a file, which has been checked: the words of each block. */
export function readWordBoxes(file: string): BoxedWord[][] {
  const [, ...lines] = file.split('\n');
  const blocks: BoxedWord[][] = [[]];
  for (const line of lines)
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(readWord(line));
  return blocks;
}

function readWord(line: string): BoxedWord {
  const [text = '', ...boxes] = line.split('\t');
  return { text, boxes: boxes.map((box) => box.split(' ').map(Number) as unknown as WordBox) };
}
