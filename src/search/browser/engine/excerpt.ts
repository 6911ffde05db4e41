import { splitWords } from '../../pagefind/split-words.ts';
import { captionMarks, isInCaption } from '../text/caption-marks.ts';
import { joinCharacters, joiner } from '../text/unspaced.ts';

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
/** Words shown before the first match. */
const lead = 6;

/**
 * Creates the excerpt of an indexed text.
 *
 * @param content title and text, as Pagefind's fragment has them
 * @param title as the fragment's metadata has it
 * @param locations indexes of the matching words in the content
 */
export function createExcerpt(content: string, title: string, locations: readonly number[]): Excerpt {
  const words = splitWords(content);
  const titleWords = splitWords(title);
  const hasTitle = titleWords.every((word, index) => words[index]?.startsWith(word));
  const start = hasTitle ? titleWords.length : 0;
  const marks = new Set(locations);
  const [from, to] = findDensest(words, start, marks);
  const titleRuns = toRuns(titleWords, 0, hasTitle ? marks : new Set());
  const text = toRuns(words.slice(from, to), from, marks);
  if (isInCaption(words.slice(start, from).join(''))) text.unshift({ text: captionMarks[0], isMatch: false });
  if (from > start) text.unshift({ text: '… ', isMatch: false });
  if (isInCaption(words.slice(start, to).join(''))) text.push({ text: captionMarks[1], isMatch: false });
  if (to < words.length) text.push({ text: ' …', isMatch: false });
  const found = [...titleRuns, ...toRuns(words.slice(start), start, marks)]
    .filter(({ isMatch }) => isMatch)
    .map(({ text }) => text);
  return { title: titleRuns, text, found: [...new Set(found)] };
}

/** @returns the index of the excerpt's first word, and the one after its last word */
function findDensest(words: readonly string[], start: number, marks: ReadonlySet<number>): [number, number] {
  const positions = [...marks]
    .filter((position) => position >= start && position < words.length)
    .sort((a, b) => a - b);
  let best = start;
  let most = 0;
  for (const [index, position] of positions.entries()) {
    const from = Math.max(start, position - lead);
    const to = endOf(words, from);
    let count = 0;
    while (index + count < positions.length && (positions[index + count] ?? 0) < to) count++;
    if (count > most) [best, most] = [from, count];
  }
  const to = endOf(words, best);
  // An excerpt that reaches the end of the text has room for more words before it.
  if (to === words.length) while (best > start && endOf(words, best - 1) === to) best--;
  return [best, to];
}

function endOf(words: readonly string[], from: number): number {
  let to = from;
  for (let width = 0; to < words.length && width < length; to++) width += (words[to]?.length ?? 0) + 1;
  return to;
}

/** Adjacent matches become one passage; punctuation around them is not part of it. */
function toRuns(words: readonly string[], offset: number, marks: ReadonlySet<number>): TextRun[] {
  const passages: TextRun[] = [];
  const add = (text: string, isMatch: boolean) => {
    const last = passages.at(-1);
    if (last?.isMatch === isMatch) last.text += text;
    else if (text !== '') passages.push({ text, isMatch });
  };
  for (const [index, word] of words.entries()) {
    const isMatch = marks.has(offset + index);
    const isLast = index === words.length - 1;
    const joins = word.endsWith(joiner);
    const written = joinCharacters(`${word} `).trim();
    const [before = ''] = /^[^\p{L}\p{N}]*/u.exec(written) ?? [];
    const [core = ''] = /^[^]*[\p{L}\p{N}]/u.exec(written.slice(before.length)) ?? [];
    const after = written.slice(before.length + core.length);
    const space = isLast || joins ? '' : ' ';
    if (!isMatch) {
      add(before + core + after + space, false);
      continue;
    }
    add(before, passages.at(-1)?.isMatch === true && before === '');
    add(core, true);
    const continues = after === '' && marks.has(offset + index + 1) && !isLast;
    add(after + space, continues);
  }
  return passages;
}
