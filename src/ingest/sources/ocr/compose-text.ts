import { formatCount } from '../../../records/format-count.ts';
import { checkLength } from '../../text/markdown-text.ts';
import { describePartedWords, joinPartedWords } from '../../text/parted-words.ts';
import type { RecognizedBlock, RecognizedWord } from './recognized-page.ts';

/** What a block ends in when a word goes on in the next. */
const parting = /[\p{L}\p{M}][-\u2010\u00ac\u00ad\u2e17]$/u;

/**
 * Composes the text of blocks: a paragraph for each. Words that line ends part are joined where the file says the whole word, or
 * where it is certain; so are two blocks that part a word between them.
 *
 * @returns plain text, a line for each paragraph and an empty one between them, and what is to be said of parted words
 * @throws {SourceError} when it is more than one article can be
 */
export function composeText(blocks: readonly RecognizedBlock[]): { text: string; notices: string[] } {
  const paragraphs: string[][][] = [];
  let [whole, line, marked]: [string | undefined, string[], number] = [undefined, [], 0];
  let previous: RecognizedBlock | undefined;
  for (const block of blocks) {
    const isRest = whole !== undefined && isRestOf(block.lines[0]?.[0], whole);
    const end = paragraphs.at(-1)?.at(-1)?.at(-1) ?? '';
    const lines: string[][] = [];
    for (const words of block.lines) {
      const written: string[] = [];
      for (const word of words) {
        if (whole !== undefined && isRestOf(word, whole)) {
          // What follows a word may stand with its rest only.
          const [sign = ''] = /[^\p{L}\p{M}\p{N}]{0,5}$/u.exec(word.text) ?? [];
          if (!whole.endsWith(sign)) line.push(`${line.pop() ?? ''}${sign}`);
          whole = undefined;
          continue;
        }
        whole = word.whole;
        if (whole !== undefined) marked++;
        written.push(whole ?? word.text);
        line = written;
      }
      if (written.length > 0) lines.push(written);
    }
    const isNextLine = block.partOf !== undefined && block.partOf === previous?.partOf;
    const goesOn = isRest || isNextLine || (parting.test(end) && /^\p{Ll}/u.test(lines[0]?.[0] ?? ''));
    previous = block;
    if (goesOn) paragraphs.at(-1)?.push(...lines);
    else if (lines.length > 0) paragraphs.push(lines);
  }
  const printed = paragraphs.map((lines) => lines.map((words) => words.join(' ')).join('\n')).join('\n\n');
  checkLength(printed);
  // What is parted at a line end may occur whole in any other paragraph.
  const { text, parted, joined } = joinPartedWords(printed);
  return {
    text: text
      .split('\n\n')
      .map((paragraph) => paragraph.replaceAll('\n', ' '))
      .join('\n\n'),
    notices: [...noticeJoined(marked, joined), ...describePartedWords(parted)],
  };
}

function isRestOf(word: RecognizedWord | undefined, whole: string): boolean {
  return word?.restOf !== undefined && (word.restOf === '' || word.restOf === whole);
}

function noticeJoined(marked: number, joined: number): string[] {
  if (marked + joined === 0) return [];
  const how = [
    ...(marked > 0 ? [`${marked.toLocaleString('en')} as the file says it`] : []),
    ...(joined > 0 ? [`${joined.toLocaleString('en')} since it is certain`] : []),
  ];
  return [`${formatCount(marked + joined, 'word')} parted at line ends: joined, ${how.join(', ')}.`];
}
