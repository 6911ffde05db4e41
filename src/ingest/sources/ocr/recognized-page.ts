import type { LeftOut } from '../../drafts/draft.ts';

/** A rectangle on a page, in the units of its file; `left` and `top` are counted from the page's upper left corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A word as it was recognized. */
export interface RecognizedWord {
  text: string;
  /** Where it stands, where the file says it of each word. */
  box?: Box;
  /** Of the first part of a word that a line end parts: the whole word, where the file says it. */
  whole?: string;
  /** Of the rest of such a word: the whole word, `''` where the file does not say it. */
  restOf?: string;
}

/** A block of text on a page: a paragraph, a headline. */
export interface RecognizedBlock {
  /** Its own id and those of the blocks in which it stands. */
  ids: readonly string[];
  lines: RecognizedWord[][];
  box?: Box | undefined;
  /** How sure the program is of each of its words, 0 to 1, where it says so. */
  confidences: number[];
  /** As the file writes it: `eng`, `de`. */
  language?: string | undefined;
  /** Where it stands when that is not among the text: `in the top margin`. */
  aside?: string | undefined;
  /** What is known of each of its lines, where the file has ids or places of them. */
  parts?: RecognizedLine[];
  /** Of a line that is taken by itself: the block that it is from. */
  partOf?: RecognizedBlock;
  /** Its part of the file, exactly as received. */
  source: string;
}

/** What is known of a line besides its words: see {@link RecognizedBlock}. */
export interface RecognizedLine extends Pick<RecognizedBlock, 'box' | 'confidences' | 'source'> {
  id: string;
}

/** What a program recognized on the picture of a page. */
export interface RecognizedPage {
  /** The 1-based line of the file on which it begins. */
  line: number;
  /** Its part of the file, exactly as received. */
  source: string;
  /** Its number as printed. */
  number?: string | undefined;
  /** The name or path of its picture. */
  image?: string | undefined;
  /** In the same units as the boxes. */
  size?: { width: number; height: number } | undefined;
  /** How sure the program is of the page as a whole, 0 to 1. */
  confidence?: number | undefined;
  language?: string | undefined;
  /** Ids of what has no text: illustrations, ornaments. */
  otherIds: Set<string>;
  /** In reading order. */
  blocks: RecognizedBlock[];
  leftOut: LeftOut[];
  notices: string[];
}

/** What a file has of recognized pages. */
export interface RecognizedFile {
  /** The programs that recognized it, as the file names them. */
  engine?: string | undefined;
  pages: RecognizedPage[];
}

/** How many of the blocks in which a block stands are known by their ids. */
export const mostNested = 20;

/** No page is larger, in pixels or in 1/1200 of an inch. */
const largest = 1_000_000;

/** A rectangle of four numbers; undefined unless these can be one. */
export function toBox(left: number, top: number, width: number, height: number): Box | undefined {
  const isPlace = [left, top].every((each) => each >= 0 && each <= largest);
  const isSize = [width, height].every((each) => each > 0 && each <= largest);
  return isPlace && isSize ? { left, top, width, height } : undefined;
}

/** The rectangle around two. */
export function uniteBoxes(one: Box, other: Box): Box {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return {
    ...{ left, top },
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}

/** Reads a number between 0 and 1; undefined for anything else. */
export function readShare(written: string | undefined, whole = 1): number | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const value = Number(written) / whole;
  return value >= 0 && value <= 1 ? value : undefined;
}
