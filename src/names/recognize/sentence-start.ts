import type { Line } from '../text/lines.ts';
import type { Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import { isFunctionWord, isOrdinaryWord, looksOrdinary, type Vocabulary } from './vocabulary.ts';

/** A word with which a sentence begins, and that is no part of the name after it. */
export function isOpening(
  tokens: readonly Token[],
  at: number,
  isLast: boolean,
  opens: boolean,
  vocabulary: Vocabulary,
): boolean {
  const token = tokens[at] as Token;
  const { words } = vocabulary;
  if (!isFunctionWord(token.lower, words)) return false;
  if (token.shape === 'initial' || (token.shape === 'capitals' && token.text.length > 1)) return false;
  if (words.directions.has(token.lower) && !isLast) return false;
  if (!opens && sensesOf(token.lower).given) return false;
  return !isFixed(tokens, at);
}

/** An ordinary noun or adjective with which a sentence begins, before a name. */
export function isOrdinaryStart({ lower, shape }: Token, vocabulary: Vocabulary): boolean {
  const { words } = vocabulary;
  if (shape !== 'capital' || sensesOf(lower).given) return false;
  if (words.particles.has(lower) || words.directions.has(lower) || lower === 'st') return false;
  return isOrdinaryWord(lower, vocabulary) || looksOrdinary(lower, vocabulary);
}

/** Names that begin with an article. */
function isFixed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  return (tokens[at]?.lower === 'the' && next === 'hague') || sensesOf(`${tokens[at]?.lower} ${next}`).place;
}

const openers = new Set([
  '"',
  '“',
  '„',
  '«',
  '‘',
  "'",
  '`',
  '(',
  ':',
  '-',
  '–',
  '—',
  '*',
  '•',
  '[',
  '...',
  '…',
]);

/** Whether everything before a token is marks, so that the sentence begins with it; also after a colon or a dash. */
export function opensSentence({ tokens }: Line, at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return true;
  if (before.text === '.' || before.text === '?' || before.text === '!') return true;
  if (!openers.has(before.text)) return false;
  return before.text === '(' || before.text === '[' ? at < 2 : true;
}
