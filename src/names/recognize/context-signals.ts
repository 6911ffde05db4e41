import { placeWeight } from '../gazetteer/gazetteer.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { Candidate } from './candidate.ts';
import type { AddSignal } from './signals.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lists what the words beside a name say of its kind. */
export function addContextSignals(
  candidate: Candidate,
  vocabulary: Vocabulary,
  isContest: boolean,
  add: AddSignal,
): void {
  const { words } = vocabulary;
  const { line, first, end, title } = candidate;
  const { tokens } = line;
  const at = (index: number): Token | undefined => tokens[index];
  const lower = (index: number) => tokens[index]?.lower ?? '';
  const isSmall = (index: number) => tokens[index]?.shape === 'lower';
  const before = lower(first - 1);
  const after = lower(end);
  if (candidate.isDateline) add('place', 5, 'the place of a dateline');
  if (title !== undefined) add('person', 3.5, `the title "${title}"`);
  else if (isSmall(first - 1) && (words.titles.has(before) || words.roles.has(before)))
    add('person', 2.5, `after "${before}"`);
  if (line.style === 'prose') {
    if (namesField(tokens, first, end, words)) add('other', 3, 'the field of an office');
    if (words.placePrepositions.has(before))
      add('place', strongPrepositions.has(before) ? 1.5 : 0.7, `after "${before}"`);
    if (words.connectors.has(before) && isCapitalized(at(first - 2) ?? (tokens[first] as Token)) && first > 1)
      add('person', -0.8, `after "${before}"`);
    if (words.articles.has(before)) {
      add('person', -2, `after "${before}"`);
      add('organization', 0.6, `after "${before}"`);
    }
    if (isSmall(end) && words.speechVerbs.has(after)) {
      add('person', 1.2, `before "${after}"`);
      add('organization', 0.3, `before "${after}"`);
    }
    if (words.speechVerbs.has(before) && isSmall(first - 1)) add('person', 1, `after "${before}"`);
    if (isSmall(first - 1) && words.organizationContext.has(before))
      add('organization', 1.2, `after "${before}"`);
    if (isSmall(end) && words.organizationContext.has(after)) add('organization', 1.5, `before "${after}"`);
    const ofPlace = words.connectors.has(before) && words.placeContext.has(lower(first - 2));
    if (ofPlace || (isSmall(first - 1) && words.placeContext.has(before)))
      add('place', 1.5, 'after a word for places');
    else if (isSmall(end) && words.placeContext.has(after)) add('place', 0.8, `before "${after}"`);
    addPunctuationSignals(candidate, words, add);
    if (line.tokens[first - 1]?.text === '"' && tokens[end]?.text === '"')
      add('other', 2, 'in quotation marks');
    if (isContest) addContestSignals(candidate, vocabulary, before, after, add);
  } else if (line.style === 'table' && isContest) {
    const isTeam = first === 0 || at(first - 1)?.shape === 'number' || before === ',';
    if (isTeam && at(end)?.shape === 'number' && placeWeight(candidate.name) < 1)
      add('organization', 3, 'in a table of results');
  }
  if (after === '(') addBracketSignals(candidate, add);
  if (before === '(' && after === ')' && placeWeight(candidate.name) > 0.7)
    add('place', 2, 'a place in brackets');
}

/** "ministre de la Santé", "ministro de Sanidad": the field of an office, unless it is a country. */
function namesField(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: Vocabulary['words'],
): boolean {
  if (!words.joinsFields || end - first > 1 || placeWeight(tokens[first]?.text ?? '') >= 0.7) return false;
  let at = first - 1;
  while (at > first - 4 && words.connectors.has(tokens[at]?.lower ?? '')) at--;
  if (at > first - 2 && words.articles.has(tokens[at]?.lower ?? '')) at--;
  return (
    at < first - 1 &&
    /^(?:ministre|ministr[ao]|ministère|ministerio|secrétaire|secretari[ao])$/.test(tokens[at]?.lower ?? '')
  );
}

const strongPrepositions = new Set(['in', 'at', 'near', 'à', 'en', 'aus', 'nach']);

