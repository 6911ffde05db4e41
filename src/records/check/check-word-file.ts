import type { ProblemMessage } from '../problem.ts';
import { decodeText, type TextProblem } from '../read/decode-text.ts';
import { wordFileHeader, wordFileLimits } from '../media/word-boxes.ts';

/** No page has words that are longer. */
const longestWord = 500;

const box = /^(?:0|[1-9]\d{0,4})(?: (?:0|[1-9]\d{0,4})){3}$/;
const fix = 'Take the page in again, or remove this file: then no words are outlined on the page.';

/**
 * Checks a file of words and their boxes (see `formatWordBoxes`).
 *
 * @returns the first thing that is wrong with it
 */
export function checkWordFile(bytes: Uint8Array): TextProblem | undefined {
  const { text, problems } = decodeText(bytes);
  const [problem] = problems;
  if (problem) return problem;
  const lines = text.split('\n');
  const at = (line: number, column: number, message: Omit<ProblemMessage, 'fix'>): TextProblem => ({
    ...{ line, column, fix },
    ...message,
  });
  if (lines[0] !== wordFileHeader)
    return at(1, 1, { found: 'another first line', expected: `"${wordFileHeader}"` });
  if (text.length > wordFileLimits.characters || lines.length > 2 * wordFileLimits.words)
    return at(1, 1, {
      found: `${text.length.toLocaleString('en')} characters in ${lines.length.toLocaleString('en')} lines`,
      expected: `the words of a page, at most ${wordFileLimits.words.toLocaleString('en')}`,
    });
  for (const [index, line] of lines.entries()) {
    const wrong = index === 0 || line === '' ? undefined : checkLine(line);
    if (wrong) return at(index + 1, wrong.column, wrong.message);
  }
  return undefined;
}

function checkLine(line: string): { column: number; message: Omit<ProblemMessage, 'fix'> } | undefined {
  const [word = '', ...boxes] = line.split('\t');
  if (word.trim() === '' || word.length > longestWord)
    return {
      column: 1,
      message: { found: word === '' ? 'no word' : 'no word of a page', expected: 'a word before its boxes' },
    };
  let column = word.length + 2;
  for (const written of boxes) {
    const [left = 0, top = 0, width = 0, height = 0] = box.test(written)
      ? written.split(' ').map(Number)
      : [];
    if (!(width > 0 && height > 0 && left + width <= 10_000 && top + height <= 10_000))
      return {
        column,
        message: {
          found: `the box "${written.slice(0, 60)}"`,
          expected:
            'left, top, width and height within the picture, in ten-thousandths of its width and height',
        },
      };
    column += written.length + 1;
  }
  return undefined;
}
