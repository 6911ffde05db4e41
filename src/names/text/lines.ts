import { splitSentences } from '../../markdown/sentences.ts';
import { isCapitalized, tokenize, type Token } from './tokens.ts';

/**
 * How a line is written, which decides what capitals in it say: `prose`; `heading`, in which all words or most have a
 * capital; `table`, of names and numbers without sentences.
 */
type LineStyle = 'prose' | 'heading' | 'table';

/** A sentence, or a line of a heading or table. */
export interface Line {
  text: string;
  tokens: Token[];
  style: LineStyle;
  /** Whether it is all in capitals. */
  inCapitals: boolean;
}

/**
 * Splits a paragraph into its lines and sentences.
 *
 * @param language BCP 47 tag
 * @param isTitle whether it is the title of an article, in which many write all words with a capital
 */
export function splitLines(paragraph: string, language: string, isTitle = false): Line[] {
  const elides = /^(?:fr|it)\b/.test(language);
  const whole = readLine(paragraph, isTitle, elides);
  if (whole.style !== 'prose' && !paragraph.includes('\n')) return [whole];
  const parts = splitSentences(paragraph, language);
  if (parts.length === 1 && whole.style === 'prose') return [whole];
  return parts.map(({ start, end }) => readLine(paragraph.slice(start, end), isTitle, elides));
}

function readLine(text: string, isTitle: boolean, elides: boolean): Line {
  const tokens = tokenize(text, elides);
  let [words, capitalized, capitals, numbers, long, longCapitalized] = [0, 0, 0, 0, 0, 0];
  for (const token of tokens) {
    if (token.shape === 'number') numbers++;
    if (token.shape === 'number' || token.shape === 'mark') continue;
    words++;
    if (isCapitalized(token)) capitalized++;
    if (token.shape === 'capitals' && token.text.length > 1) capitals++;
    if (token.text.length > 3) {
      long++;
      if (isCapitalized(token)) longCapitalized++;
    }
  }
  const small = words - capitalized;
  const inCapitals = words > 0 && capitals > 0 && capitals >= 0.7 * words && small <= 0.2 * words;
  const isTable = numbers >= 2 && numbers * 2.5 >= words && small <= capitalized + 2;
  const isHeading = isTitle && long >= 3 && longCapitalized >= 0.75 * long;
  const style = isTable ? 'table' : inCapitals || isHeading ? 'heading' : 'prose';
  return { text, tokens, style, inCapitals };
}
