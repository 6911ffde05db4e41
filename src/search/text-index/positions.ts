import type { ByteReader, ByteWriter } from './bytes.ts';

// Where an article has a word: how often, and of each occurrence, as numbers in LEB128,
//
//   the distance from the one before, doubled; one more where function words stand before it
//   then each of these, from the nearest on: its number doubled; one more where another one follows

/**
 * Writes where an article has a word.
 *
 * @param positions counted in words from the beginning of the article, ascending
 * @param functionWords the numbers of the function words of the article by their positions, 0 for other words; left out for a
 *   function word, with which none are kept
 */
export function writePositions(
  writer: ByteWriter,
  positions: readonly number[],
  functionWords: Uint8Array | undefined,
): void {
  writer.writeNumber(positions.length);
  let last = 0;
  for (const position of positions) {
    let [before, number] = [position - 1, functionWords?.[position - 1] ?? 0];
    writer.writeNumber((position - last) * 2 + (number > 0 ? 1 : 0));
    last = position;
    while (number > 0) {
      const next = functionWords?.[--before] ?? 0;
      writer.writeNumber(number * 2 + (next > 0 ? 1 : 0));
      number = next;
    }
  }
}

/**
 * Reads where an article has a word.
 *
 * @param onOccurrence is called with its position, and the numbers of the function words before it, the nearest first: a list
 *   that is only valid until it returns
 */
export function readPositions(
  reader: ByteReader,
  onOccurrence: (position: number, before: readonly number[]) => void,
): void {
  let position = 0;
  const before: number[] = [];
  for (let left = reader.readNumber(); left > 0; left--) {
    const distance = reader.readNumber();
    position += Math.floor(distance / 2);
    before.length = 0;
    for (let hasMore = distance % 2 === 1; hasMore;) {
      const number = reader.readNumber();
      before.push(Math.floor(number / 2));
      hasMore = number % 2 === 1;
    }
    onOccurrence(position, before);
  }
}
