import { captionMarks, isInCaption } from '../text/caption-marks.ts';
import type { FindMarks, Stretch } from './find-marks.ts';

/** A run of text, and whether it matches the search. */
export interface TextRun {
  text: string;
  isMatch: boolean;
}

/** What a result shows of an article's text. */
export interface Excerpt {
  title: TextRun[];
  /** The run of text with the most matches; the beginning of the text when only the title has any. */
  text: TextRun[];
  /** The different matches, as they are written in title and text. */
  found: string[];
}

/** Length of an excerpt, in characters (UTF-16 code units). */
const length = 220;
/** How far before the first match it begins. */
const lead = 40;
/** How far a word's end or beginning is looked for where an excerpt is cut; characters of unspaced scripts are cut anywhere. */
const longestWord = 24;

/** Creates the excerpt of an article's title and text. */
export function createExcerpt(title: string, text: string, findMarks: FindMarks): Excerpt {
  const inTitle = findMarks(title);
  const marks = findMarks(text);
  const [from, to] = findDensest(text, marks);
  const runs = toRuns(text, from, to, marks);
  if (isInCaption(text.slice(0, from))) runs.unshift({ text: captionMarks[0], isMatch: false });
  if (from > 0) runs.unshift({ text: '… ', isMatch: false });
  if (isInCaption(text.slice(0, to))) runs.push({ text: captionMarks[1], isMatch: false });
  if (to < text.length) runs.push({ text: ' …', isMatch: false });
  const found = [
    ...inTitle.map(({ start, end }) => title.slice(start, end)),
    ...marks.map(({ start, end }) => text.slice(start, end)),
  ];
  return { title: toRuns(title, 0, title.length, inTitle), text: runs, found: [...new Set(found)] };
}

/** @returns where the stretch of text that has the most of the marks begins and ends */
function findDensest(text: string, marks: readonly Stretch[]): [from: number, to: number] {
  let [best, most, next, width] = [0, 0, 0, 0];
  for (const { start, end } of marks) {
    const from = Math.max(0, start - lead);
    for (let mark = marks[next]; mark && mark.end <= from + length; mark = marks[++next])
      width += mark.end - mark.start;
    if (width > most) [best, most] = [from, width];
    width = Math.max(0, width - (end - start));
  }
  // An excerpt that reaches the end of the text has room for more before it.
  const from = startOfWord(text, Math.max(0, Math.min(best, text.length - length)));
  const to = endOfWord(text, Math.min(text.length, from + length));
  return [from, to];
}

function startOfWord(text: string, position: number): number {
  if (position === 0) return 0;
  const space = text.slice(position, position + longestWord).search(/(?<=\s)\S/u);
  return whole(text, space < 0 ? position : position + space);
}

function endOfWord(text: string, position: number): number {
  if (position === text.length) return position;
  const space = text.slice(position, position + longestWord).search(/\s/u);
  return whole(text, space < 0 ? position : position + space);
}

/** A position that is not within a character. */
function whole(text: string, position: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(position - 1, position + 1))
    ? position + 1
    : position;
}

function toRuns(text: string, from: number, to: number, marks: readonly Stretch[]): TextRun[] {
  const runs: TextRun[] = [];
  let after = from;
  const add = (end: number, isMatch: boolean) => {
    if (end > after) runs.push({ text: text.slice(after, end), isMatch });
    after = Math.max(after, end);
  };
  for (const { start, end } of marks) {
    if (end <= from || start >= to) continue;
    add(Math.max(from, start), false);
    add(Math.min(to, end), true);
  }
  add(to, false);
  return runs;
}
