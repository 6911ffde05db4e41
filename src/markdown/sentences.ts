import { wordsOf, type Words } from './abbreviations.ts';

/** The range of a sentence in its text, in UTF-16 code units, without the white space around it. */
export interface TextRange {
  start: number;
  end: number;
}

/** What may follow a time of day ("5 p.m.") in the same sentence: a weekday or a time zone. */
const afterTime =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{1,3}T\b|UTC\b|\p{Lu}\p{Ll}+ (?:[a-z]+ )?time\b)/u;
/** The last word and its full stop; the apostrophe is that of "the U.S.' vote". */
const lastWord = /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}"'’])([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.]*)\.[’']?\s*$/u;
/** The first word, unless it is an initial. */
const firstWord = /^[^\p{L}\p{N}]*(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}.])/u;
/** A lower-case letter shows that a sentence continues, except in Georgian, which has no other letters. */
const beginsLowerCase = /^[^\p{L}\p{N}]*[\p{Ll}--\p{Script=Georgian}]/v;

const splitters = new Map<string, { segmenter: Intl.Segmenter; words: Words }>();

/**
 * Splits a text into sentences by Unicode's rules (UAX #29), and corrects wrong boundaries: after titles, initials,
 * ordinals and other abbreviations, before a lower-case letter, before a rest without letters and digits, and at quotation
 * marks that end up in the wrong sentence. A line separator (U+2028) also ends a sentence, unless a comma or a lower-case
 * letter shows that it continues; other line ends are spaces.
 *
 * @param language BCP 47 tag of the text
 */
export function splitSentences(text: string, language: string): TextRange[] {
  const { segmenter, words } = splitterFor(language);
  const ranges: TextRange[] = [];
  // UAX #29 ends a sentence at every line end; in Markdown a line end within a paragraph is a space.
  const oneLine = text.replace(/[\r\n]/g, ' ');
  for (const { segment, index } of segmenter.segment(oneLine)) {
    const last = ranges.at(-1);
    const end = index + segment.length;
    const start = last ? index + misplacedMarks(oneLine.slice(last.start, index), segment) : index;
    // Abbreviations are shorter than this; without the limit, a text of nothing else would take quadratic time.
    const before = last ? oneLine.slice(Math.max(last.start, start - 40), start) : '';
    if (last && continues(before, oneLine.slice(start, end), words)) last.end = end;
    else {
      if (last) last.end = start;
      ranges.push({ start, end });
    }
  }
  return ranges.map((range) => trim(text, range)).filter(({ start, end }) => start < end);
}

/** How far a boundary has to move: opening marks belong to the next sentence, closing ones to the previous sentence. */
function misplacedMarks(before: string, segment: string): number {
  const opening = /[\p{Ps}\p{Pi}]{1,4}$/u.exec(before.slice(-4))?.[0].length ?? 0;
  return (/^[\p{Pe}\p{Pf}"]+(?=\s|$)/u.exec(segment)?.[0].length ?? 0) - opening;
}

function continues(before: string, segment: string, words: Words): boolean {
  if (!/[\p{L}\p{N}]/u.test(segment) || beginsLowerCase.test(segment)) return true;
  // A comma at the end of a line of verse; a title in brackets; the number of a list item.
  if (/[,،，、]\s*$|[》〉]$|^[^\p{L}\p{N}]*\p{N}{1,3}\.\s*$/u.test(before)) return true;
  // In Japanese these particles follow a quotation within its sentence.
  if (/[」』]$/.test(before) && /^(?:と|って|など|を)/.test(segment)) return true;
  const word = lastWord.exec(before)?.[1] ?? '';
  const next = firstWord.exec(segment)?.[1] ?? '';
  const opens = words.openers.has(next);
  if (words.leading.has(word)) return true;
  if (words.numbered.has(word) && /^(?:\p{N}|(?!I\b)[IVX]+\b)/u.test(segment)) return true;
  if (/^[ap]\.m$/.test(word)) return afterTime.test(segment);
  if (words.closing.has(word) || /^\p{L}(?:\.\p{L})+$/u.test(word)) return !opens;
  // An initial; a word of two letters may be the surname (J. He).
  return /^\p{L}\p{M}*$/u.test(word) && !(opens && next.length > 2);
}

function trim(text: string, { start, end }: TextRange): TextRange {
  const sentence = text.slice(start, end);
  return {
    start: start + sentence.length - sentence.trimStart().length,
    end: start + sentence.trimEnd().length,
  };
}

function splitterFor(language: string): { segmenter: Intl.Segmenter; words: Words } {
  let splitter = splitters.get(language);
  if (!splitter) {
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    splitter = { segmenter, words: wordsOf(language) };
    splitters.set(language, splitter);
  }
  return splitter;
}