/** "Holm, 41,", "Holm, a Swedish minister", "Holm, who …", "Malm, Sweden". */
function addPunctuationSignals(
  { line, end, name }: Candidate,
  words: Vocabulary['words'],
  add: AddSignal,
): void {
  const { tokens } = line;
  if (tokens[end]?.text !== ',') return;
  const next = tokens[end + 1];
  if (!next) return;
  const afterNext = tokens[end + 2]?.text ?? '';
  if (next.shape === 'number' && /^\d{1,2}$/.test(next.text) && /^[,.]?$/.test(afterNext))
    add('person', 3, 'an age');
  else if (next.lower === 'who' || next.lower === 'whose') add('person', 2, `before ", ${next.lower}"`);
  else if (next.lower === 'where') add('place', 1.5, 'before ", where"');
  else if (isCapitalized(next)) {
    const follows = placeWeight(next.text);
    if (
      follows >= 0.8 &&
      placeWeight(name) < 1 &&
      (afterNext === ',' || afterNext === '.' || afterNext === ')')
    )
      add('place', 1.2, `before ", ${next.text}"`);
  } else {
    // An apposition ends with the next comma, and begins with its noun or few words before that.
    for (let at = end + 1; at < Math.min(end + 9, tokens.length); at++) {
      const token = tokens[at] as Token;
      if (token.shape === 'mark') return;
      if (token.shape !== 'lower' && !words.titles.has(token.lower)) continue;
      if (words.roles.has(token.lower) || words.titles.has(token.lower))
        return add('person', 1.5, `described as "${token.text}"`);
      if (words.organizationContext.has(token.lower))
        return add('organization', 1.5, `described as "${token.text}"`);
      if (words.placeContext.has(token.lower)) return add('place', 1, `described as "${token.text}"`);
      if (token.lower === 'who' || token.lower === 'which' || token.lower === 'that') return;
    }
  }
}

/** In contests, towns stand for their teams. */
function addContestSignals(
  { name, line, first, end }: Candidate,
  { words }: Vocabulary,
  before: string,
  after: string,
  add: AddSignal,
): void {
  const place = placeWeight(name);
  const parts = name.split(' ');
  if (
    parts.length > 1 &&
    placeWeight(parts.at(-1) ?? '') > 0.5 &&
    !sensesOf(parts[0]?.toLowerCase() ?? '').given
  )
    add('organization', 1.2, 'ends with a town in a report of a contest');
  if (place === 1 || words.placePrepositions.has(before)) return;
  if (words.articles.has(before) && name.endsWith('s'))
    add('organization', 2, 'a plural in a report of a contest');
  if (place > 0.2) add('organization', 2.3 * place, 'a town in a report of a contest');
  if (words.contestWords.has(after) || contestPrepositions.has(before))
    add('organization', place > 0.2 ? 1.4 : 0.6, 'takes part in a contest');
  const next = line.tokens[end];
  if (line.tokens[first - 1]?.shape === 'mark' && next?.shape === 'number')
    add('organization', 0.8, 'beside a number');
}

const contestPrepositions = new Set([
  'against',
  'v',
  'vs',
  'over',
  'beat',
  'with',
  'for',
  'by',
  'defeated',
  'host',
  'visit',
]);

/** "Ana Holm (Sweden)" is a person; "World Health Club (WHC)" an organization. */
function addBracketSignals({ line, end, first }: Candidate, add: AddSignal): void {
  const inside = line.tokens[end + 1];
  const closing = line.tokens[end + 2]?.text;
  if (!inside || closing === undefined) return;
  const multiple = end - first > 1;
  if (inside.shape === 'capitals' && inside.text.length > 1 && placeWeight(inside.text) < 1) {
    if (closing === ')' && multiple) add('organization', 1, 'an abbreviation in brackets');
  } else if (isCapitalized(inside) && placeWeight(inside.text) >= 0.8 && multiple)
    add('person', 1.5, 'a country in brackets');
  else if (inside.shape === 'number' && /^\d{2}$/.test(inside.text) && closing === ')')
    add('person', 0.7, 'a number in brackets');
}
