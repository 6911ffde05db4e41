import { joiner } from '../state/unspaced.ts';

/** A stretch of text, and whether it is what was looked for. */
export interface Passage {
  text: string;
  isMatch: boolean;
}

/** What is shown of an article that was found. */
export interface Excerpt {
  title: Passage[];
  /** The stretch of the text with most of the words; its beginning when the words are in the title only. */
  text: Passage[];
  /** The different stretches that were found, as they stand in title and text. */
  found: string[];
}

/** Length of an excerpt, in letters of a spaced script; those of an unspaced one are wider. */
const length = 220;
/** Words shown before the first one that was found. */
const lead = 6;

/**
 * Cuts an excerpt out of an indexed text.
 *
 * @param content the title and the text, as Pagefind keeps them
 * @param title the title as it is kept beside them
 * @param locations places of the words that were found: numbers of words in the content
 */
export function makeExcerpt(content: string, title: string, locations: readonly number[]): Excerpt {
  // As Pagefind counts words.
  const words = content.split(/[^\S\uFEFF]+/u);
  const titleWords = title.split(/[^\S\uFEFF]+/u);
  const hasTitle = titleWords.every((word, index) => words[index]?.startsWith(word));
  const start = hasTitle ? titleWords.length : 0;
  const marks = new Set(locations);
  const [from, to] = findDensest(words, start, marks);
  const titlePassages = toPassages(titleWords, 0, hasTitle ? marks : new Set());
  const text = toPassages(words.slice(from, to), from, marks);
  if (from > start) text.unshift({ text: '… ', isMatch: false });
  if (to < words.length) text.push({ text: ' …', isMatch: false });
  const found = [...titlePassages, ...toPassages(words.slice(start), start, marks)]
    .filter(({ isMatch }) => isMatch)
    .map(({ text }) => text);
  return { title: titlePassages, text, found: [...new Set(found)] };
}

/** The words from which and to which the excerpt goes. */
function findDensest(words: readonly string[], start: number, marks: ReadonlySet<number>): [number, number] {
  const places = [...marks].filter((place) => place >= start && place < words.length).sort((a, b) => a - b);
  let best = start;
  let most = 0;
  for (const [index, place] of places.entries()) {
    const from = Math.max(start, place - lead);
    const to = endOf(words, from);
    let count = 0;
    while (index + count < places.length && (places[index + count] ?? 0) < to) count++;
    if (count > most) [best, most] = [from, count];
  }
  const to = endOf(words, best);
  // At the end of a text there is room for more before it.
  if (to === words.length) while (best > start && endOf(words, best - 1) === to) best--;
  return [best, to];
}

function endOf(words: readonly string[], from: number): number {
  let to = from;
  for (let width = 0; to < words.length && width < length; to++) width += (words[to]?.length ?? 0) + 1;
  return to;
}

/** Matches that follow one another are one; punctuation around them is not marked. */
function toPassages(words: readonly string[], offset: number, marks: ReadonlySet<number>): Passage[] {
  const passages: Passage[] = [];
  const add = (text: string, isMatch: boolean) => {
    const last = passages.at(-1);
    if (last?.isMatch === isMatch) last.text += text;
    else if (text !== '') passages.push({ text, isMatch });
  };
  for (const [index, word] of words.entries()) {
    const isMatch = marks.has(offset + index);
    const isLast = index === words.length - 1;
    const joins = word.endsWith(joiner);
    const [, before = '', core = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word.replaceAll(joiner, '')) ?? [];
    const space = isLast || joins ? '' : ' ';
    if (!isMatch) {
      add(before + core + after + space, false);
      continue;
    }
    add(before, passages.at(-1)?.isMatch === true && before === '');
    add(core, true);
    const goesOn = after === '' && marks.has(offset + index + 1) && !isLast;
    add(after + space, goesOn);
  }
  return passages;
}
