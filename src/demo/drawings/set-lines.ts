import type { Typeface } from '../../exports/sharing/share-image.ts';

/** Measures and breaks text that is set in a typeface. */
export interface Measure {
  /** The width of a text in pixels. */
  widthOf(text: string, size: number): number;
  /** Breaks a text into lines of words. @param indent of the first line, in pixels */
  breakLines(text: string, width: number, size: number, indent?: number): string[][];
}

/** Creates a measure for a typeface. */
export function createMeasure(typeface: Typeface): Measure {
  const widthOf = (text: string, size: number) =>
    [...text].reduce((sum, character) => sum + (typeface.widthOf(character) ?? 0.5), 0) * size;
  return {
    widthOf,
    breakLines(text, width, size, indent = 0) {
      const lines: string[][] = [[]];
      let room = width - indent;
      for (const word of text.split(/\s+/).filter(Boolean)) {
        const needed = widthOf(word, size) + (lines.at(-1)?.length ? widthOf(' ', size) : 0);
        if (needed > room && lines.at(-1)?.length) {
          lines.push([word]);
          room = width - widthOf(word, size);
        } else {
          lines.at(-1)?.push(word);
          room -= needed;
        }
      }
      return lines;
    },
  };
}
