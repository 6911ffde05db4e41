import type { Position } from '../../records/problem.ts';
import { positionAt } from '../../records/read/decode-text.ts';

/** The position of the first occurrence of a text within another; the beginning when it does not occur as such. */
export function locateText(part: string, text: string): Position {
  return positionAt(text, Math.max(0, text.indexOf(part)));
}
