import { placeWeight } from '../gazetteer/gazetteer.ts';
import type { Line } from '../text/lines.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { isDateWord } from '../words/date-words.ts';
import { candidateAt, type Candidate } from './candidate.ts';

/**
 * Finds the places of a dateline at the beginning of a line: capitals, perhaps a country, then a date, an agency in brackets
 * or a dash.
 *
 * @returns nothing when the line begins without one
 *
 * @example
 * // "MALMOEN, Norway, June 3 (Agency) - …", "MALMOEN 1996-06-03"
 */
export function findDateline(line: Line, language: string): Candidate[] {
  const { tokens } = line;
  const inCapitals = (token: Token | undefined) => token?.shape === 'capitals' && token.text.length > 1;
  if (!inCapitals(tokens[0]) || isDateWord(tokens[0]?.lower ?? '', language)) return [];
  const places: Candidate[] = [];
  let at = 0;
  let start = 0;
  while (
    inCapitals(tokens[at]) ||
    tokens[at]?.text === '/' ||
    (at > 0 && tokens[at]?.text === '.' && tokens[at - 1]?.lower === 'st')
  ) {
    if (at > 7) return [];
    if (tokens[at]?.text === '/') {
      if (at > start) places.push(placeAt(line, start, at));
      start = at + 1;
    }
    at++;
  }
  if (at > start) places.push(placeAt(line, start, at));
  if (tokens[at]?.text === ',' && tokens[at + 1] && isCapitalized(tokens[at + 1] as Token)) {
    let end = at + 1;
    while (tokens[end] && isCapitalized(tokens[end] as Token) && end < at + 4) end++;
    const isDate = isDateWord(tokens[at + 1]?.lower ?? '', language);
    if (!isDate && !inCapitals(tokens[at + 1])) places.push(placeAt(line, at + 1, end));
    at = isDate ? at : end;
  }
  return endsDateline(tokens, at, language, placeWeight(places[0]?.name ?? '') > 0.5) ? places : [];
}

function placeAt(line: Line, first: number, end: number): Candidate {
  return candidateAt(line, first, end, { isDateline: true });
}

function endsDateline(tokens: readonly Token[], at: number, language: string, isKnown: boolean): boolean {
  const rest = tokens.slice(at, at + 3);
  const [first, second] = rest;
  if (!first) return false;
  if (first.shape === 'number') return /^\d{4}-\d\d-\d\d$/.test(first.text) && at + 1 === tokens.length;
  if (first.text === ',' || first.text === '.')
    return isDateWord(second?.lower ?? '', language) || /^\d{1,2}\.?$/.test(second?.text ?? '');
  if (first.text === '(') return tokens.slice(at, at + 6).some(({ text }) => text === ')');
  return isKnown && (first.text === '—' || first.text === '–' || first.text === '--' || first.text === '-');
}
