import { formatCount } from '../../records/format-count.ts';

/** Signs that part a word at the end of a line; the last two stand for nothing else there. */
const [hyphens, certain] = ['-\u2010\u2e17\u00ac\u00ad', '\u00ac\u00ad'];

/**
 * Joins words that are parted at line ends, where that is certain: the whole word occurs elsewhere in the text, or the sign is
 * used for nothing else. `well-` and `known` keep their hyphen if `well-known` occurs elsewhere.
 *
 * @param text with line feeds only
 * @returns the text, the words that were left parted, and how many were joined
 *
 * @example
 * joinPartedWords('The harbour: the har-\nbour') // { text: 'The harbour: the harbour', parted: [], joined: 1 }
 */
export function joinPartedWords(text: string): { text: string; parted: string[]; joined: number } {
  const lines = text.split('\n');
  if (!lines.some((line) => endsInHyphen(line.trimEnd()))) return { text, parted: [], joined: 0 };
  const lower = text.toLowerCase();
  const words = new Set(lower.match(/[\p{L}\p{M}]+/gu));
  const compounds = new Set(lower.match(/[\p{L}\p{M}-]+/gu));
  const parted: string[] = [];
  const written: string[] = [];
  let joined = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? '').trimEnd();
    const next = lines[index + 1]?.trimStart() ?? '';
    const [second] = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next) ?? [];
    const first = endsInHyphen(line) ? lastWord(line.slice(0, -1)) : '';
    if (second === undefined || first === '') {
      written.push(lines[index] ?? '');
      continue;
    }
    const bare = line.slice(0, -1);
    const isWhole = certain.includes(line.at(-1) ?? '') || words.has((first + second).toLowerCase());
    const isCompound = compounds.has(`${first}-${second}`.toLowerCase());
    if (!isWhole && !isCompound) {
      parted.push(`${first}-${second}`);
      written.push(line);
      continue;
    }
    // What follows up to the next space belongs to the word: a comma, a full stop.
    const [token = ''] = next.split(/\s/, 1);
    const rest = next.slice(token.length).trimStart();
    lines[index] = `${bare}${isWhole ? '' : '-'}${token}`;
    if (rest === '') lines.splice(index + 1, 1);
    else lines[index + 1] = rest;
    joined++;
    // The joined line may end in a hyphen again.
    index--;
  }
  return { text: written.join('\n'), parted, joined };
}

/** Says which words were left parted; nothing when there are none. */
export function describePartedWords(parted: readonly string[]): string[] {
  if (parted.length === 0) return [];
  const words = [...new Set(parted)].map((word) => `"${word}"`).join(', ');
  return [
    `${formatCount(parted.length, 'word')} at line ends: left parted, since the text does not have them whole elsewhere: ${words}.`,
  ];
}

function endsInHyphen(line: string): boolean {
  return line.length > 1 && hyphens.includes(line.at(-1) ?? ' ');
}

/** No word of a language is longer. */
const longestWord = 60;

function lastWord(text: string): string {
  let start = text.length;
  while (start > Math.max(0, text.length - longestWord) && /[\p{L}\p{M}]/u.test(text[start - 1] ?? ''))
    start--;
  return text.slice(start);
}
